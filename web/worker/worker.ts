/**
 * The site's service worker: it rings the phone while no page is open, and stands in for pages while Nod cannot
 * be reached. No page depends on its version, so a new one takes over at once.
 */
import { keepOfflinePage, keepOfflinePageIn, offlineAnswer } from './offline.ts';
import { openFrom, renewSubscription, ring } from './push.ts';

declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([keepOfflinePage(), self.skipWaiting()]));
});

self.addEventListener('activate', (event) => {
  // Pages are asked for while the worker starts, not after.
  event.waitUntil(self.registration.navigationPreload.enable());
});

self.addEventListener('fetch', (event) => {
  const answer = offlineAnswer(event);
  if (answer !== undefined) event.respondWith(answer);
});

self.addEventListener('message', (event) => {
  const { language } = event.data ?? {};
  // Without a connection the page stays in the language that it is kept in.
  if (typeof language === 'string') event.waitUntil(keepOfflinePageIn(language).catch(() => {}));
});

self.addEventListener('push', (event) => {
  event.waitUntil(ring(self, event.data));
});

self.addEventListener('notificationclick', (event) => {
  event.waitUntil(openFrom(self.clients, event.notification));
});

self.addEventListener('pushsubscriptionchange', (event) => {
  // The library's types know it as a plain event (Push API §8.3).
  event.waitUntil(renewSubscription(self.registration, event as PushSubscriptionChangeEvent));
});
