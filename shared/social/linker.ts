import type { Database } from '../database.ts';
import { type Asking, authenticateAs } from '../http/auth.ts';
import { noSuchDance, type Outbound, type Paused } from './dance.ts';

/**
 * Whoever links must be signed in as on the way out, in the same session: the freshness was asked for at the
 * start.
 * @throws {NodError} `not_signed_in`, `provider_refused`
 */
export async function assertLinkerIsHere(
  { linking }: Pick<Outbound | Paused, 'linking'>,
  request: Asking,
  db: Database,
): Promise<void> {
  if (linking === undefined) return;
  const { session } = await authenticateAs('user', request, db);
  if (session.id !== linking.sessionId || session.userId !== linking.userId) throw noSuchDance();
}
