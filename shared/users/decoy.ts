import type { UserId } from '../ids.ts';
import { keyedDigest } from '../secrets.ts';

/**
 * The userId that stands in for a name that cannot sign in. It looks like any other, and is the same whenever
 * that name is asked for, so that asking twice tells nothing (DESIGN.md §2).
 *
 * @param secret the server's; without it nobody can tell a decoy's id from a user's
 */
export function decoyUserId(username: string, secret: string): UserId {
  const digest = Buffer.from(keyedDigest(secret, `decoy\n${username}`), 'base64url');
  // 128 bits like those of a real id: of 22 characters cut off the text, the last one could give it away.
  return `usr_${digest.subarray(0, 16).toString('base64url')}`;
}
