/**
 * The lists of a user's sessions: a small row for each, `pk = userId, sk = <list>#<milliseconds>#<id>`, for as long
 * as somebody asks for the list. Strangers' starts have one of their own, so that no flood of them slows what the
 * user sees, and times stand in the keys, so that what is over is not even read.
 */
import type { Key } from '../database.ts';
import { TICKET_SECONDS } from '../devices/ticket.ts';
import type { SessionId } from '../ids.ts';
import { secondsAfter, sortable } from '../seconds.ts';
import { PENDING_SECONDS, type Session } from './session.ts';

/**
 * `active`: approved and active sessions, each with what is shown of it (`granted-session.ts`). `pending-known`: sign-ins of known browsers, which ring. `pending-unknown`:
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

export const activeEntry = ({ lifetimeEndsAt }: Pick<Session, 'lifetimeEndsAt'>): ListEntry | undefined =>
  lifetimeEndsAt && { list: 'active', until: lifetimeEndsAt };

type Named = Pick<Session, 'userId' | 'id'>;

export const entryKey = ({ userId, id }: Named, { list, until }: ListEntry): Key => ({
  pk: userId,
  sk: `${listKey(list, until)}#${id}`,
});

/** A place in a list: the end of an entry's key. */
export type ListPlace = `${number}#${SessionId}`;

export const isListPlace = (text: string): text is ListPlace => /^\d{13}#ses_[A-Za-z0-9_-]{22}$/.test(text);

export const keyAt = (list: SessionList, place: ListPlace): string => `${list}#${place}`;

export const placeIn = (sk: string): ListPlace => sk.slice(sk.indexOf('#') + 1) as ListPlace;

export const listKey = (list: SessionList, time: Date): string => `${list}#${sortable(time)}`;
