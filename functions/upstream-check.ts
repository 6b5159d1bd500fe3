import { activityStore } from '../shared/activity/activity-store.ts';
import { type Database, database, type Write } from '../shared/database.ts';
import { ConditionFailed } from '../shared/errors.ts';
import { count } from '../shared/metrics.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { type DueSession, dueSessionStore } from '../shared/sessions/due-session-store.ts';
import { endSessions } from '../shared/sessions/ending.ts';
import { isLetIn } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { note } from '../shared/social/note.ts';
import { type Provider, providers } from '../shared/social/provider.ts';
import { isStillHeld } from '../shared/social/standing.ts';
import { ASK_SECONDS } from '../shared/social/upstream.ts';
import { serveTrigger, triggered } from '../shared/trigger.ts';

/** No more sessions are taken up after this time; what is left is due still, and comes first the next time. */
const TAKEN_UP_MS = 45_000;
const AT_ONCE = 25;

/**
 * Asks each provider whether it still stands behind the sessions that it let in, and ends those that it does not,
 * whether or not a tab is open. What is due stands in a list of its own, so the work grows with the sessions of
 * such providers and with nothing else. A provider that does not answer is asked again, and its sessions live on.
 */
export const upstreamCheck = (
  db: Database,
  sessions = sessionStore(db),
  dues = dueSessionStore(db),
  activities = activityStore(db),
) =>
  triggered('upstream-check', async () => {
    const startedAt = new Date();
    const takenUpUntil = startedAt.getTime() + TAKEN_UP_MS;
    const asked = providers().filter(({ revocation }) => revocation !== 'none');
    await Promise.all(asked.map(checkAllOf));

    async function checkAllOf(provider: Provider): Promise<void> {
      while (Date.now() < takenUpUntil) {
        const due = await dues.due(provider.id, startedAt, AT_ONCE);
        if (due.length === 0) return;
        await Promise.all(due.map((session) => check(session, provider)));
      }
    }

    /** Takes the session up and asks; somebody else may have taken it up already. */
    async function check(due: DueSession, provider: Provider): Promise<void> {
      const now = new Date();
      const session = await sessions.get(due.userId, due.sessionId);
      const isLive = session !== undefined && isLetIn(session, now);
      const again = { ...due, at: secondsAfter(now, ASK_SECONDS) };
      // Taken up first, and due again whatever comes of it: of two runs one asks, and refreshes.
      if (!(await written(dues.takeUp(due), ...(isLive ? [dues.list(again)] : []))) || !isLive) return;
      try {
        const isHeld = await isStillHeld(session, provider, now, db);
        if (isHeld !== true) await written(dues.takeUp(again));
        if (isHeld !== false) return;
        const endedAt = new Date();
        const ended = await endSessions(db, sessions, [session], 'provider', endedAt, () => [
          activities.ended(session, 'provider', endedAt),
        ]);
        count('RemoteEnds', ended.length);
      } catch (error) {
        note(provider.id, error);
      }
    }

    async function written(...writes: Write[]): Promise<boolean> {
      try {
        await db.write(...writes);
        return true;
      } catch (error) {
        if (error instanceof ConditionFailed) return false;
        throw error;
      }
    }
  });

export const handler = serveTrigger(upstreamCheck(database()));
