import type { Reason } from '../../shared/sessions/session.ts';
import { messages } from '../lib/messages.ts';

/** The reason in the page's address, if it is one that Nod knows: no link may put other words on the page. */
export function knownReason(word: string | null): Reason | undefined {
  return word !== null && Object.hasOwn(messages.signin.reasons, word) ? (word as Reason) : undefined;
}
