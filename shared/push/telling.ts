/** Tells a user's phones a piece of news, and keeps what is left of it for later. */
import type { Database } from '../database.ts';
import { afterTry, type News } from './news.ts';
import { newsStore } from './news-store.ts';
import type { SendToAll, Unworded } from './sending.ts';

/** How long a push service keeps what a phone is told of its account. */
const TOLD_WITHIN_SECONDS = 7 * 24 * 60 * 60;

export function telling(db: Database, sendToAll: SendToAll, news = newsStore(db)) {
  /**
   * One try; the news is kept already, so that it is tried later should this one be interrupted.
   * @param withinMs how long a push may take, if less than usual
   */
  return async function tell(piece: News, now: Date, withinMs?: number): Promise<void> {
    const { message, id, phones } = piece;
    // A recovery can be stopped for ten minutes, and a phone that saves power gets what is not urgent later.
    const urgency = message.kind === 'recovery_begun' ? 'high' : 'normal';
    const push: Unworded = {
      message,
      ttlSeconds: TOLD_WITHIN_SECONDS,
      urgency,
      topic: id,
      ...(withinMs === undefined ? {} : { withinMs }),
    };
    const left = afterTry(piece, await sendToAll(phones, push), now);
    await db.write(...(left === undefined ? [news.forget(piece)] : news.keep(left)));
  };
}
