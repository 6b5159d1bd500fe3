import { activityStore } from '../shared/activity/activity-store.ts';
import { type Database, database } from '../shared/database.ts';
import { ConditionFailed } from '../shared/errors.ts';
import { count } from '../shared/metrics.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { dueSessionStore } from '../shared/sessions/due-session-store.ts';
import { endSessions } from '../shared/sessions/ending.ts';
import { isLetIn, type Session } from '../shared/sessions/session.ts';
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
 * whether or not a tab is open. What is due is read from a sparse index, so the work grows with the sessions of
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
        const taken = await Promise.all(due.map((session) => check(session, provider)));
        // The index lags behind: what it shows once more has been taken up already.
        if (!taken.includes(true)) return;
      }
    }

    /** Whether it was this call that took the session up. */
    async function check(seen: Session, provider: Provider): Promise<boolean> {
      const now = new Date();
      const next = secondsAfter(now, ASK_SECONDS);
      const session = await sessions.get(seen.userId, seen.id);
      const isLive = session !== undefined && isLetIn(session, now);
      // Taken up first, so that of two runs one asks, and refreshes.
      if (!(await askAgain(seen, isLive ? next : undefined))) return false;
      if (!isLive) return true;
      try {
        const isHeld = await isStillHeld(session, provider, now, db);
        if (isHeld === undefined) await askAgain({ ...session, askProviderAt: next }, undefined);
        if (isHeld === false) {
          const endedAt = new Date();
          const ended = await endSessions(db, sessions, [session], 'provider', endedAt, () => [
            activities.ended(session, 'provider', endedAt),
          ]);
          count('RemoteEnds', ended.length);
        }
      } catch (error) {
        note(provider.id, error);
      }
      return true;
    }

    async function askAgain(seen: Session, next: Date | undefined): Promise<boolean> {
      try {
        await db.update(dues.askAgain(seen, next));
        return true;
      } catch (error) {
        if (error instanceof ConditionFailed) return false;
        throw error;
      }
    }
  });

export const handler = serveTrigger(upstreamCheck(database()));
