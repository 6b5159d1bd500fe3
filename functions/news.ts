import type { ScheduledEvent } from 'aws-lambda';
import { type Database, database } from '../shared/database.ts';
import { ConditionFailed } from '../shared/errors.ts';
import { NEWS_BUCKETS, newsStore, type Turn, turnOf } from '../shared/push/news-store.ts';
import { sending } from '../shared/push/sending.ts';
import { telling } from '../shared/push/telling.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { noted, serveTrigger, triggered } from '../shared/trigger.ts';
import { pushNotice } from '../web/notices/push-notice.ts';

/** No further turn is taken after this time; those that are left come first in the next run. */
const CLAIM_MS = 45_000;
/** Turns of a bucket side by side. */
const AT_ONCE = 25;
/** Pieces of news in one turn; what is left has the next one. */
const MOST_PIECES = 20;
const NEXT_TURN_SECONDS = 60;

/**
 * Tells phones once more what their push services would not take. Users take turns, each at most one a minute, and all
 * pushes of a turn go side by side: so somebody's phones that never answer cost the others one push's time, however
 * many they are.
 */
export const news = (
  db: Database,
  store = newsStore(db),
  tell = telling(db, sending(db, pushNotice), store),
) =>
  triggered('news', async ({ time }: Pick<ScheduledEvent, 'time'>) => {
    const now = new Date(time);
    const claimUntil = Date.now() + CLAIM_MS;
    await Promise.all(NEWS_BUCKETS.map(goThrough));

    async function goThrough(bucket: number): Promise<void> {
      while (Date.now() < claimUntil) {
        const turns = await store.turns(bucket, now, AT_ONCE);
        if (turns.length === 0) return;
        await Promise.all(turns.map((turn) => noted('news', () => take(turn))));
      }
    }

    /** Lists the next turn before anything is sent, so that nothing is lost with a run that is interrupted. */
    async function take(turn: Turn): Promise<void> {
      const { userId } = turn;
      const waiting = (await store.ofUser(userId)).sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
      const due = waiting.filter(({ dueAt }) => dueAt <= now).slice(0, MOST_PIECES);
      const nextAt = due.length > 0 ? secondsAfter(now, NEXT_TURN_SECONDS) : waiting[0]?.dueAt;
      const claims = nextAt === undefined ? [] : due.map((piece) => store.claim(piece, nextAt));
      try {
        await db.write(
          store.take(turn),
          ...(nextAt === undefined ? [] : [store.turn(turnOf(userId, nextAt))]),
          ...claims,
        );
      } catch (error) {
        // Another run has this turn, or another turn the same news: then this one comes again.
        if (error instanceof ConditionFailed) return;
        throw error;
      }
      await Promise.all(due.map((piece) => tell(piece, now)));
    }
  });

export const handler = serveTrigger(news(database()));
