/** What a push makes the phone do, what a tap on its notification opens, and how the phone goes on being rung. */
import type { PushMessage } from '../../shared/push/push-message.ts';
import { call } from '../lib/api.ts';
import { subscriptionBody } from '../lib/push-subscription.ts';
import { notificationOf } from './notification.ts';

/** Vibration and a repeated ring are no part of the library's types (Notifications API §2.1). */
type Options = NotificationOptions & { renotify: boolean; vibrate: number[]; data: { path: string } };

export async function ring(
  { registration, clients }: Pick<ServiceWorkerGlobalScope, 'registration' | 'clients'>,
  data: PushMessageData | null,
): Promise<void> {
  const message = messageIn(data);
  const { title, body, tag, path } = notificationOf(message);
  const options: Options = {
    body,
    tag,
    renotify: true,
    vibrate: [120, 80, 120],
    icon: '/icon-192.png',
    badge: '/badge-96.png',
    data: { path },
  };
  await registration.showNotification(title, options);
  if (message?.type !== 'request') return;
  // A page that is open shows at once that somebody waits.
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const open of windows) open.postMessage({ rings: true });
}

function messageIn(data: PushMessageData | null): PushMessage | undefined {
  try {
    return data?.json();
  } catch {
    return undefined;
  }
}

/** Brings the phone's page to the front where it is open, and opens it where it is not. */
export async function openFrom(clients: Clients, notification: Notification): Promise<void> {
  notification.close();
  const { path } = notification.data;
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.find(({ url }) => new URL(url).pathname === '/phone');
  if (open === undefined) return void (await clients.openWindow(path));
  open.postMessage({ opens: path });
  await open.focus();
}

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
