/** How often a user's phones ring (design §6.6): each sign-in once, and only so many of them. */
import type { SessionId } from '../ids.ts';
import type { Limit } from '../limits/limits.ts';
import { secondsBetween } from '../seconds.ts';

export type Ring = { sessionId: SessionId; at: Date };

/**
 * The rings that count with one more for this sign-in, or `undefined` where the phones are not to ring: for this one
 * they have (a stream may tell things twice), or they rang too often in the time that any window of the limit is long.
 */
export function withRing(
  rings: readonly Ring[],
  sessionId: SessionId,
  { most, perSeconds }: Pick<Limit, 'most' | 'perSeconds'>,
  now: Date,
): Ring[] | undefined {
  const counting = rings.filter(({ at }) => secondsBetween(at, now) < perSeconds);
  const hasRung = counting.some((ring) => ring.sessionId === sessionId);
  return hasRung || counting.length >= most ? undefined : [...counting, { sessionId, at: now }];
}
