/**
 * Who made a row that lets somebody in (DESIGN.md §6.15): every such row carries it, so that "It wasn't me" finds what an
 * intruder has made, and what was let in by that.
 */
import type { DeviceId, SessionId } from '../ids.ts';
import type { Session } from './session.ts';

export type Provenance = {
  /** The session that made it. */
  sessionId: SessionId;
  /** What had let that session in: a phone, or the link to a provider. */
  approvedBy?: DeviceId | `link#${string}`;
};

/** What a row carries that this session makes. */
export function provenanceOf({
  id,
  device,
  provider,
  linkedAs = provider,
}: Pick<Session, 'id' | 'device' | 'provider' | 'linkedAs'>): Provenance {
  const approvedBy = device?.id ?? (linkedAs === undefined ? undefined : (`link#${linkedAs}` as const));
  return { sessionId: id, ...(approvedBy === undefined ? {} : { approvedBy }) };
}
