import { MOST_LISTENERS } from '../shared/bell/bell.ts';
import { bellStore } from '../shared/bell/bell-store.ts';
import { listenerOf } from '../shared/bell/listening.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { type Connecting, serveConnect } from '../shared/http/connect.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { optimisticRetry } from '../shared/optimistic-retry.ts';
import { triggered } from '../shared/trigger.ts';

/** How long a page that is refused for want of a place does best to wait: some hold one that has closed unheard. */
const RETRY_SECONDS = 60;

/**
 * Lets a page listen to the bell. Where all places are taken the newest is refused, and not the eldest put out: who is
 * refused knows it and polls, while who was put out would go on believing that it hears.
 */
export const liveConnect = (db: Database, bells = bellStore(db), limits = limitStore(db)) =>
  triggered('live-connect', async (connecting: Connecting) => {
    const { ip, now } = connecting;
    await limits.count(LIMITS.bellsPerAddress, ip, now);
    const listener = await listenerOf(connecting, db);
    await optimisticRetry(MOST_LISTENERS, async () => {
      const place = await bells.free(listener, now);
      if (place === undefined) {
        throw new NodError('too_many', 'Too many pages listen already.', { retryAfter: RETRY_SECONDS });
      }
      await db.write(...bells.add(listener, place, now));
    });
  });

export const handler = serveConnect(liveConnect(database()));
