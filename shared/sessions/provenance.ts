/**
 * Who made a row that lets somebody in (DESIGN.md §6.15): every such row carries it, so that "It wasn't me" finds what an
 * intruder has made, and what was let in by that.
 */
import type { DeviceId, SessionId } from '../ids.ts';
import type { Session } from './session.ts';

export type Provenance = {
  /** The session that made it. */
  sessionId: SessionId;
  /** What had let that session in: a phone, a provider's link, or the session that made the recovery code. */
  approvedBy?: Approver | SessionId;
};

/** A sign-in method of a user's, by its id. */
export type Approver = DeviceId | `link#${string}`;

export const linkApprover = (provider: string): Approver => `link#${provider}`;

/** What has let this session in. */
export function approverOf({ device, provider }: Pick<Session, 'device' | 'provider'>): Approver | undefined {
  return device?.id ?? (provider === undefined ? undefined : linkApprover(provider));
}

/** What a row carries that this session makes. */
export function provenanceOf(session: Pick<Session, 'id' | 'device' | 'provider'>): Provenance {
  const approvedBy = approverOf(session);
  return { sessionId: session.id, ...(approvedBy === undefined ? {} : { approvedBy }) };
}
