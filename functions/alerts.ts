import type { ScheduledEvent } from 'aws-lambda';
import { ALERT_PAUSE_SECONDS } from '../shared/alerts/alert.ts';
import { ALERTS_DUE, alertStore } from '../shared/alerts/alert-store.ts';
import { alerting } from '../shared/alerts/alerting.ts';
import { alertTurn } from '../shared/alerts/give-alert.ts';
import { type Database, database } from '../shared/database.ts';
import type { UserId } from '../shared/ids.ts';
import { sending } from '../shared/push/sending.ts';
import { takingTurns } from '../shared/push/taking-turns.ts';
import { type Turn, turnStore } from '../shared/push/turn-store.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { serveTrigger, triggered } from '../shared/trigger.ts';
import { pushNotice } from '../web/notices/push-notice.ts';

/** Of conversations and of threads that wait for one person, each, in one turn; what is left has the next one. */
const MOST_AT_ONCE = 25;

/**
 * Tells phones of mentions, replies and messages, where the person has asked for that. Apart from what rings and from news of the
 * account: however much somebody is mentioned, and however slow their push service is, nobody's sign-in waits for it. Users
 * take turns, and all pushes of a turn go side by side.
 */
export const alerts = (
  db: Database,
  store = alertStore(db),
  turns = turnStore(db, ALERTS_DUE),
  alertOf = alerting(db, sending(db, pushNotice), store),
) =>
  triggered('alerts', async ({ time }: Pick<ScheduledEvent, 'time'>) => {
    const now = new Date(time);
    await takingTurns('alerts', turns, now, take);

    async function take(userId: UserId, come: readonly Turn[]): Promise<void> {
      const waiting = await store.ofUser(userId, MOST_AT_ONCE);
      const next = alertTurn({ userId }, secondsAfter(now, ALERT_PAUSE_SECONDS));
      if (await turns.take(come, waiting.length === 0 ? undefined : next))
        await alertOf(userId, waiting, now);
    }
  });

export const handler = serveTrigger(alerts(database()));
