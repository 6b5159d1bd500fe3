import { type Database, database } from '../shared/database.ts';
import { ConditionFailed } from '../shared/errors.ts';
import { userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { count } from '../shared/metrics.ts';
import { close, isLetIn } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { userStore } from '../shared/users/user-store.ts';

/**
 * Ends all sessions of the caller's but the one that asks. The mark on the user's row comes first: what was
 * approved before it can no longer be completed, however the rest of this call goes.
 */
export const sessionsEnd = (db: Database, users = userStore(db), sessions = sessionStore(db)) =>
  endpoint('sessions-end', async ({ caller, now }) => {
    const userId = userIdOf(caller);
    const currentId = caller.kind === 'user' ? caller.session.id : undefined;
    const reason = caller.kind === 'phone' ? 'phone' : 'elsewhere';
    try {
      await db.write(users.endAllBefore(userId, now));
    } catch (error) {
      // A later mark stands already, by somebody who ended all at the same time: it does the same.
      if (!(error instanceof ConditionFailed)) throw error;
    }

    const all = await sessions.ofUser(userId);
    const others = all.filter((session) => session.id !== currentId && isLetIn(session, now));
    const ended = await Promise.all(
      others.map(async (session) => {
        try {
          await db.write(sessions.close(close(session, reason, now), now));
          return 1;
        } catch (error) {
          // It ended by itself in the meantime.
          if (error instanceof ConditionFailed) return 0;
          throw error;
        }
      }),
    );
    const endedCount = ended.reduce<number>((sum, one) => sum + one, 0);
    count('RemoteEnds', endedCount);
    return { status: 200, body: { ended: endedCount } };
  });

export const handler = serve(sessionsEnd(database()));
