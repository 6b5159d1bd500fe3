/**
 * Who made a row that lets somebody in (DESIGN.md §6.15): every such row carries it, so that "It wasn't me" finds what an
 * intruder has made, and what was let in by that.
 */
import type { DeviceId, LinkId, SessionId } from '../ids.ts';
import { digest } from '../secrets.ts';
import type { Session } from './session.ts';

export type Provenance = {
  /** The session that made it. */
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

/** What a row carries that this session makes. */
export function provenanceOf(session: Pick<Session, 'id' | 'device' | 'link'>): Provenance {
  const approvedBy = approverOf(session);
  return { sessionId: session.id, ...(approvedBy === undefined ? {} : { approvedBy }) };
}
