/**
 * The API answers only what came through CloudFront (design §6.13), which adds a secret header over whatever a
 * client sends under its name. So the headers about the viewer (address, place) are CloudFront's, too.
 */
import { env } from '../env.ts';
import { NodError } from '../errors.ts';
import { digest, opens } from '../secrets.ts';

export const ORIGIN_SECRET_HEADER = 'x-origin-secret';

/** @throws {NodError} `not_through_site` */
export function assertThroughSite(headers: Readonly<Record<string, string | undefined>>): void {
  const given = headers[ORIGIN_SECRET_HEADER] ?? '';
  // All of them, so that the time does not tell which one was meant.
  const opened = env.originSecrets.filter((secret) => opens(given, digest(secret)));
  if (opened.length === 0) {
    throw new NodError('not_through_site', 'Call this API at the address of its site.');
  }
}
