import type { Database } from '../database.ts';
import { type Asking, signedInUser } from '../http/auth.ts';
import { signInOf } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import {
  type AwaitingInput,
  noSuchAuthorizationRequest,
  type PendingAuthorization,
} from './authorization-request.ts';

/**
 * The session that adds a provider to its account, or none where it is a sign-in. Whoever links must come back in the
 * sign-in that began it, stepped up since or not; that it was fresh was checked then.
 * @throws {NodError} `not_signed_in`, `phone_away`, `authorization_unknown`
 */
export async function linkingSession(
  { linking }: Pick<PendingAuthorization | AwaitingInput, 'linking'>,
  request: Asking,
  db: Database,
): Promise<Session | undefined> {
  if (linking === undefined) return undefined;
  const { session } = await signedInUser(request, db);
  if (signInOf(session) !== linking.sessionId || session.userId !== linking.userId)
    throw noSuchAuthorizationRequest();
  return session;
}
