import type { ScheduledEvent } from 'aws-lambda';
import { type Database, database } from '../shared/database.ts';
import type { UserId } from '../shared/ids.ts';
import { NEWS_DUE, newsStore } from '../shared/push/news-store.ts';
import { sending } from '../shared/push/sending.ts';
import { takingTurns } from '../shared/push/taking-turns.ts';
import { telling } from '../shared/push/telling.ts';
import { type Turn, turnOf, turnStore } from '../shared/push/turn-store.ts';
import { secondsAfter } from '../shared/seconds.ts';
import { serveTrigger, triggered } from '../shared/trigger.ts';
import { pushNotice } from '../web/notices/push-notice.ts';

/** Pieces of news in one turn; what is left has the next one. */
const MOST_PIECES = 20;
const NEXT_TURN_SECONDS = 60;

/**
 * Tells phones once more what their push services would not take. Users take turns, each at most one a minute, and all
 * pushes of a turn go side by side.
 */
export const news = (
  db: Database,
  store = newsStore(db),
  turns = turnStore(db, NEWS_DUE),
  tell = telling(db, sending(db, pushNotice), store),
) =>
  triggered('news', async ({ time }: Pick<ScheduledEvent, 'time'>) => {
    const now = new Date(time);
    await takingTurns('news', turns, now, take);

    async function take(userId: UserId, come: readonly Turn[]): Promise<void> {
      const waiting = (await store.ofUser(userId)).sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
      const due = waiting.filter(({ dueAt }) => dueAt <= now).slice(0, MOST_PIECES);
      const nextAt = due.length > 0 ? secondsAfter(now, NEXT_TURN_SECONDS) : waiting[0]?.dueAt;
      const claims = nextAt === undefined ? [] : due.map((piece) => store.claim(piece, nextAt));
      const next = nextAt === undefined ? undefined : turnOf(userId, nextAt);
      if (!(await turns.take(come, next, ...claims))) return;
      await Promise.all(due.map((piece) => tell(piece, now)));
    }
  });

export const handler = serveTrigger(news(database()));
