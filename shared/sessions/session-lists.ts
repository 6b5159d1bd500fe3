/**
 * The lists of a user's sessions: a small row for each, `pk = userId, sk = <list>#<milliseconds>#<id>`, for as long
 * as somebody asks for the list. Strangers' starts have one of their own, so that no flood of them slows what the
 * user sees, and times stand in the keys, so that what is over is not even read.
 */
import type { Key } from '../database.ts';
import { TICKET_SECONDS } from '../devices/ticket.ts';
import { secondsAfter, sortable } from '../seconds.ts';
import { PENDING_SECONDS, type Session } from './session.ts';

/**
 * `active`: approved and active sessions. `pending-known`: sign-ins of known browsers, which ring. `pending-unknown`:
 * sign-ins of other browsers, which wait for their number to be typed. `recovering`: recoveries that wait for their
 * phone, and can be stopped. `decoy` is read by nobody: where no seat was free, a start writes the same. Decoys of names
 * that cannot sign in stand where others would, so that a flood of starts is counted, and takes as long, for any name.
 */
export type SessionList = 'active' | 'pending-known' | 'pending-unknown' | 'recovering' | 'decoy';

/** An entry in a list, and the time until which it counts. */
export type ListEntry = { list: SessionList; until: Date };

/** Made of times that no later transition changes, so that the entry can be found and deleted. */
export function pendingEntry({ purpose, known, isCrowdedOut, startedAt }: Session): ListEntry | undefined {
  if (purpose === 'recovery') return { list: 'recovering', until: secondsAfter(startedAt, TICKET_SECONDS) };
  if (purpose !== 'signin') return undefined;
  const list = isCrowdedOut ? 'decoy' : known ? 'pending-known' : 'pending-unknown';
  return { list, until: secondsAfter(startedAt, PENDING_SECONDS) };
}

export const activeEntry = ({ lifetimeEndsAt }: Session): ListEntry | undefined =>
  lifetimeEndsAt && { list: 'active', until: lifetimeEndsAt };

export const entryKey = ({ userId, id }: Session, { list, until }: ListEntry): Key => ({
  pk: userId,
  sk: `${listKey(list, until)}#${id}`,
});

export const listKey = (list: SessionList, time: Date): string => `${list}#${sortable(time)}`;
