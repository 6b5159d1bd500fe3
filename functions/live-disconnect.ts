import { bellStore } from '../shared/bell/bell-store.ts';
import { hangUp } from '../shared/bell/hanging-up.ts';
import { type Database, database } from '../shared/database.ts';
import type { ConnectAnswer, DisconnectEvent } from '../shared/http/connect.ts';
import { serveTrigger, triggered } from '../shared/trigger.ts';

/** A connection has closed. API Gateway says so mostly, and not always. */
export const liveDisconnect = (db: Database, bells = bellStore(db)) =>
  triggered('live-disconnect', async ({ requestContext }: DisconnectEvent): Promise<ConnectAnswer> => {
    const place = await bells.placeOf(requestContext.connectionId);
    if (place !== undefined) await hangUp(db, place, bells);
    return { statusCode: 200 };
  });

export const handler = serveTrigger(liveDisconnect(database()));
