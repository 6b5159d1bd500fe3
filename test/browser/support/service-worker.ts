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

/** The service worker of a phone whose page is opened now, and what brings it a push as the vendor's service would. */
export async function pushedWorker(phone: Page) {
  const devtools = await phone.context().newCDPSession(phone);
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      if (registrations[0] !== undefined) resolve(registrations[0].registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  await phone.goto('/phone');
  const [registrationId, worker] = [await registered, await workerOf(phone.context())];
  const { origin } = new URL(phone.url());

  /**
   * Brings a push until one notification is shown, which leads to `path`. On a busy machine the devtools lose a push,
   * and a repeat takes the place of the first.
   */
  async function push(data: string, path: string): Promise<void> {
    await expect
      .poll(
        async () => {
          await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
          return (await shownBy(worker)).map((shown) => shown.path);
        },
        { interval: 1000 },
      )
      .toEqual([path]);
  }
  return { worker, push };
}
