/** The name of a phone, as its owner types it: at enrolment, and whenever they change it. */

import type { View } from './html.ts';
import { messages } from './messages.ts';
import { textField } from './text-field.ts';

export const PHONE_NAME = 'phone-name';

type Options = Pick<Parameters<typeof textField>[0], 'label' | 'value' | 'hint' | 'error' | 'onInput'>;

export function phoneNameField(options: Options): View {
  return textField({ id: PHONE_NAME, autocomplete: 'off', maxLength: 40, ...options });
}

/** Why a name will not do, as far as the page knows; the server has the last word. */
export function phoneNameProblem(name: string): string | undefined {
  return name.trim() === '' ? messages.common.phoneNameMissing : undefined;
}
