/** The phone page as an app: what makes it installable, and what its service worker does. */
import { describe, expect, it } from 'vitest';
import type { PushNotice } from '../../shared/push/push-message.ts';
import { nod as startNod } from '../support/nod.ts';
import { faultyNetwork } from './support/faulty-network.ts';
import { focused, openPhone, personWhoEnrolled } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';
import { pushedWorker, shownBy, workerOf } from './support/service-worker.ts';

const nod = startNod();
const network = faultyNetwork();
const screens = startScreens(nod, { kind: 'whole' });

describe('the manifest', () => {
  it('makes the phone page an app that Chromium would install', async () => {
    const phone = await screens.phone();
    await phone.goto('/phone');
    const devtools = await phone.context().newCDPSession(phone);
    const { url, errors, data = '' } = await devtools.send('Page.getAppManifest');
    expect({ url, errors }).toEqual({ url: `${nod.origin}/manifest.webmanifest`, errors: [] });
    expect(JSON.parse(data)).toMatchObject({ start_url: '/phone', display: 'standalone' });
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // The tests' windows are private ones, and nothing else is wrong.
    expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
  });

  it('names pictures that are there, in the sizes that it says', async () => {
    const phone = await screens.phone();
    await phone.goto('/phone');
    const sizes = await phone.evaluate(async () => {
      const { icons } = await (await fetch('/manifest.webmanifest')).json();
      const pictures = icons.filter(({ type }: { type: string }) => type === 'image/png');
      return Promise.all(
        pictures.map(async ({ src, sizes }: { src: string; sizes: string }) => {
          const { width, height } = await createImageBitmap(await (await fetch(src)).blob());
          return { said: sizes, is: `${width}x${height}` };
        }),
      );
    });
    expect(sizes).toHaveLength(3);
    for (const { said, is } of sizes) expect(is).toBe(said);
  });
});

describe('without a connection', () => {
  it('a page that is opened waits calmly, and opens by itself', async () => {
    screens.complaints.allow(/^failed \/phone/, /net::ERR/);
    const phone = await screens.phone({ proxy: network.proxy });
    await phone.goto('/phone');
    await workerOf(phone.context());
    network.cut();
    await phone.goto('/phone');
    const heading = phone.getByRole('heading', { name: 'No connection to Nod' });
    await heading.waitFor();
    await focused(heading);
    expect(await phone.evaluate(() => getComputedStyle(document.body).margin), 'with its styles').toBe('0px');
    network.mend();
    await phone.getByRole('heading', { name: 'Your phone is the key' }).waitFor();
  });

  it('keeps nothing but the offline page, and none of the API’s answers', async () => {
    const { phone } = await personWhoEnrolled(nod, screens);
    await workerOf(phone.context());
    await openPhone(phone);
    const kept = await phone.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/offline');
    expect(kept).toContain('/assets/style.css');
    expect(kept.filter((path) => path.startsWith('/api/') || path === '/phone')).toEqual([]);
  });
});

describe('a push', () => {
  it('shows who asks, and a repeat takes the place of the first', async () => {
    const { worker, push } = await pushedPhone();
    await push(JSON.stringify(REQUEST), REQUEST.path);
    const path = '/phone#request=ses_BBBBBBBBBBBBBBBBBBBBBB';
    await push(JSON.stringify({ ...REQUEST, path }), path);
    expect(await shownBy(worker)).toEqual([
      {
        title: 'Firefox 143 on Windows asks to sign in',
        body: 'Lisbon, Portugal. Open Nod and type the number that it shows.',
        path,
      },
    ]);
  });

  it('that cannot be read shows something all the same', async () => {
    const { worker, push } = await pushedPhone();
    await push('no JSON', '/phone');
    expect(await shownBy(worker)).toMatchObject([{ title: 'Nod' }]);
  });

  it('of an older Nod, which had the worker find the words, shows something, too', async () => {
    const { worker, push } = await pushedPhone();
    await push(JSON.stringify({ type: 'change', kind: 'phone_added', device: 'Pixel 9' }), '/phone');
    expect(await shownBy(worker)).toEqual([{ title: 'Nod', body: '', path: '/phone' }]);
  });

  it('leads the open page to its request when it is tapped', async () => {
    const { phone, worker, push } = await pushedPhone();
    await push(JSON.stringify(REQUEST), REQUEST.path);
    const opened = phone.waitForEvent('framenavigated');
    await worker.evaluate(async () => {
      const [notification] = await registration.getNotifications();
      // A tap cannot be made here; without one the browser leaves the window where it is.
      WindowClient.prototype.focus = async function () {
        return this;
      };
      dispatchEvent(
        new NotificationEvent('notificationclick', { notification: notification as Notification }),
      );
    });
    expect((await opened).url()).toContain(REQUEST.path);
    expect(await shownBy(worker), 'and goes').toEqual([]);
  });
});

const REQUEST = {
  title: 'Firefox 143 on Windows asks to sign in',
  body: 'Lisbon, Portugal. Open Nod and type the number that it shows.',
  tag: 'request Firefox 143 Windows',
  path: '/phone#request=ses_AAAAAAAAAAAAAAAAAAAAAA',
  lang: 'en',
  dir: 'ltr',
  rings: true,
} as const satisfies PushNotice;

/** A phone that may show notifications, its service worker, and what brings that a push. */
async function pushedPhone() {
  const phone = await screens.phone({ permissions: ['notifications'] });
  return { phone, ...(await pushedWorker(phone)) };
}

declare const registration: ServiceWorkerRegistration;
declare const WindowClient: { prototype: { focus(): Promise<unknown> } };
declare const NotificationEvent: new (type: string, init: { notification: Notification }) => Event;
