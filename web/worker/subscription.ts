import { call } from '../lib/api.ts';
import { subscriptionBody } from '../lib/push-subscription.ts';

/**
 * Replaces a subscription that the browser has given up by itself, so that the phone goes on ringing. Nothing is
 * said about it where that fails: the page tells when it is opened next.
 */
export async function renewSubscription(
  registration: ServiceWorkerRegistration,
  { oldSubscription, newSubscription }: PushSubscriptionChangeEvent,
): Promise<void> {
  const options = oldSubscription?.options;
  if (newSubscription === null && options === undefined) return;
  const renewed = newSubscription ?? (await registration.pushManager.subscribe(options));
  await call('push-subscribe', { body: subscriptionBody(renewed) });
}
