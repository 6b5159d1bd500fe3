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

/** So long a call may take, with what is left of it for the answer, before it is cut off. */
const DONE_MS = 7500;

/**
 * Ends all sessions of the caller's but the one that asks, by their list alone. `notBefore` on the user's row is written
 * first: what was approved before it can no longer be completed, however the rest of this call goes. What is ended leaves
 * the list, so that a repeat goes on with the rest.
 */
export const sessionsEnd = (
  db: Database,
  users = userStore(db),
  sessions = sessionStore(db),
  lists = sessionListStore(db),
  activities = activityStore(db),
) =>
  endpoint(sessionsEndCall, async ({ caller, viewer, now }) => {
    const begun = performance.now();
    const userId = userIdOf(caller);
    const currentId = caller.kind === 'user' ? caller.session.id : undefined;
    const reason = caller.kind === 'phone' ? 'phone' : 'elsewhere';
    try {
      await db.write(users.endAllBefore(userId, now));
    } catch (error) {
      // A concurrent call has written a later `notBefore` already, which does the same.
      if (!(error instanceof ConditionFailed)) throw error;
    }

    // Nothing more is begun that would not be done in time if it takes as long as this first write.
    const beginUntil = begun + DONE_MS - (performance.now() - begun);
    const isTimeLeft = () => performance.now() < beginUntil;
    const others = (await lists.granted(userId, now)).filter(({ id }) => id !== currentId);
    const noteOf = ({ length }: { length: number }) => [
      activities.record({
        userId,
        at: now,
        kind: 'ended_all',
        by: reason,
        count: length,
        ...whereOf(viewer),
      }),
    ];
    const ended = await endSessions(db, sessions, others, reason, now, noteOf, isTimeLeft);
    count('RemoteEnds', ended.length);
    const isCutShort = ended.length < others.length && !isTimeLeft();
    return { status: 200, body: { ended: ended.length, ...(isCutShort ? { more: true } : {}) } };
  });

export const handler = serve(sessionsEnd(database()));
