/** "Only while this page is open": the phone keeps a browser unlocked, and lets it lock by going away. */
import type { Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { nod as startNod } from '../support/nod.ts';
import {
  approve,
  askToSignIn,
  button,
  enterNumber,
  openPhone,
  personWithPhone,
  signedIn,
} from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const kept = (phone: Page) =>
  phone.getByRole('heading', { name: 'One browser is unlocked while this page is open' });

/** A browser that was let in only while the phone's page is open, and the phone, whose clock goes as the test says. */
async function boundBrowser() {
  const { username, phone } = await personWithPhone(nod, screens);
  const desktop = await screens.desktop();
  await phone.clock.install();
  const [beats, underWay] = [[] as Request[], new Set<Request>()];
  const isBeat = (request: Request) => request.url().endsWith('/api/presence');
  phone.on('request', (request) => void (isBeat(request) && underWay.add(request)));
  phone.on('requestfailed', (request) => void underWay.delete(request));
  phone.on('requestfinished', (request) => {
    if (underWay.delete(request)) beats.push(request);
  });
  const number = await askToSignIn(desktop, username);
  await openPhone(phone);
  await enterNumber(phone, number);
  await phone.getByRole('switch', { name: 'Only while this page is open on your phone' }).check();
  await approve(phone);
  await phone.getByText('as long as this page stays open').waitFor();
  await signedIn(desktop);
  // Once it has let the browser in, its own heartbeat finds it.
  await phone.clock.runFor(31_000);
  await button(phone, 'Done').click();
  await kept(phone).waitFor();
  /** No heartbeat is on its way: one that Nod hears of later would be of a later time. */
  const quiet = () => expect.poll(() => underWay.size).toBe(0);
  /** As if so many seconds had gone by at Nod. */
  async function letPass(seconds: number): Promise<void> {
    await quiet();
    await age(nod, 'Sessions', 'session#', seconds);
  }
  return { phone, desktop, beats, quiet, letPass };
}

describe('a browser that is let in only while the phone is here', () => {
  it('stays unlocked while the page is open', async () => {
    const { phone, desktop, beats, letPass } = await boundBrowser();
    for (let minute = 0; minute < 2; minute++) {
      await letPass(60);
      const before = beats.length;
      await phone.clock.runFor(31_000);
      await expect.poll(() => beats.length).toBeGreaterThan(before);
    }
    expect(await statusOf(desktop)).toBe('active');
  });

  it('is locked once the page is closed, and unlocked when it is opened again', async () => {
    const { phone, desktop, quiet, letPass } = await boundBrowser();
    const context = phone.context();
    await quiet();
    await phone.close();
    await letPass(60);
    expect(await statusOf(desktop)).toBe('active');
    await letPass(31);
    expect(await statusOf(desktop)).toBe('walkaway');
    const again = await context.newPage();
    await openPhone(again);
    await kept(again).waitFor();
    expect(await statusOf(desktop)).toBe('active');
  });

  it('is told of at once when the page is shown again', async () => {
    const { phone, desktop, letPass } = await boundBrowser();
    await show(phone, false);
    await phone.clock.runFor(60_000);
    await letPass(95);
    expect(await statusOf(desktop)).toBe('walkaway');
    await show(phone, true);
    await expect.poll(() => statusOf(desktop)).toBe('active');
  });

  it('is no longer told of when it has signed out', async () => {
    const { phone, desktop, beats } = await boundBrowser();
    await desktop.evaluate(() => fetch('/api/logout', { method: 'POST' }));
    await phone.clock.runFor(31_000);
    await kept(phone).waitFor({ state: 'detached' });
    const before = beats.length;
    await phone.clock.runFor(120_000);
    expect(beats.length).toBe(before);
  });
});

/** Shows or hides a page, as it is told of it: in a Chromium without windows all tabs are in front. */
async function show(page: Page, isShown: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    isShown ? 'visible' : 'hidden',
  );
}

/** What the status says to a page. */
async function statusOf(page: Page): Promise<string> {
  return page.evaluate(async () => (await (await fetch('/api/status')).json()).status);
}
