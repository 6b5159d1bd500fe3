import type { Database } from '../../shared/database.ts';
import type { UserId } from '../../shared/ids.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { pending } from './sessions.ts';

/** As many sign-ins of unknown browsers that wait for one user. */
export async function pendingFlood(db: Database, userId: UserId, count: number): Promise<void> {
  const sessions = sessionStore(db);
  for (let at = 0; at < count; at++) {
    await db.write(...sessions.start(pending(new Date(), { userId, known: false, browser: 'In the crowd' })));
  }
}
