/** Of what phones tell: chosen on the account page, told by a push, and read where it leads to. */
import type { Page } from 'playwright-core';
import { describe, expect, it, vi } from 'vitest';
import { scheduledEvent } from '../../infra/local/triggers.ts';
import { send } from '../support/chats.ts';
import { post } from '../support/graph.ts';
import { newPerson } from '../support/people.ts';
import { rungNod } from '../support/rung-people.ts';
import { focused } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';
import { pushedWorker, shownBy } from './support/service-worker.ts';

const { nod, service, rungPerson, rowsOf } = rungNod();
const screens = startScreens(nod);
const wholeScreens = startScreens(nod, { kind: 'whole' });

const section = (page: Page) => page.getByRole('region', { name: 'Alerts on your phones' });
const choice = (page: Page, name: string) => section(page).getByRole('checkbox', { name, exact: true });
const MENTIONS = 'When somebody mentions you';
const MESSAGES = 'When somebody writes you a message';

/** Somebody on the account page whose phone rings, or does not. */
async function atAccount({ rings }: { rings: boolean }) {
  const person = await (rings ? rungPerson() : newPerson(nod));
  const desktop = await screens.desktop({ as: person.browser });
  await desktop.goto('/account');
  await choice(desktop, MENTIONS).waitFor();
  return { ...person, desktop, chosen: () => person.browser.succeed('alerts-chosen') };
}

describe('what phones tell', () => {
  it('is chosen by keyboard, off until then, and stays', async () => {
    const { desktop, chosen } = await atAccount({ rings: true });
    expect(await section(desktop).getByRole('checkbox', { checked: true }).count()).toBe(0);
    await choice(desktop, MENTIONS).focus();
    await desktop.keyboard.press('Space');
    await desktop.keyboard.press('Tab');
    await desktop.keyboard.press('Tab');
    await focused(choice(desktop, MESSAGES));
    await desktop.keyboard.press('Space');
    await expect.poll(chosen).toEqual({ mentions: true, replies: false, messages: true });
    await focused(choice(desktop, MESSAGES));
    await desktop.keyboard.press('Space');
    await expect.poll(chosen).toEqual({ mentions: true, replies: false, messages: false });
    expect(await section(desktop).getByText('None of your phones rings yet.').count()).toBe(0);
    await desktop.reload();
    await choice(desktop, MENTIONS).waitFor();
    expect(await choice(desktop, MENTIONS).isChecked()).toBe(true);
    expect(await choice(desktop, MESSAGES).isChecked()).toBe(false);
  });

  it('is as it was where it could not be saved, which is said', async () => {
    const { desktop, chosen } = await atAccount({ rings: false });
    await section(desktop).getByText('None of your phones rings yet.').waitFor();
    screens.complaints.allow(/^failed .*\/api\/alerts/, /net::ERR/);
    await desktop.route('**/api/alerts', (route) => route.abort());
    await choice(desktop, MENTIONS).press('Space');
    await section(desktop).getByRole('alert').waitFor();
    expect(await choice(desktop, MENTIONS).isChecked()).toBe(false);
    await desktop.unroute('**/api/alerts');
    await choice(desktop, MENTIONS).press('Space');
    await expect.poll(chosen).toMatchObject({ mentions: true });
    await section(desktop).getByRole('alert').waitFor({ state: 'detached' });
    expect(await choice(desktop, MENTIONS).isChecked()).toBe(true);
  });
});

describe('what is pressed faster than it is saved', () => {
  it('ends as what was saved, also where the first of it failed', async () => {
    const { desktop, chosen } = await atAccount({ rings: true });
    screens.complaints.allow(/^failed .*\/api\/alerts/, /net::ERR/);
    const { promise: pressed, resolve } = Promise.withResolvers<void>();
    await desktop.route(
      '**/api/alerts',
      async (route) => {
        await pressed;
        await route.abort();
      },
      { times: 1 },
    );
    const mentions = choice(desktop, MENTIONS);
    for (const isChecked of [true, false, true]) {
      await mentions.press('Space');
      expect(await mentions.isChecked()).toBe(isChecked);
    }
    const answers = [0, 1].map(() => desktop.waitForResponse('**/api/alerts'));
    resolve();
    await Promise.all(answers);
    await expect.poll(chosen).toMatchObject({ mentions: true });
    await desktop.evaluate(() => new Promise(requestAnimationFrame));
    expect(await mentions.isChecked()).toBe(true);
  });
});

describe('a notification', () => {
  it('of a mention leads to its thread, and of a message to the conversation', async () => {
    const [susan, tom] = [await rungPerson(), await rungPerson()];
    await susan.browser.succeed('alerts-choose', { body: { mentions: true, messages: true } });
    const id = await post(tom, `Ask @${susan.username} about the bees`);
    await send(tom, susan, 'Psst');
    await vi.waitFor(async () => expect(await rowsOf(susan.userId, 'alert#')).toHaveLength(2), {
      timeout: 60_000,
      interval: 100,
    });
    await nod.trigger('alerts', scheduledEvent(new Date(Date.now() + 60_000)));
    const arrivals = (await service.arrived(2)).map(({ notice }) => notice);
    const ofPost = arrivals.find(({ path }) => path.startsWith('/@'));
    const ofMessage = arrivals.find(({ path }) => path.startsWith('/messages'));

    const phone = await wholeScreens.phone({ as: susan.browser, permissions: ['notifications'] });
    const { worker, push } = await pushedWorker(phone);
    await push(JSON.stringify(ofPost), `/@${tom.username}/${id}`);
    expect(await shownBy(worker)).toEqual([
      {
        title: `\u2068${tom.username}\u2069 mentioned you`,
        body: `@${tom.username}: \u2068Ask @${susan.username} about the bees\u2069`,
        path: `/@${tom.username}/${id}`,
      },
    ]);
    expect(await tapped()).toEqual([`opens /@${tom.username}/${id}`]);
    expect(await shownBy(worker), 'and goes').toEqual([]);
    await phone.goto(ofPost?.path ?? '');
    await phone.getByText('about the bees').first().waitFor();

    await push(JSON.stringify(ofMessage), `/messages/${tom.username}`);
    expect(JSON.stringify(await shownBy(worker))).not.toContain('Psst');
    expect(await tapped()).toEqual([`opens /messages/${tom.username}`]);
    await phone.goto(ofMessage?.path ?? '');
    await phone.getByText('Psst').first().waitFor();

    // Where that page is open, it comes to the front, as it is.
    await push(JSON.stringify({ ...ofMessage, tag: 'again' }), `/messages/${tom.username}`);
    expect(await tapped()).toEqual([`focuses /messages/${tom.username}`]);

    /** What a tap on the notification does: without a person's hand, a browser would open and focus nothing. */
    function tapped(): Promise<string[]> {
      return worker.evaluate(async () => {
        const done: string[] = [];
        Clients.prototype.openWindow = async (path) => void done.push(`opens ${path}`);
        WindowClient.prototype.focus = async function () {
          done.push(`focuses ${new URL(this.url).pathname}`);
        };
        const [notification] = await registration.getNotifications();
        dispatchEvent(
          new NotificationEvent('notificationclick', { notification: notification as Notification }),
        );
        while (done.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
        return done;
      });
    }
  });
});

declare const registration: ServiceWorkerRegistration;
declare const Clients: { prototype: { openWindow(path: string): Promise<unknown> } };
declare const WindowClient: { prototype: { url: string; focus(): Promise<unknown> } };
declare const NotificationEvent: new (type: string, init: { notification: Notification }) => Event;
