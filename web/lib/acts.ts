/** What a phone is asked for besides signing in, in words: as in "to make a new recovery code". */
import type { Act } from '../../shared/sessions/acts.ts';

const WORDS: Record<Act, string> = {
  add_phone: 'add a phone',
  remove_phone: 'remove a phone',
  new_recovery_code: 'make a new recovery code',
  add_link: 'link an account',
  remove_link: 'unlink an account',
  not_me: 'end a browser and take back what it did',
};

/** What a browser asks for: to sign in, or one act. A newer act than this page knows is still named, by its bare name. */
export function askedFor(act: Act | undefined): string {
  return act === undefined ? 'sign in' : (WORDS[act] ?? act);
}

/** The same as a question: "Make a new recovery code?" */
export function actQuestion(act: Act): string {
  const words = askedFor(act);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}?`;
}
