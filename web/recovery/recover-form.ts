/** The form that begins a recovery, and what is wrong with a code as it was typed. */

import { parseCode } from '../../shared/recovery/code.ts';
import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { type FieldError, textField } from '../lib/text-field.ts';
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
      label: messages.recovery.code,
      hint: messages.recovery.codeHint,
      autocomplete: 'off',
      isVerbatim: true,
      enterKey: 'go',
    })}
    <div>
      <p class="consequences-title">${messages.recovery.onceScanned}</p>
      <ul class="consequences muted">
        <li>${messages.recovery.phonesGo}</li>
        <li>${messages.recovery.browsersGo}</li>
        <li>${messages.recovery.codeGoes}</li>
      </ul>
    </div>
    <button class="button wide" aria-disabled=${isStarting}>${messages.recovery.goOn}</button>
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
  if (count === 0) return messages.recovery.noCode;
  if (count !== 28) return messages.recovery.wrongLength(count);
  return messages.recovery.typo;
}
