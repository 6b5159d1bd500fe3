import { activityStore } from '../shared/activity/activity-store.ts';
import { currentTime } from '../shared/clock.ts';
import { type Database, database, type Write } from '../shared/database.ts';
import { ConditionFailed } from '../shared/errors.ts';
import { count } from '../shared/metrics.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { endFound, endSessions, type LiveSession } from '../shared/sessions/ending.ts';
import { type Recheck, recheckStore } from '../shared/sessions/recheck-store.ts';
import { isGranted } from '../shared/sessions/session.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { logProviderError } from '../shared/social/log-provider-error.ts';
import { type Provider, providers } from '../shared/social/provider.ts';
import { RECHECK_SECONDS } from '../shared/social/upstream.ts';
import { isUpstreamSessionActive } from '../shared/social/upstream-session-check.ts';
import { serveTrigger, triggered } from '../shared/trigger.ts';

/** No further session is claimed after this time; those that are left stay due, and come first in the next run. */
const CLAIM_MS = 45_000;
const AT_ONCE = 25;

/**
 * Asks each provider whether the sessions that it let in are still active there, and ends those that are not, whether
 * or not a tab is open. What is due stands in a list of its own, so the work grows with the sessions of such providers
 * and with nothing else. A provider that does not answer is asked again, and its sessions live on.
 */
export const upstreamCheck = (
  db: Database,
  sessions = sessionStore(db),
  lists = sessionListStore(db),
  rechecks = recheckStore(db),
  activities = activityStore(db),
) =>
  triggered('upstream-check', async () => {
    const startedAt = currentTime();
    const claimUntil = startedAt.getTime() + CLAIM_MS;
    const asked = providers().filter(({ revocation }) => revocation !== 'none');
    await Promise.all(asked.map(checkAllOf));

    async function checkAllOf(provider: Provider): Promise<void> {
      while (Date.now() < claimUntil) {
        const due = await rechecks.due(provider.id, startedAt, AT_ONCE);
        if (due.length === 0) return;
        await Promise.all(due.map((session) => check(session, provider)));
      }
    }

    /** Claims the session and asks; another run may have claimed it already. */
    async function check(due: Recheck, provider: Provider): Promise<void> {
      const now = currentTime();
      const isLive = (await goingOn(due, now)).length > 0;
      const again = { ...due, at: secondsAfter(now, RECHECK_SECONDS) };
      // Claimed before the provider is asked, and due again whatever the answer: of two runs only one asks, and
      // refreshes tokens.
      if (!(await written(rechecks.claim(due), ...(isLive ? [rechecks.list(again)] : []))) || !isLive) return;
      try {
        const isActive = await isUpstreamSessionActive(due.sessionId, provider, now, db);
        if (isActive !== true) await written(rechecks.claim(again));
        if (isActive !== false) return;
        const endedAt = currentTime();
        const endAll = (live: LiveSession[]) =>
          endSessions(db, sessions, live, 'provider', endedAt, (batch) =>
            batch.map((session) => activities.ended(session, 'provider', endedAt)),
          );
        count('RemoteEnds', await endFound(() => goingOn(due, endedAt), endAll));
      } catch (error) {
        logProviderError(provider.id, error);
      }
    }

    /** The session, or what goes on with it after a step-up. */
    async function goingOn({ userId, sessionId }: Recheck, now: Date): Promise<LiveSession[]> {
      const session = await sessions.get(userId, sessionId);
      if (session !== undefined && isGranted(session, now)) return [session];
      return lists.goingOn(userId, [sessionId], now);
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
