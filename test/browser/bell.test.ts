/** With the bell: pages hear at once, and hardly ask. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { type Nod, nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import {
  approve,
  askToSignIn,
  button,
  enterNumber,
  openPhone,
  personWithPhone,
  signedIn,
  signOutButton,
  whoIsAsking,
} from './support/flows.ts';
import { type Screens, screens as startScreens } from './support/screens.ts';

/** Less than any poll would take, and more than a busy machine does. */
const AT_ONCE = { timeout: 15_000 };

declare global {
  var sockets: WebSocket[];
}

/** Notes what a page connects to: from outside, one that is open looks like one that is about to be. */
function noteSockets(): void {
  globalThis.sockets = [];
  globalThis.WebSocket = class extends WebSocket {
    constructor(address: string | URL) {
      super(address);
      globalThis.sockets.push(this);
    }
  };
}

/** How many connections of a page are open. */
const openOn = (page: Page): Promise<number> =>
  page.evaluate(() => globalThis.sockets.filter(({ readyState }) => readyState === WebSocket.OPEN).length);

/** The calls of a page, and what it hears, from now on. */
async function watched(page: Page) {
  await page.addInitScript(noteSockets);
  const seen = { polls: 0, looks: 0 };
  page.on('request', (request) => {
    if (request.url().includes('/api/status')) seen.polls++;
  });
  page.on('websocket', (socket) => {
    socket.on('framereceived', () => seen.looks++);
  });
  return seen;
}

/** Somebody at their account, with a clock that the test may put forward, in a tab that has a connection. */
async function atAccountWithClock(nod: Nod, screens: Screens) {
  const person = await newPerson(nod);
  const page = await screens.desktop({ as: person.browser });
  const seen = await watched(page);
  await page.clock.install();
  await page.goto('/account');
  await signOutButton(page).waitFor();
  await expect.poll(() => openOn(page), AT_ONCE).toBe(1);
  return { ...person, page, seen };
}

describe('with the bell', () => {
  const nod = startNod({ triggers: true, bell: true });
  const screens = startScreens(nod);

  /** Somebody at their account, in a tab that hears the bell and has asked all it had to ask. */
  async function atAccount() {
    const person = await newPerson(nod);
    const page = await screens.desktop({ as: person.browser });
    const seen = await watched(page);
    await page.goto('/account');
    await signOutButton(page).waitFor();
    await hearing(page, seen);
    return { ...person, page, seen };
  }

  /** Connected, and done with the polls from before. */
  async function hearing(page: Page, seen: { polls: number }): Promise<void> {
    await expect.poll(() => openOn(page), AT_ONCE).toBe(1);
    for (let before = -1; before !== seen.polls; await sleep(2500)) before = seen.polls;
  }

  it('a tab that is only visible asks no more, and is gone at once when its session ends elsewhere', async () => {
    const { page, seen, phone, browser } = await atAccount();
    const before = seen.polls;
    await sleep(7000);
    expect(seen.polls, 'polls in seven seconds').toBe(before);
    const { session } = await browser.succeed('me');
    await phone.succeed('session-end', { params: { sessionId: session.id } });
    await page.waitForURL(/\/signin\?reason=phone/, AT_ONCE);
    expect(seen.looks).toBeGreaterThanOrEqual(1);
    expect(seen.polls, 'polls for the end').toBeLessThanOrEqual(before + 2);
  });

  it('one tab listens for all of its browser, and another one when that is closed', async () => {
    const { page, phone, browser } = await atAccount();
    const tab = await page.context().newPage();
    const other = await watched(tab);
    await tab.goto('/account');
    await signOutButton(tab).waitFor();
    await expect.poll(() => other.polls).toBeGreaterThanOrEqual(1);
    // Headless Chromium shows all tabs; the first one leads.
    expect([await openOn(page), await openOn(tab)]).toEqual([1, 0]);
    const polls = other.polls;
    await sleep(6000);
    expect(other.polls, 'polls of a tab for which another one listens').toBe(polls);

    await page.close();
    await expect.poll(() => openOn(tab), AT_ONCE).toBe(1);
    const { session } = await browser.succeed('me');
    await phone.succeed('session-end', { params: { sessionId: session.id } });
    await tab.waitForURL(/\/signin\?reason=phone/, AT_ONCE);
  });

  it('a browser that waits hears that its number was typed, and of the answer; and the phone hears who asks', async () => {
    const { username, phone } = await personWithPhone(nod, screens);
    const desktop = await screens.desktop();
    const seen = await watched(desktop);
    await askToSignIn(desktop, username);
    await expect.poll(() => openOn(desktop), AT_ONCE).toBe(1);
    await openPhone(phone);
    const number = await desktop.getByRole('img', { name: /^[\d ,]+$/ }).textContent();
    await enterNumber(phone, (number ?? '').replaceAll(/\D/g, ''));
    await desktop.getByText('Found on your phone').first().waitFor(AT_ONCE);
    await approve(phone);
    await signedIn(desktop);
    expect(seen.looks).toBeGreaterThanOrEqual(2);

    // The browser is a known one from now on.
    await button(phone, 'Done').click();
    const other = await watched(phone);
    await phone.reload();
    await expect.poll(() => openOn(phone), AT_ONCE).toBe(1);
    const again = await desktop.context().newPage();
    await askToSignIn(again, username);
    await phone.getByText('Type the number it shows').first().waitFor(AT_ONCE);
    expect(other.looks).toBeGreaterThanOrEqual(1);
    await button(again, 'Cancel').click();
    await phone
      .getByText('Type the number it shows')
      .first()
      .waitFor({ state: 'detached', ...AT_ONCE });
    expect(await whoIsAsking(phone).count()).toBe(0);
  });

  it('a connection that is lost in the middle is polled for at once, and is there again', async () => {
    const { page, seen, phone, browser } = await atAccount();
    await page.evaluate(() => {
      Math.random = () => 0.2;
    });
    const before = seen.polls;
    await nod.hangUp();
    await expect.poll(() => openOn(page)).toBe(0);
    // As without a bell: several polls within a few seconds, and at most five seconds until the first.
    await expect.poll(() => seen.polls, { timeout: 10_000 }).toBeGreaterThanOrEqual(before + 3);
    await expect.poll(() => openOn(page), { timeout: 30_000 }).toBe(1);
    const after = seen.polls;
    await sleep(4000);
    expect(seen.polls, 'polls in four seconds with the bell').toBeLessThanOrEqual(after + 1);
    const { session } = await browser.succeed('me');
    await phone.succeed('session-end', { params: { sessionId: session.id } });
    await page.waitForURL(/\/signin\?reason=phone/, AT_ONCE);
  });

  it('goes on for the session that takes the place of the one before', async () => {
    screens.complaints.allow(/^403 \/api\/recovery$/);
    const { page, seen, phone } = await atAccount();
    // A new recovery code asks for a yes of its own, which makes a session of its own.
    await age(nod, 'Sessions', 'session#', 600);
    await button(page, 'Make a code').or(button(page, 'Make a new code')).first().click();
    const number = await page.getByRole('img', { name: /^[\d ,]+$/ }).textContent();
    await phone.approve((number ?? '').replaceAll(/\D/g, ''));
    await page.getByRole('region', { name: 'Your recovery code' }).waitFor();
    await hearing(page, seen);
    const { items } = await phone.succeed('sessions');
    for (const { id } of items) await phone.succeed('session-end', { params: { sessionId: id } });
    await page.waitForURL(/\/signin\?reason=phone/, AT_ONCE);
  });
});

