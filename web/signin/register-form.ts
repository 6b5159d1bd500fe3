/** The form of somebody who is new here, and what their name still lacks. */
import { type FieldError, textField } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
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

/** What a username still lacks, in a sentence, while it is typed. The API decides in the end. */
export function nameHint(username: string): string {
  const foreign = [...username].find((character) => !/[A-Za-z0-9_]/.test(character));
  if (foreign === ' ') return 'A name has no spaces; use _ instead.';
  if (foreign !== undefined) return `A name has letters a–z, digits and _ only, so no ${foreign}.`;
  if (username.length > 20) return `That is ${username.length} characters; a name has at most 20.`;
  if (username.length === 1) return 'Two more characters at least.';
  if (username.length === 2) return 'One more character at least.';
  if (username === '') return '3 to 20 letters a–z, digits or _.';
  return `You will be @${username.toLowerCase()}.`;
}

/** Whether a username has the form that the API takes. */
export function isNameWellFormed(username: string): boolean {
  return /^[A-Za-z0-9_]{3,20}$/.test(username);
}

/** What stands against a username before the API is asked. */
export function nameRefusal(username: string): FieldError | undefined {
  if (isNameWellFormed(username)) return undefined;
  return { field: 'username', sentence: username === '' ? 'Choose a name.' : nameHint(username) };
}
