import { type FieldError, textField } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import { nameHint } from './name-hint.ts';
import { usernameField } from './username-field.ts';

type Options = {
  /** What stands in the fields; the form writes into it. */
  input: { username: string; displayName: string };
  /** What the button says. */
  submit: string;
  isStarting: boolean;
  error: FieldError | undefined;
  onInput(): void;
  onSubmit(event: SubmitEvent): void;
};

/** The form of somebody who is new here. */
export function registerForm({ input, submit, isStarting, error, onInput, onSubmit }: Options): View {
  return html`<form class="form" novalidate @submit=${onSubmit}>
    ${usernameField({ ...ofInput('username'), hint: nameHint(input.username.trim()) })}
    ${textField({
      ...ofInput('displayName'),
      id: 'displayName',
      label: html`Your name <span class="muted">(optional)</span>`,
      hint: 'Shown beside your posts. Leave it empty to be called by your username.',
      autocomplete: 'name',
      maxLength: 50,
      enterKey: 'go',
    })}
    <button class="button wide" aria-disabled=${isStarting}>${submit}</button>
  </form>`;

  function ofInput(name: 'username' | 'displayName') {
    return {
      value: input[name],
      error: error?.field === name ? error.sentence : undefined,
      onInput(text: string) {
        input[name] = text;
        onInput();
      },
    };
  }
}
