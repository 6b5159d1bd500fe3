/** How often a user's phones ring (DESIGN.md §6.6): each sign-in once, and only so many of them. */
import type { SessionId } from '../ids.ts';
import type { Limit } from '../limits/limits.ts';
import { secondsBetween } from '../seconds.ts';

export type Ring = { sessionId: SessionId; at: Date };

/**
 * The rings that count against the limit, with one more for this sign-in; `undefined` if the phones must not ring,
 * because they have rung for this sign-in already (a stream may deliver a record twice), or as often as the limit
 * allows within its window.
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
