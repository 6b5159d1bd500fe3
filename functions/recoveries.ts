import { recoveriesCall } from '../shared/api/recovery.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { begunRecoveries } from '../shared/recovery/begun-recoveries.ts';

/** The recoveries of this phone's user that wait for a new phone and can be stopped, newest first. */
export const recoveries = (db: Database, begun = begunRecoveries(db)) =>
  endpoint(recoveriesCall, async ({ caller: { user }, now }) => {
    const { recoveries } = await begun.waiting(user.id, now);
    const items = recoveries.map(({ session: { id, browser, os, place, ip, startedAt, endsAt } }) => ({
      sessionId: id,
      browser,
      os,
      place,
      ip,
      startedAt: startedAt.toISOString(),
      expiresAt: endsAt.toISOString(),
    }));
    return { status: 200, body: { items, next: null } };
  });

export const handler = serve(recoveries(database()));
