import type { RequestBody } from '../../shared/responses.ts';

/** A browser's push subscription as the API takes it (Push API §8.1, `toJSON`). */
export function subscriptionBody(subscription: PushSubscription): RequestBody<'push-subscribe'> {
  const { endpoint = '', keys } = subscription.toJSON();
  return { endpoint, keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } };
}
