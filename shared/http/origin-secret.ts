/**
 * The API answers only what came through CloudFront (DESIGN.md §6.13), which adds a secret header over whatever a
 * client sends under its name. So the headers about the viewer (address, place) are CloudFront's, too.
 */
import { env } from '../env.ts';
import { NodError } from '../errors.ts';
import { digest, matchesSecret } from '../secrets.ts';

export const ORIGIN_SECRET_HEADER = 'x-origin-secret';

/**
 * Checks that the header shows our secret: alone, or beside the one before it while the secret is rotated.
 * @throws {NodError} `direct_access_refused`
 */
export function assertViaCloudFront(headers: Readonly<Record<string, string | undefined>>): void {
  const ours = digest(env.originSecret);
  const shown = headers[ORIGIN_SECRET_HEADER]?.split(',', 2) ?? [];
  if (!shown.some((secret) => matchesSecret(secret, ours))) {
    throw new NodError('direct_access_refused', 'Call this API at the address of its site.');
  }
}
