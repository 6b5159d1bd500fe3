/** The form of somebody who is new here, and what their name still lacks. */

import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { type FieldError, textField } from '../lib/text-field.ts';
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
      label: messages.register.yourName(),
      hint: messages.register.yourNameHint,
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
  if (foreign === ' ') return messages.register.noSpaces;
  if (foreign !== undefined) return messages.register.notIn(foreign);
  if (username.length > 20) return messages.register.tooLong(username.length);
  if (username.length === 1) return messages.register.twoMore;
  if (username.length === 2) return messages.register.oneMore;
  if (username === '') return messages.register.nameRule;
  return messages.register.youWillBe(`@${username.toLowerCase()}`);
}

/** Whether a username has the form that the API takes. */
export function isNameWellFormed(username: string): boolean {
  return /^[A-Za-z0-9_]{3,20}$/.test(username);
}

/** What stands against a username before the API is asked. */
export function nameRefusal(username: string): FieldError | undefined {
  if (isNameWellFormed(username)) return undefined;
  return { field: 'username', sentence: username === '' ? messages.register.chooseName : nameHint(username) };
}
