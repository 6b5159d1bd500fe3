import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { button, focused, signedIn, signOutButton } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const STATUS = '**/api/status';

const overlay = (page: Page) => page.getByText('Nod cannot be reached');
const composer = (page: Page) => page.getByRole('textbox', { name: 'Your post' });

/** Somebody signed in on their private page, in a browser whose clock stands still and goes on as the test says. */
async function atAccount(): Promise<Page> {
  const page = await atHome();
  await page.goto('/account');
  await signOutButton(page).waitFor();
  await settled(page);
  return page;
}

/** The same at home, which everybody may read. */
async function atHome(): Promise<Page> {
  const { browser } = await newPerson(nod);
  const page = await screens.desktop({ as: browser });
  await page.context().addInitScript(countPolls);
  await page.clock.install();
  await page.goto('/');
  await signedIn(page);
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 2000);
  await settled(page);
  return page;
}

async function anotherTabOf(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto('/');
  await signedIn(tab);
  await settled(tab);
  return tab;
}

declare global {
  var polls: { asked: number; answered: number };
}

/** Counts in the page itself: from outside, a request is seen some time after the clock has made it. */
function countPolls(): void {
  const { fetch } = globalThis;
  globalThis.polls = { asked: 0, answered: 0 };
  globalThis.fetch = async (input, init) => {
    if (!String(input).startsWith('/api/status')) return fetch(input, init);
    globalThis.polls.asked++;
    try {
      return await fetch(input, init);
    } finally {
      // By the next message the page has made what it makes of the answer.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => globalThis.polls.answered++;
      port2.postMessage(undefined);
    }
  };
}

/** How often a page has asked for the status since it was opened. */
const asked = (page: Page): Promise<number> => page.evaluate(() => globalThis.polls.asked);

/** Waits until a page has the answer to everything that it asked. */
async function settled(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(() => globalThis.polls.asked - globalThis.polls.answered), { timeout: 10_000 })
    .toBe(0);
}

/** Lets seconds go by in all tabs, one after the other, with time for the answers in between. */
async function letPass(seconds: number, page: Page): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await page.clock.runFor(1000);
    for (const tab of page.context().pages()) await settled(tab);
  }
}

/** How many polls each tab of a browser makes while seconds go by. */
async function pollsWithin(seconds: number, page: Page): Promise<number[]> {
  const tabs = page.context().pages();
  const before = await Promise.all(tabs.map(asked));
  await letPass(seconds, page);
  const after = await Promise.all(tabs.map(asked));
  return after.map((count, tab) => count - (before[tab] ?? 0));
}

