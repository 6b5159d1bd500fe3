import { textField } from '../lib/field.ts';
import type { View } from '../lib/html.ts';

type Options = Pick<Parameters<typeof textField>[0], 'value' | 'hint' | 'error' | 'enterKey' | 'onInput'>;

/** Where a username is typed, new or known. */
export function usernameField(options: Options): View {
  return textField({
    id: 'username',
    label: 'Username',
    autocomplete: 'username',
    isVerbatim: true,
    ...options,
  });
}
