import { NodError } from '../errors.ts';
import { parseSessionToken, SIGNIN_COOKIE } from '../http/cookies.ts';
import type { Incoming } from '../http/request.ts';
import { isSameBrowser, type Paused } from './dance.ts';
import type { DanceStore } from './dance-store.ts';

/** The dance that waits for an answer from this very browser. @throws {NodError} `not_waiting` */
export async function pausedDance(
  dances: DanceStore,
  { cookies, now }: Pick<Incoming, 'cookies' | 'now'>,
): Promise<Paused> {
  const cookie = parseSessionToken(cookies[SIGNIN_COOKIE]);
  const dance = cookie && (await dances.paused(cookie.sessionId, now));
  if (dance === undefined || !isSameBrowser(dance, cookie)) {
    throw new NodError('not_waiting', 'This browser is not waiting for an answer. Start again.');
  }
  return dance;
}
