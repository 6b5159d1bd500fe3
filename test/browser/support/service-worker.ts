/** The service worker of a browser on screen: what it is brought, and what it shows. */
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { expect } from 'vitest';

/** What a service worker has around it, for what is run inside one. */
declare const registration: ServiceWorkerRegistration;

/** The service worker of a browser, once it is in charge. */
export async function workerOf(context: BrowserContext): Promise<Worker> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  await expect.poll(() => worker.evaluate(() => registration.active?.state)).toBe('activated');
  return worker;
}

/** The notifications that a service worker shows. */
export function shownBy(worker: Worker) {
  return worker.evaluate(async () =>
    (await registration.getNotifications()).map(({ title, body, data }) => ({
      title,
      body,
      path: data.path,
    })),
  );
}

/** Opens the phone page, and answers with what brings it a push as the browser vendor's service would. */
export async function pushesTo(phone: Page): Promise<(data: string) => Promise<void>> {
  const devtools = await phone.context().newCDPSession(phone);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0] !== undefined) resolve(registrations[0].registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  await phone.goto('/phone');
  const registrationId = await registered;
  await workerOf(phone.context());
  const { origin } = new URL(phone.url());
  return async (data) => {
    await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
  };
}
