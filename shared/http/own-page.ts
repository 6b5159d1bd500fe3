import { env } from '../env.ts';
import { NodError } from '../errors.ts';

/**
 * What changes something, or is opened, comes from our own pages only: own `Origin`, or none and `Sec-Fetch-Site:
 * same-origin` (DESIGN.md §6.8). @throws {NodError} `cross_origin_refused`
 */
export function assertFromOwnPage({
  origin,
  'sec-fetch-site': site,
}: Readonly<Record<string, string | undefined>>): void {
  const isOwn = origin === undefined ? site === 'same-origin' : origin === env.siteOrigin;
  if (!isOwn) throw new NodError('cross_origin_refused', 'This call did not come from a page of this site.');
}
