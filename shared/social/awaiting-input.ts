import { NodError } from '../errors.ts';
import { parseSessionToken, SIGNIN_COOKIE } from '../http/cookies.ts';
import type { Incoming } from '../http/request.ts';
import { type AwaitingInput, isSameBrowser } from './authorization-request.ts';
import type { AuthorizationRequestStore } from './authorization-request-store.ts';

/** The authorization request that waits for an answer from this very browser. @throws {NodError} `not_waiting` */
export async function authorizationAwaitingInput(
  authorizations: AuthorizationRequestStore,
  { cookies, now }: Pick<Incoming, 'cookies' | 'now'>,
): Promise<AwaitingInput> {
  const cookie = parseSessionToken(cookies[SIGNIN_COOKIE]);
  const authorization = cookie && (await authorizations.awaitingInput(cookie.sessionId, now));
  if (authorization === undefined || !isSameBrowser(authorization, cookie)) {
    throw new NodError('not_waiting', 'This browser is not waiting for an answer. Start again.');
  }
  return authorization;
}
