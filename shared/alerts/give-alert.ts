import { currentTime } from '../clock.ts';
import type { Database } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import { turnOf, turnStore } from '../push/turn-store.ts';
import { userOf } from '../users/user-store.ts';
import { type Alert, alertDueAt, wantsAlert } from './alert.ts';
import { ALERTS_DUE, alertStore } from './alert-store.ts';

/** Turns of somebody's alerts are so far apart at least, so that many who write to them at once are one. */
const TURN_MS = 10_000;

/** When somebody's alerts are told that are due at a time. */
export const alertTurn = ({ userId }: Pick<Alert, 'userId'>, dueAt: Date) => turnOf(userId, dueAt, TURN_MS);

/**
 * Has somebody's phones told of something if they have asked for that, once, however often it is called. It sends nothing:
 * nobody's push service makes what follows a table wait.
 */
export async function giveAlert(db: Database, alert: Alert, now: Date): Promise<void> {
  if (!wantsAlert(await userOf(db, alert.userId), alert.kind)) return;
  const alerts = alertStore(db);
  try {
    await db.write(...alerts.keep(alert, now));
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    const [wasNoted] = error.failed;
    if (!wasNoted) await db.put(alerts.noted(alert, now));
  }
  // Also where it was kept before: that call may have ended here. A turn in which nothing waits does no harm. By the time it
  // is now: a turn that has come already may be being taken, by a run that has looked before this was kept.
  await db.put(turnStore(db, ALERTS_DUE).turn(alertTurn(alert, alertDueAt(currentTime()))));
}
