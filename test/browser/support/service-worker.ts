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
   * Brings a push until one notification is shown, which leads to `path`. The devtools lose a push now and then; a
   * repeat that comes too soon would show the notification again after the test has done with it.
   */
  async function push(data: string, path: string): Promise<void> {
    const shown = async () => (await shownBy(worker)).map((notification) => notification.path);
    for (let attempt = 0; attempt < 3 && (await shown())[0] !== path; attempt++) {
      await devtools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
      await expect
        .poll(shown, { timeout: 10_000 })
        .toEqual([path])
        .catch(() => {});
    }
    expect(await shown()).toEqual([path]);
  }
  return { worker, push };
}
