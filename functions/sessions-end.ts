import { whereOf } from '../shared/activity/activity.ts';
import { activityStore } from '../shared/activity/activity-store.ts';
import { sessionsEndCall } from '../shared/api/sessions.ts';
import { type Database, database } from '../shared/database.ts';
import { ConditionFailed } from '../shared/errors.ts';
import { userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { count } from '../shared/metrics.ts';
import { endSessions } from '../shared/sessions/ending.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { userStore } from '../shared/users/user-store.ts';

/**
 * Ends all sessions of the caller's but the one that asks. `notBefore` on the user's row is written first: what was
 * approved before it can no longer be completed, however the rest of this call goes.
 */
export const sessionsEnd = (
  db: Database,
  users = userStore(db),
  sessions = sessionStore(db),
  lists = sessionListStore(db),
  activities = activityStore(db),
) =>
  endpoint(sessionsEndCall, async ({ caller, viewer, now }) => {
    const userId = userIdOf(caller);
    const currentId = caller.kind === 'user' ? caller.session.id : undefined;
    const reason = caller.kind === 'phone' ? 'phone' : 'elsewhere';
    try {
      await db.write(users.endAllBefore(userId, now));
    } catch (error) {
      // A concurrent call has written a later `notBefore` already, which does the same.
      if (!(error instanceof ConditionFailed)) throw error;
    }

    const others = (await lists.granted(userId, now)).filter(({ id }) => id !== currentId);
    const ended = await endSessions(db, sessions, others, reason, now, ({ length }) => [
      activities.record({
        userId,
        at: now,
        kind: 'ended_all',
        by: reason,
        count: length,
        ...whereOf(viewer),
      }),
    ]);
    count('RemoteEnds', ended.length);
    return { status: 200, body: { ended: ended.length } };
  });

export const handler = serve(sessionsEnd(database()));
