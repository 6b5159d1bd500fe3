import { isSameAlerts, withAlertChanges } from '../shared/alerts/alert.ts';
import { alertStore } from '../shared/alerts/alert-store.ts';
import { alertsResponse } from '../shared/alerts/alerts-response.ts';
import { alertsChooseCall } from '../shared/api/alerts.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { ALERT_LIMITS } from '../shared/limits/limits.ts';
import { optimisticRetry } from '../shared/optimistic-retry.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { undoLogStore } from '../shared/undo/undo-log-store.ts';
import { userOf } from '../shared/users/user-store.ts';

/** Two pages of one person may choose at once. */
const ATTEMPTS = 3;

/** Chooses of what phones tell, with a note of what it was, in one transaction that is held to the session's life. */
export const alertsChoose = (
  db: Database,
  alerts = alertStore(db),
  live = liveSessionStore(db),
  undoLog = undoLogStore(db),
  limits = limitStore(db),
) =>
  endpoint(alertsChooseCall, async ({ body, caller: { session }, now }) => {
    const { userId } = session;
    await limits.count(ALERT_LIMITS.choicesPerUser, userId, now);
    const chosen = await optimisticRetry(
      ATTEMPTS,
      async () => {
        const user = await userOf(db, userId);
        if (user === undefined) throw new NodError('not_signed_in', 'Sign in first.');
        const before = user.alerts ?? [];
        const after = withAlertChanges(before, body);
        if (!isSameAlerts(before, after)) {
          await db.write(
            live.stillActive(session, now),
            alerts.choose(user, after),
            undoLog.note(session, now, { kind: 'alerts', before, after }),
          );
        }
        return after;
      },
      ({ failed: [isOver] }) => {
        if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
      },
    );
    return { status: 200, body: alertsResponse(chosen) };
  });

await prime('Sessions');

export const handler = serve(alertsChoose(database()));