describe('with a bell that nobody rings', () => {
  const nod = startNod({ bell: true });
  const screens = startScreens(nod);

  it.each([
    ['while nobody is there', false],
    ['in use', true],
  ])(
    'a page asks within five minutes %s, and so learns of everything later, and of nothing never',
    async (_, isUsed) => {
      const { browser, phone, page, seen } = await atAccountWithClock(nod, screens);
      const use = async () => isUsed && (await page.mouse.move(Math.random() * 300, 300));
      await use();
      await expect.poll(() => seen.polls).toBeGreaterThanOrEqual(2);
      await page.waitForTimeout(1000);
      const { session } = await browser.succeed('me');
      await phone.succeed('session-end', { params: { sessionId: session.id } });
      const before = seen.polls;
      for (let passed = 0; passed < 250; passed += 50) {
        await use();
        await page.clock.fastForward(50_000);
      }
      expect(seen.polls).toBe(before);
      await page.clock.fastForward(55_000);
      await page.waitForURL(/\/signin\?reason=phone/);
    },
  );
});

describe('with a bell and a store that is away for a moment', () => {
  const nod = startNod({ bell: true });
  const screens = startScreens(nod);

  it('a poll that fails is repeated within seconds, and not when the bell would have it', async () => {
    screens.complaints.allow(/^failed \/api\/status$/);
    const { page, seen } = await atAccountWithClock(nod, screens);
    await page.waitForTimeout(1000);
    await page.route('**/api/status', (route) => route.abort());
    const before = seen.polls;
    await page.clock.fastForward(305_000);
    await expect.poll(() => seen.polls, AT_ONCE).toBeGreaterThan(before);
    await page.unroute('**/api/status');
    const failed = seen.polls;
    await expect.poll(() => seen.polls, AT_ONCE).toBeGreaterThan(failed);
    expect(await page.getByText('Nod cannot be reached').count()).toBe(0);
  });
});

describe('where the bell is blocked', () => {
  const nod = startNod({ bell: true });
  const screens = startScreens(nod);

  it('pages poll as if there were none', async () => {
    screens.complaints.allow(/WebSocket/);
    const { browser, phone } = await newPerson(nod);
    const page = await screens.desktop({ as: browser });
    await page.routeWebSocket('**/live?*', (socket) => socket.close());
    const seen = await watched(page);
    await page.goto('/account');
    await signOutButton(page).waitFor();
    await expect.poll(() => seen.polls).toBeGreaterThanOrEqual(5);
    const { session } = await browser.succeed('me');
    await phone.succeed('session-end', { params: { sessionId: session.id } });
    await page.waitForURL(/\/signin\?reason=phone/, AT_ONCE);
  });
});
