import type { Database } from '../../shared/database.ts';
import type { UserId } from '../../shared/ids.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { pending } from './sessions.ts';

/** As many as fit into a transaction, of two rows each. */
const AT_ONCE = 50;

/** As many sign-ins of unknown browsers that wait for one user, as if each had another address. */
export async function pendingFlood(db: Database, userId: UserId, count: number): Promise<void> {
  const sessions = sessionStore(db);
  for (let left = count; left > 0; left -= AT_ONCE) {
    const crowd = Array.from({ length: Math.min(left, AT_ONCE) }, () =>
      pending(new Date(), { userId, known: false, browser: 'In the crowd' }),
    );
    await db.write(...crowd.flatMap(sessions.start));
  }
}
