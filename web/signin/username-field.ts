import type { View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { textField } from '../lib/text-field.ts';

type Options = Pick<Parameters<typeof textField>[0], 'value' | 'hint' | 'error' | 'enterKey' | 'onInput'> & {
  /** Whether the browser may offer passkeys here. */
  offersPasskeys?: boolean;
};

/** Where a username is typed, new or known. */
export function usernameField({ offersPasskeys = false, ...options }: Options): View {
  return textField({
    id: 'username',
    label: messages.signin.username,
    autocomplete: offersPasskeys ? 'username webauthn' : 'username',
    isVerbatim: true,
    ...options,
  });
}
