/** With the bell: pages hear at once, and hardly ask. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import {
  approve,
  askToSignIn,
  button,
  enterNumber,
  openPhone,
  personWithPhone,
  signedIn,
  whoIsAsking,
} from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

/** Less than any poll would take, and more than a busy machine does. */
const AT_ONCE = { timeout: 15_000 };

/** The calls and connections of a page, from now on. */
function watched(page: Page) {
  const seen = { polls: 0, connections: 0, open: 0, looks: 0 };
  page.on('request', (request) => {
    if (request.url().includes('/api/status')) seen.polls++;
  });
  page.on('websocket', (socket) => {
    seen.connections++;
    seen.open++;
    socket.on('close', () => seen.open--);
    socket.on('framereceived', () => seen.looks++);
  });
  return seen;
}

const signOutButton = (page: Page) =>
  page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).last();

describe('with the bell', () => {
  const nod = startNod({ triggers: true, bell: true });
  const screens = startScreens(nod);

  /** Somebody at their account, in a tab that hears the bell and has asked all it had to ask. */
  async function atAccount() {
    const person = await newPerson(nod);
    const page = await screens.desktop({ as: person.browser });
    const seen = watched(page);
    await page.goto('/account');
    await signOutButton(page).waitFor();
    await hearing(seen);
    return { ...person, page, seen };
  }

  /** Once for the page itself, and once because it hears from then on. */
  async function hearing(seen: ReturnType<typeof watched>): Promise<void> {
    await expect.poll(() => seen.open).toBe(1);
    await expect.poll(() => seen.polls).toBeGreaterThanOrEqual(2);
  }

  it('a tab that is only visible asks no more, and is gone at once when its session ends elsewhere', async () => {
    const { page, seen, phone, browser } = await atAccount();
    const before = seen.polls;
    await new Promise((resolve) => setTimeout(resolve, 7000));
    expect(seen.polls, 'polls in seven seconds').toBe(before);
    const { session } = await browser.succeed('me');
    await phone.succeed('session-end', { params: { sessionId: session.id } });
    await page.waitForURL(/\/signin\?reason=phone/, AT_ONCE);
    expect(seen.looks).toBeGreaterThanOrEqual(1);
    expect(seen.polls, 'polls for the end').toBeLessThanOrEqual(before + 2);
  });

  it('one tab listens for all of its browser, and another one when that is closed', async () => {
    const { page, seen, phone, browser } = await atAccount();
    const tab = await page.context().newPage();
    const other = watched(tab);
    await tab.goto('/account');
    await signOutButton(tab).waitFor();
    await expect.poll(() => other.polls).toBeGreaterThanOrEqual(1);
    // Headless Chromium shows all tabs; the first one leads.
    expect([seen.open, other.open]).toEqual([1, 0]);
    const polls = other.polls;
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect(other.polls, 'polls of a tab for which another one listens').toBe(polls);

    await page.close();
    await expect.poll(() => other.open, AT_ONCE).toBe(1);
    const { session } = await browser.succeed('me');
    await phone.succeed('session-end', { params: { sessionId: session.id } });
    await tab.waitForURL(/\/signin\?reason=phone/, AT_ONCE);
  });

  it('a browser that waits hears that its number was typed, and of the answer; and the phone hears who asks', async () => {
    const { username, phone } = await personWithPhone(nod, screens);
    const desktop = await screens.desktop();
    const seen = watched(desktop);
    await askToSignIn(desktop, username);
    await expect.poll(() => seen.open, AT_ONCE).toBe(1);
    await openPhone(phone);
    const number = await desktop.getByRole('img', { name: /^[\d ,]+$/ }).textContent();
    await enterNumber(phone, (number ?? '').replaceAll(/\D/g, ''));
    await desktop.getByText('Found on your phone').first().waitFor(AT_ONCE);
    await approve(phone);
    await signedIn(desktop);
    expect(seen.looks).toBeGreaterThanOrEqual(2);

    // The browser is a known one from now on.
    await button(phone, 'Done').click();
    const other = watched(phone);
    await phone.reload();
    await expect.poll(() => other.open, AT_ONCE).toBe(1);
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
    await expect.poll(() => seen.open).toBe(0);
    // As without a bell: several polls within a few seconds, and at most five seconds until the first.
    await expect.poll(() => seen.polls, { timeout: 10_000 }).toBeGreaterThanOrEqual(before + 3);
    await expect.poll(() => seen.open, { timeout: 30_000 }).toBe(1);
    const after = seen.polls;
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(seen.polls, 'polls in four seconds with the bell').toBeLessThanOrEqual(after + 1);
    const { session } = await browser.succeed('me');
    await phone.succeed('session-end', { params: { sessionId: session.id } });
    await page.waitForURL(/\/signin\?reason=phone/, AT_ONCE);
  });

  it('goes on for the session that takes the place of the one before', async () => {
    const { page, seen, phone } = await atAccount();
    // A new recovery code asks for a yes of its own, which makes a session of its own.
    await button(page, 'Make a code').or(button(page, 'Make a new code')).first().click();
    const number = await page.getByRole('img', { name: /^[\d ,]+$/ }).textContent();
    await phone.approve((number ?? '').replaceAll(/\D/g, ''));
    await page.getByRole('region', { name: 'Your recovery code' }).waitFor();
    await expect.poll(() => seen.open).toBe(1);
    const { items } = await phone.succeed('sessions');
    for (const { id } of items) await phone.succeed('session-end', { params: { sessionId: id } });
    await page.waitForURL(/\/signin\?reason=phone/, AT_ONCE);
  });
});

describe('with a bell that nobody rings', () => {
  const nod = startNod({ bell: true });
  const screens = startScreens(nod);

  it('a page asks every two minutes, and so learns of everything later, and of nothing never', async () => {
    const { browser, phone } = await newPerson(nod);
    const page = await screens.desktop({ as: browser });
    const seen = watched(page);
    await page.clock.install();
    await page.goto('/account');
    await signOutButton(page).waitFor();
    await expect.poll(() => seen.open).toBe(1);
    await expect.poll(() => seen.polls).toBeGreaterThanOrEqual(2);
    const { session } = await browser.succeed('me');
    await phone.succeed('session-end', { params: { sessionId: session.id } });
    const before = seen.polls;
    await page.clock.runFor(100_000);
    expect(seen.polls).toBe(before);
    await page.clock.runFor(25_000);
    await page.waitForURL(/\/signin\?reason=phone/);
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
    const seen = watched(page);
    await page.goto('/account');
    await signOutButton(page).waitFor();
    await expect.poll(() => seen.polls).toBeGreaterThanOrEqual(5);
    const { session } = await browser.succeed('me');
    await phone.succeed('session-end', { params: { sessionId: session.id } });
    await page.waitForURL(/\/signin\?reason=phone/, AT_ONCE);
  });
});
