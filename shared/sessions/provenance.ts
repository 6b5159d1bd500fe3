/**
 * Who made a row that lets somebody in (DESIGN.md §6.15): every such row carries it, so that "It wasn't me" finds what an
 * intruder has made, and what was let in by that.
 */
import type { DeviceId, LinkId, SessionId } from '../ids.ts';
import { digest } from '../secrets.ts';
import type { Session } from './session.ts';

export type Provenance = {
  /** The session that made it; where that had stepped up, the sign-in that it goes on with, which stays the same. */
  sessionId: SessionId;
  /** What had let that session in: a phone, a provider's link, or the session that made the recovery code. */
  approvedBy?: Approver | SessionId;
};

/**
 * A sign-in method of a user's: by whose key or whose identity it is, so that it is the same one when it was removed and
 * comes back, and another one when somebody else's takes its place.
 */
export type Approver = DeviceId | LinkId;

export const linkApprover = ({ issuer, subject }: { issuer: string; subject: string }): LinkId =>
  `link#${digest(`${issuer}#${subject}`)}`;

/** What has let this session in. */
export const approverOf = ({ device, link }: Pick<Session, 'device' | 'link'>): Approver | undefined =>
  device?.id ?? link;

/** The sign-in that a session goes on with, after any number of step-ups, or that it is itself. */
export const signInOf = ({ id, signIn }: Pick<Session, 'id' | 'signIn'>): SessionId => signIn?.id ?? id;

/** What had let in whoever signed in. Of a recovery that is nothing: its phone came in with it. */
export function originOf(
  session: Pick<Session, 'signIn' | 'purpose' | 'device' | 'link'>,
): Approver | undefined {
  if (session.signIn !== undefined) return session.signIn.approvedBy;
  return session.purpose === 'recovery' ? undefined : approverOf(session);
}

/** Whether the sign-in method has let the session in, or has said yes to a step-up of it. */
export const isLetInBy = (
  session: Pick<Session, 'device' | 'link' | 'signIn'>,
  approver: Approver,
): boolean => approverOf(session) === approver || session.signIn?.approvedBy === approver;

/** What a row carries that this session makes. */
export function provenanceOf(session: Pick<Session, 'id' | 'signIn' | 'device' | 'link'>): Provenance {
  const approvedBy = approverOf(session);
  return { sessionId: signInOf(session), ...(approvedBy === undefined ? {} : { approvedBy }) };
}
