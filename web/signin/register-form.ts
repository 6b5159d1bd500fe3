import { describedBy, type FieldError, field } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { nameHint } from './name-hint.ts';

type Options = {
  /** What stands in the fields; the form writes into it. */
  input: { username: string; displayName: string };
  isStarting: boolean;
  error: FieldError | undefined;
  onInput(): void;
  onSubmit(event: SubmitEvent): void;
};

/** The form that reserves a name. */
export function registerForm({ input, isStarting, error, onInput, onSubmit }: Options): View {
  const usernameError = error?.field === 'username' ? error.sentence : undefined;
  const displayNameError = error?.field === 'displayName' ? error.sentence : undefined;
  const hint = nameHint(input.username.trim());
  const displayNameHint = 'Shown beside your posts. Leave it empty to be called by your username.';
  return html`<form class="form" novalidate @submit=${onSubmit}>
    ${field(
      'username',
      'Username',
      html`<input
        id="username"
        name="username"
        autocomplete="username"
        autocapitalize="none"
        autocorrect="off"
        spellcheck="false"
        .value=${input.username}
        aria-invalid=${usernameError ? 'true' : nothing}
        aria-describedby=${describedBy('username', { hint, error: usernameError })}
        @input=${noteInput('username')}
      />`,
      { hint, error: usernameError },
    )}
    ${field(
      'displayName',
      html`Your name <span class="muted">(optional)</span>`,
      html`<input
        id="displayName"
        name="displayName"
        autocomplete="name"
        maxlength="50"
        enterkeyhint="go"
        .value=${input.displayName}
        aria-invalid=${displayNameError ? 'true' : nothing}
        aria-describedby=${describedBy('displayName', { hint: displayNameHint, error: displayNameError })}
        @input=${noteInput('displayName')}
      />`,
      { hint: displayNameHint, error: displayNameError },
    )}
    <button class="button wide" aria-disabled=${isStarting}>Reserve this name</button>
  </form>`;

  function noteInput(name: 'username' | 'displayName') {
    return (event: InputEvent): void => {
      input[name] = (event.target as HTMLInputElement).value;
      onInput();
    };
  }
}
