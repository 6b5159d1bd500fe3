/** What a phone is asked for besides signing in, in words: as in "to make a new recovery code". */
import type { Act } from '../../shared/sessions/acts.ts';
import { messages } from './messages.ts';

/** What a browser asks for: to sign in, or one act. A newer act than this page knows is still named, by its bare name. */
export function askedFor(act: Act | undefined): string {
  return act === undefined ? messages.browsers.signIn : (messages.browsers.acts[act] ?? act);
}

/** The same as a question: "Make a new recovery code?" */
export const actQuestion = (act: Act): string => messages.browsers.actQuestions[act] ?? `${act}?`;
