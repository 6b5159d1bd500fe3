import type { Reason } from '../../shared/sessions/session.ts';

/** What happened, for each reason why a session is over (DESIGN.md §2). */
const SENTENCES: Record<Reason, string> = {
  here: 'You signed out.',
  elsewhere: 'This session was ended from another browser.',
  phone: 'This session was ended from your phone.',
  not_me: 'This session was reported as somebody else’s, and ended.',
  admin: 'This session was ended by an administrator.',
  provider: 'This session was ended by the service that you signed in with.',
  phone_removed: 'The phone that approved this session was removed, so the session ended.',
  recovered: 'The account was recovered, so all its sessions ended.',
  idle: 'Nothing happened here for a while, so this session ended.',
  lifetime: 'The time that you chose for this session is over.',
  phone_away: 'Your phone was away for too long, so this session ended.',
  unanswered: 'Your phone did not answer in time.',
  denied: 'Your phone said no to this sign-in.',
  cancelled: 'This sign-in was cancelled.',
};

/** The reason in the page's address, if it is one that Nod knows: no link may put other words on the page. */
export function knownReason(word: string | null): Reason | undefined {
  return word !== null && Object.hasOwn(SENTENCES, word) ? (word as Reason) : undefined;
}

export function reasonSentence(reason: Reason | undefined): string {
  return reason === undefined ? 'This session is over.' : SENTENCES[reason];
}
