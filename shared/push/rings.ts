/** How often a user's phones ring and are told news (DESIGN.md §6.6): for each thing once, and only so often. */
import type { Limit } from '../limits/limits.ts';
import { secondsBetween } from '../seconds.ts';

/** What the phones rang for: the id of a sign-in or of a piece of news. */
export type Ring = { id: string; at: Date };

/**
 * The rings that count against the limit, with one more for this id; `undefined` if the phones must not ring, because
 * they have rung for it already (a stream may deliver a record twice), or as often as the limit allows within its
 * window.
 */
export function withRing(
  rings: readonly Ring[],
  id: string,
  { most, perSeconds }: Pick<Limit, 'most' | 'perSeconds'>,
  now: Date,
): Ring[] | undefined {
  const counting = rings.filter(({ at }) => secondsBetween(at, now) < perSeconds);
  const hasRung = counting.some((ring) => ring.id === id);
  return hasRung || counting.length >= most ? undefined : [...counting, { id, at: now }];
}
