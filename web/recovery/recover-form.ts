/** The form that begins a recovery, and what is wrong with a code as it was typed. */

import { parseCode } from '../../shared/recovery/code.ts';
import { type FieldError, textField } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import { usernameField } from '../signin/username-field.ts';

type Options = {
  /** What stands in the fields; the form writes into it. */
  input: { username: string; code: string };
  isStarting: boolean;
  error: FieldError | undefined;
  onInput(): void;
  onSubmit(event: SubmitEvent): void;
};

/** The form that begins a recovery, and says what comes of it. */
export function recoverForm({ input, isStarting, error, onInput, onSubmit }: Options): View {
  return html`<form class="form" novalidate @submit=${onSubmit}>
    ${usernameField(ofInput('username'))}
    ${textField({
      ...ofInput('code'),
      id: 'code',
      label: 'Recovery code',
      hint: 'As you noted or printed it. Capitals, spaces and dashes do not matter.',
      autocomplete: 'off',
      isVerbatim: true,
      enterKey: 'go',
    })}
    <div>
      <p class="consequences-title">Once your new phone has scanned:</p>
      <ul class="consequences muted">
        <li>all other phones are removed from your account,</li>
        <li>all browsers are signed out,</li>
        <li>this code is spent, and you get a new one.</li>
      </ul>
    </div>
    <button class="button wide" aria-disabled=${isStarting}>Go on</button>
  </form>`;

  function ofInput(name: 'username' | 'code') {
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

/** What is wrong with a recovery code as it was typed, told before it is sent; `undefined` if it can be one. */
export function codeProblem(text: string): string | undefined {
  if (parseCode(text) !== undefined) return undefined;
  const count = text.replace(/[\s\p{Pd}]/gu, '').length;
  if (count === 0) return 'Type the recovery code that you noted.';
  if (count !== 28) return `A code has 28 characters, in seven groups of four. This one has ${count}.`;
  return 'There is a typo in this code. Compare it with what you noted, character by character.';
}
