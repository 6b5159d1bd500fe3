/** What a push makes the phone do, what a tap on its notification opens, and how the phone goes on being rung. */
import type { PushNotice } from '../../shared/push/push-message.ts';
import { call } from '../lib/api.ts';
import { subscriptionBody } from '../lib/push-subscription.ts';

/** Vibration and a repeated ring are no part of the library's types (Notifications API §2.1). */
type Options = NotificationOptions & { renotify: boolean; vibrate: number[]; data: { path: string } };

/** What is shown of a push that cannot be read, or of an older Nod: a browser that gets one must show something. */
const UNREAD = { title: 'Nod', tag: 'news', path: '/phone' };

export async function ring(
  { registration, clients }: Pick<ServiceWorkerGlobalScope, 'registration' | 'clients'>,
  data: PushMessageData | null,
): Promise<void> {
  const notice = noticeIn(data);
  const { title, tag, path, ...said } = notice ?? UNREAD;
  const options: Options = {
    ...said,
    tag,
    renotify: true,
    vibrate: [120, 80, 120],
    icon: '/icon-192.png',
    badge: '/badge-96.png',
    data: { path },
  };
  await registration.showNotification(title, options);
  if (!notice?.rings) return;
  // A page that is open shows at once that somebody waits.
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const open of windows) open.postMessage({ rings: true });
}

function noticeIn(data: PushMessageData | null): PushNotice | undefined {
  try {
    const notice: PushNotice | undefined = data?.json();
    return notice?.title === undefined ? undefined : notice;
  } catch {
    return undefined;
  }
}

/**
 * Brings the page that a notification leads to to the front where it is open, and opens it where it is not. The phone's own
 * page is told which of its screens is meant; any other shows what it is about by itself.
 */
export async function openFrom(clients: Clients, notification: Notification): Promise<void> {
  notification.close();
  const { path } = notification.data;
  const { pathname } = new URL(path, location.origin);
  const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const open = windows.find(({ url }) => new URL(url).pathname === pathname);
  if (open === undefined) return void (await clients.openWindow(path));
  if (pathname === '/phone') open.postMessage({ opens: path });
  await open.focus();
}

/**
 * Replaces a subscription that the browser has given up by itself, so that the phone goes on ringing, in the language
 * that it has said. Nothing is said about it where that fails: the page tells when it is opened next.
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
