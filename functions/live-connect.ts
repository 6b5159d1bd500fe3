import { MOST_LISTENERS, type Placed } from '../shared/bell/bell.ts';
import { bellStore } from '../shared/bell/bell-store.ts';
import { hangUp } from '../shared/bell/hanging-up.ts';
import { listenerOf } from '../shared/bell/listening.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { type Connecting, serveConnect } from '../shared/http/connect.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { optimisticRetry } from '../shared/optimistic-retry.ts';
import { noted, triggered } from '../shared/trigger.ts';

/** How long a page that is refused for want of a place does best to wait: some hold one that has closed unheard. */
const RETRY_SECONDS = 60;

/** One for each place that others may take meanwhile, and one to see that none is left. */
const ATTEMPTS = MOST_LISTENERS + 1;

/**
 * Lets a page listen to the bell. Where all places are taken the newest is refused, and not the eldest put out: who is
 * refused knows it and polls, while who was put out would go on believing that it hears.
 */
export const liveConnect = (db: Database, bells = bellStore(db), limits = limitStore(db)) =>
  triggered('live-connect', async (connecting: Connecting) => {
    const { ip, now } = connecting;
    await limits.count(LIMITS.bellsPerAddress, ip, now);
    const listener = await listenerOf(connecting, db);
    let tried: Placed | undefined;
    try {
      await optimisticRetry(ATTEMPTS, async () => {
        const listensAt = await bells.free(listener, now);
        if (listensAt === undefined) {
          throw new NodError('too_many', 'Too many pages listen already.', { retryAfter: RETRY_SECONDS });
        }
        tried = { ...listener, listensAt };
        await db.put(bells.announce(tried));
        await db.put(bells.add(tried, now));
      });
    } catch (error) {
      // Nobody tells of the end of what was never opened. If this fails, too, TTL and the next look take it away.
      const left = tried;
      if (left !== undefined) await noted('live-connect', () => hangUp(db, left, bells));
      throw error;
    }
  });

export const handler = serveConnect(liveConnect(database()));
