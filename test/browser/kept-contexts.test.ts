/** What one test has done in a browser, the next does not find there, although it is the same browser. */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { button, openPhone, personWhoEnrolled, personWithPhone } from './support/flows.ts';
import { screens as startScreens, WIDTHS } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

let before: BrowserContext | undefined;

/** The context of a page, which is to be that of the test before. */
function sameAsBefore(page: Page): BrowserContext {
  expect(page.context()).toBe(before);
  return page.context();
}

describe('the browser of a computer', () => {
  it('is used in many ways', async () => {
    const page = await screens.desktop();
    const context = page.context();
    before = context;
    await context.grantPermissions(['geolocation']);
    await context.addCookies([{ name: 'left', value: 'x', url: nod.origin, httpOnly: true }]);
    await page.goto('/signin');
    await page.goto('/');
    await page.evaluate(async () => {
      localStorage.setItem('left', 'x');
      sessionStorage.setItem('left', 'x');
      window.name = 'left';
      await new Promise((resolve) => {
        indexedDB.open('left').onsuccess = resolve;
      });
    });
    await page.route('**/robots.txt', (route) => route.fallback());
    await page.route('**/signin', (route) => route.fulfill({ body: 'made up' }));
    await context.route('**/register', (route) => route.fulfill({ body: 'made up' }));
    await page.emulateMedia({ colorScheme: 'dark', media: 'print', reducedMotion: 'no-preference' });
    await page.setViewportSize({ width: 500, height: 500 });
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setTimezoneOverride', { timezoneId: 'Asia/Tokyo' });
    const tab = await context.newPage();
    await tab.goto('/');
    await tab.evaluate(() => {
      void navigator.locks.request('left', () => new Promise(() => {}));
    });
  });

  it('is as new to the next', async () => {
    const page = await screens.desktop();
    const context = sameAsBefore(page);
    expect(context.pages()).toEqual([page]);
    expect(await context.cookies()).toEqual([]);
    for (const path of ['/signin', '/register']) {
      await page.goto(path);
      await page.getByLabel('Username').waitFor();
    }
    expect(
      await page.evaluate(async () => ({
        local: { ...localStorage },
        session: { ...sessionStorage },
        name: window.name,
        databases: await indexedDB.databases(),
        locks: (await navigator.locks.query()).held?.filter(({ name }) => name === 'left'),
        mayLocate: (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted',
        isDark: matchMedia('(prefers-color-scheme: dark)').matches,
        isPrint: matchMedia('print').matches,
        isCalm: matchMedia('(prefers-reduced-motion: reduce)').matches,
        width: innerWidth,
        timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      })),
    ).toEqual({
      local: {},
      session: {},
      name: '',
      databases: [],
      locks: [],
      mayLocate: false,
      isDark: false,
      isPrint: false,
      isCalm: true,
      width: WIDTHS.desktop.width,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    });
    await page.goBack();
    expect(new URL(page.url()).pathname, 'there is no way back behind the first page').toBe('/signin');
    const devtools = await context.newCDPSession(page);
    const { entries } = await devtools.send('Page.getNavigationHistory');
    expect(entries.map(({ url }) => new URL(url).pathname).slice(1)).toEqual(['/signin', '/register']);
  });
});

describe('the browser of a phone', () => {
  it('is made a key', async () => {
    const { phone } = await personWhoEnrolled(nod, screens);
    before = phone.context();
    await openPhone(phone);
  });

  it('is nobody’s for the next: neither its page nor its authenticator know of the key', async () => {
    const phone = await screens.phone();
    sameAsBefore(phone);
    await phone.goto('/phone');
    await button(phone, 'This phone was set up before').click();
    await phone.getByText('No key was used.').waitFor();
    expect(await phone.context().cookies()).toEqual([]);
    expect(await phone.evaluate(() => ({ ...localStorage }))).toEqual({});
  });

  it('can be somebody else’s key afterwards', async () => {
    const { phone, username } = await personWithPhone(nod, screens);
    sameAsBefore(phone);
    await openPhone(phone);
    await phone.getByText(`@${username}`).waitFor();
  });
});

describe('what cannot be taken back', () => {
  it.for([
    ['a script for each page', (page) => page.addInitScript(() => {})],
    ['a script for each page of the browser', (page) => page.context().addInitScript(() => {})],
    ['a function', (page) => page.exposeFunction('left', () => {})],
    ['a clock', (page) => page.clock.install()],
    ['a first page that is closed', (page) => page.close()],
  ] satisfies [string, (page: Page) => Promise<unknown>][])('is done: %s', async ([, change]) => {
    const page = await screens.desktop();
    expect(page.context()).not.toBe(before);
    before = page.context();
    await change(page);
  });

  it('is seen by no other test', async () => {
    expect((await screens.desktop()).context()).not.toBe(before);
  });
});
