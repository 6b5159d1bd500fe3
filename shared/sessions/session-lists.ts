/**
 * The lists of a user's sessions: a small row for each, `pk = userId, sk = <list>#<milliseconds>#<id>`, for as long
 * as somebody asks for the list. Strangers' starts have one of their own, so that no flood of them slows what the
 * user sees, and times stand in the keys, so that what is over is not even read.
 */
import type { Key } from '../database.ts';
import { secondsAfter, sortable } from '../seconds.ts';
import { PENDING_SECONDS, type Session } from './session.ts';

/**
 * Let in; waiting and ringing, or waiting for its number to be typed. A decoy is listed as well, where nobody
 * looks: its start must write what another one writes.
 */
export type SessionList = 'in' | 'ringing' | 'asking' | 'decoy';

/** A list, and until when a session is worth looking at there. */
export type Place = { list: SessionList; until: Date };

/** From times that no later arrow changes, so that what listed a session is found again. */
export function waitingPlace({ purpose, known, decoy, startedAt }: Session): Place | undefined {
  if (purpose !== 'signin') return undefined;
  const list = decoy ? 'decoy' : known ? 'ringing' : 'asking';
  return { list, until: secondsAfter(startedAt, PENDING_SECONDS) };
}

export const inPlace = ({ lifetimeEndsAt }: Session): Place | undefined =>
  lifetimeEndsAt && { list: 'in', until: lifetimeEndsAt };

export const listingKey = ({ userId, id }: Session, { list, until }: Place): Key => ({
  pk: userId,
  sk: `${placeIn(list, until)}#${id}`,
});

export const placeIn = (list: SessionList, time: Date): string => `${list}#${sortable(time)}`;
