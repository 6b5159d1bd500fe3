import { pushSubscribeCall } from '../shared/api/push.ts';
import { type Database, database } from '../shared/database.ts';
import { env } from '../shared/env.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { endpointOf } from '../shared/push/endpoint.ts';
import { assertLeadsOutside, resolveName } from '../shared/push/lookup.ts';
import { pushStore } from '../shared/push/push-store.ts';

/** From now on this phone is rung, through the push service that its browser names. */
export const pushSubscribe = (db: Database, pushes = pushStore(db), resolve = resolveName) =>
  endpoint(pushSubscribeCall, async ({ body: { language, ...push }, caller: { device } }) => {
    const url = endpointOf(push.endpoint, env.localPushOrigin);
    if (url.origin !== env.localPushOrigin) await assertLeadsOutside(url, resolve);
    await db.update(pushes.subscribe(device, push, language));
    return { status: 200, body: { subscribed: true } };
  });

export const handler = serve(pushSubscribe(database()));
