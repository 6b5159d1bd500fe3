import { pushUnsubscribeCall } from '../shared/api/push.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { pushStore } from '../shared/push/push-store.ts';

/** This phone is not rung any more. */
export const pushUnsubscribe = (db: Database, pushes = pushStore(db)) =>
  endpoint(pushUnsubscribeCall, async ({ caller: { device } }) => {
    await db.update(pushes.unsubscribe(device));
    return { status: 200, body: { subscribed: false } };
  });

export const handler = serve(pushUnsubscribe(database()));
