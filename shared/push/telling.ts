/** Tells a user's phones a piece of news, and keeps what is left of it for later. */
import type { Database } from '../database.ts';
import { afterTry, type News } from './news.ts';
import { newsStore } from './news-store.ts';
import { type SendToAll, sending } from './sending.ts';

/** How long a push service keeps what a phone is told of its account. */
const TOLD_WITHIN_SECONDS = 7 * 24 * 60 * 60;

export function telling(db: Database, news = newsStore(db), sendToAll: SendToAll = sending(db)) {
  /** One try; the news is kept already, so that it is tried later should this one be interrupted. */
  return async function tell(piece: News, now: Date): Promise<void> {
    const { message, id, phones } = piece;
    // A recovery can be stopped for ten minutes, and a phone that saves power gets what is not urgent later.
    const urgency = message.kind === 'recovery_begun' ? 'high' : 'normal';
    const push = { message, ttlSeconds: TOLD_WITHIN_SECONDS, urgency, topic: id } as const;
    const left = afterTry(piece, await sendToAll(phones, push), now);
    await db.write(...(left === undefined ? [news.forget(piece)] : news.keep(left)));
  };
}
