import type { Database } from '../database.ts';
import { type Asking, authenticateAs } from '../http/auth.ts';
import {
  type AwaitingInput,
  noSuchAuthorizationRequest,
  type PendingAuthorization,
} from './authorization-request.ts';

/**
 * Whoever links an account must come back in the session that began it; that the session was fresh was checked then.
 * @throws {NodError} `not_signed_in`, `provider_refused`
 */
export async function assertLinkingSession(
  { linking }: Pick<PendingAuthorization | AwaitingInput, 'linking'>,
  request: Asking,
  db: Database,
): Promise<void> {
  if (linking === undefined) return;
  const { session } = await authenticateAs('user', request, db);
  if (session.id !== linking.sessionId || session.userId !== linking.userId)
    throw noSuchAuthorizationRequest();
}
