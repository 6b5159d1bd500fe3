import { pushKeyCall } from '../shared/api/push.ts';
import { env } from '../shared/env.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { vapidKeys } from '../shared/push/vapid.ts';

/** What the phone's browser needs to subscribe (`applicationServerKey`), and whether this phone is rung already. */
export const pushKey = () =>
  endpoint(pushKeyCall, async ({ caller: { device } }) => {
    const { publicKey } = vapidKeys(env.keySecret);
    return { status: 200, body: { publicKey, subscribed: device.push !== undefined } };
  });

export const handler = serve(pushKey());