describe('a page that gets no answer', () => {
  it.for([
    {
      what: 'a lost connection',
      answer: (route: Route) => route.abort(),
      complaint: /^failed \/api\/status$/,
    },
    {
      what: 'a store that is down',
      answer: (route: Route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          headers: { 'retry-after': '2' },
          body: JSON.stringify({ status: 503, code: 'store_unavailable', detail: 'Try again.' }),
        }),
      complaint: /^503 \/api\/status$/,
    },
    {
      what: 'a hotel’s network, which answers everything with a page of its own,',
      answer: (route: Route) =>
        route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Hotel</h1>' }),
      complaint: /^$/,
    },
  ])(
    'because of $what is locked after ten seconds if it is private, and opens by itself',
    async ({ answer, complaint }) => {
      screens.complaints.allow(complaint);
      const page = await atAccount();
      await page.route(STATUS, answer);
      await letPass(9, page);
      expect(await overlay(page).isVisible(), 'not before').toBe(false);
      await letPass(3, page);
      await overlay(page).waitFor();
      expect(await page.locator('main').evaluate((main: HTMLElement) => main.inert)).toBe(true);
      await page.keyboard.press('Tab');
      expect(await page.locator('main :focus').count(), 'nothing under the lock overlay is reached').toBe(0);

      await page.unroute(STATUS);
      await letPass(3, page);
      await overlay(page).waitFor({ state: 'detached' });
      await signOutButton(page).waitFor();
      expect(page.url()).toBe(`${nod.origin}/account`);
    },
  );

  it('is read and written on if it is public, with a bar that comes and goes', async () => {
    screens.complaints.allow(/^failed \/api\/(status|posts)$/);
    const page = await atHome();
    await page.route(STATUS, (route) => route.abort());
    await letPass(9, page);
    expect(await overlay(page).isVisible(), 'not before').toBe(false);
    await composer(page).focus();
    await letPass(3, page);
    await overlay(page).waitFor();
    await page.getByText('You can read on').waitFor();
    expect(await page.locator('main').evaluate((main: HTMLElement) => main.inert)).toBe(false);
    await focused(composer(page));
    await composer(page).fill('Half a sentence');
    await page.unroute(STATUS);
    await letPass(3, page);
    await overlay(page).waitFor({ state: 'detached' });
    expect(await composer(page).inputValue()).toBe('Half a sentence');
    expect(page.url()).toBe(`${nod.origin}/`);
  });

  it('gets the focus back where it was', async () => {
    screens.complaints.allow(/^failed \/api\/status$/);
    const page = await atAccount();
    await signOutButton(page).focus();
    await page.route(STATUS, (route) => route.abort());
    await letPass(12, page);
    await overlay(page).waitFor();
    await page.unroute(STATUS);
    await letPass(3, page);
    await focused(signOutButton(page));
  });

  it('keeps asking for years and never signs out', async () => {
    screens.complaints.allow(/^503 \/api\/status$/);
    const page = await atHome();
    await page.route(STATUS, (route) => route.fulfill({ status: 503, body: '' }));
    await letPass(90, page);
    await overlay(page).waitFor();
    expect(page.url()).toBe(`${nod.origin}/`);
    await page.unroute(STATUS);
    await letPass(10, page);
    await overlay(page).waitFor({ state: 'detached' });
  });

  it('while it waits for a phone says so, and goes on waiting', async () => {
    screens.complaints.allow(/^failed \/api\/status\?of=signin$/);
    const { username } = await newPerson(nod, { signIn: false });
    const page = await screens.desktop();
    await page.clock.install();
    await page.goto('/signin');
    await page.getByLabel('Username').fill(username);
    await button(page, 'Ask my phone').click();
    await page.getByRole('timer').waitFor();
    await page.route('**/api/status?of=signin', (route) => route.abort());
    await page.clock.runFor(12_000);
    await page.getByText('Nod cannot be reached. Still trying.').waitFor();
    await page.unroute('**/api/status?of=signin');
    await page.clock.runFor(2000);
    await page.getByRole('timer').waitFor();
  });
});

describe('polling', () => {
  it('happens once a second for the two tabs of a browser', async () => {
    const first = await atHome();
    await anotherTabOf(first);
    const polls = await pollsWithin(10, first);
    expect(polls.toSorted(), 'one of them asks for both').toEqual([0, 10]);
  });

  it('is every five seconds after a minute without input, and every second again from the next on', async () => {
    const page = await atHome();
    await letPass(60, page);
    expect(await pollsWithin(20, page)).toEqual([4]);
    const before = await asked(page);
    await page.keyboard.press('Shift');
    await settled(page);
    expect((await asked(page)) - before, 'at once').toBe(1);
    expect(await pollsWithin(10, page)).toEqual([10]);
  });

  it('stops in a hidden tab, and comes back at once when it is shown', async () => {
    const page = await atHome();
    await show(page, false);
    expect(await pollsWithin(30, page)).toEqual([0]);
    const before = await asked(page);
    await show(page, true);
    await settled(page);
    expect((await asked(page)) - before).toBe(1);
    expect(await overlay(page).isVisible(), 'silence while nobody asked says nothing').toBe(false);
  });

  it('goes over to the other tab when the one that asked is hidden or closed', async () => {
    const first = await atHome();
    const second = await anotherTabOf(first);
    await show(first, false);
    expect(await pollsWithin(5, first)).toEqual([0, 5]);
    await show(first, true);
    await second.close();
    const [polls = 0] = await pollsWithin(8, first);
    expect(polls).toBeGreaterThanOrEqual(7);
  });
});

/** Shows or hides a tab, as the page is told of it: in a Chromium without windows all tabs are in front. */
async function show(page: Page, isShown: boolean): Promise<void> {
  await page.evaluate(
    (state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    },
    isShown ? 'visible' : 'hidden',
  );
}
