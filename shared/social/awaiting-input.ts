import { NodError } from '../errors.ts';
import { flowSecret } from '../http/flow-cookies.ts';
import type { Incoming } from '../http/request.ts';
import type { SessionId } from '../ids.ts';
import { type AwaitingInput, isSameBrowser } from './authorization-request.ts';
import type { AuthorizationRequestStore } from './authorization-request-store.ts';

/**
 * The authorization request of this id, which waits for an answer from this very browser.
 * @throws {NodError} `not_awaiting_input`
 */
export async function authorizationAwaitingInput(
  authorizations: AuthorizationRequestStore,
  id: string | undefined,
  { cookies, now }: Pick<Incoming, 'cookies' | 'now'>,
): Promise<AwaitingInput> {
  const secret = flowSecret('oidc', id, cookies);
  // Only an id of the right form has a secret.
  const authorization =
    secret === undefined ? undefined : await authorizations.awaitingInput(id as SessionId, now);
  if (authorization === undefined || !isSameBrowser(authorization, secret)) {
    throw new NodError('not_awaiting_input', 'This browser is not waiting for an answer. Start again.');
  }
  return authorization;
}
