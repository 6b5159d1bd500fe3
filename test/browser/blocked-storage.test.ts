/** Browsers that keep nothing: site data is blocked, or the storage is full. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { button, numberOn, sentence, signedIn } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const NEEDED = 'Nod needs cookies to sign you in.';

/** What Chromium and Firefox do where somebody has blocked cookies: every look at what a site could keep is refused. */
function blockSiteData(): void {
  const refuse = (): never => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(globalThis, name, { get: refuse, configurable: true });
  }
  Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false });
  Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: refuse });
  LockManager.prototype.request = async () => refuse();
  Object.defineProperty(globalThis, 'BroadcastChannel', { value: refuse, configurable: true });
}

/** What browsers lack that are old, or embedded in an app. */
function lackAll(): void {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'BroadcastChannel']) {
    Object.defineProperty(globalThis, name, { value: null, configurable: true });
  }
  for (const name of ['locks', 'serviceWorker']) {
    Object.defineProperty(Navigator.prototype, name, { value: undefined });
  }
}

async function withoutStorage(how: () => void): Promise<Page> {
  const page = await screens.desktop();
  await page.context().addInitScript(how);
  return page;
}

describe('a browser that blocks cookies', () => {
  it.for([
    ['/', 'Say it with a nod.'],
    ['/signin', 'Sign in'],
    ['/register', 'Choose your name'],
    ['/recover', 'Lost your phone?'],
    ['/phone', 'Your phone is the key'],
    ['/@nobody_here', 'Nobody is called @nobody_here'],
    [`/@nobody_here/pst_${'0'.repeat(26)}`, 'There is no such post'],
    ['/nowhere', 'There is no page here'],
  ] as const)('sees %s', async ([path, title]) => {
    screens.complaints.allow(/^(404|401) /);
    const page = await withoutStorage(blockSiteData);
    await page.goto(path);
    await page.getByRole('heading', { name: title }).waitFor();
  });

  it.for(['/account', '/account/activity', '/account/code'])(
    'is led from %s to the sign-in page',
    async (path) => {
      const page = await withoutStorage(blockSiteData);
      await page.goto(path);
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      await sentence(page, NEEDED).waitFor();
    },
  );

  it.for(['/signin', '/register', '/recover', '/phone'])('is told on %s what Nod needs', async (path) => {
    screens.complaints.allow(/^401 /);
    const page = await withoutStorage(blockSiteData);
    await page.goto(path);
    await page.getByText(NEEDED).waitFor();
  });

  it('is told that it does not wait, and may start again', async () => {
    const { username } = await newPerson(nod, { signIn: false });
    const page = await withoutStorage(blockSiteData);
    await page.goto('/signin');
    await page.getByLabel('Username').fill(username);
    await button(page, 'Ask my phone').click();
    await numberOn(page);
    await page.context().clearCookies();
    await sentence(page, 'This browser is not waiting any more. Start again.').waitFor();
    await sentence(page, NEEDED).waitFor();
  });

  it('still reads', async () => {
    const { browser } = await newPerson(nod);
    await browser.succeed('post-create', { body: { body: 'For everybody to read.' } });
    const page = await withoutStorage(blockSiteData);
    await page.goto('/');
    await page.getByText('For everybody to read.').first().waitFor();
  });
});

describe('a browser that only lacks what a site could keep things in', () => {
  it('signs in, and says nothing of cookies', async () => {
    const { username, phone } = await newPerson(nod, { signIn: false });
    const page = await withoutStorage(lackAll);
    await page.goto('/signin');
    await page.getByLabel('Username').fill(username);
    expect(await page.getByText(NEEDED).count()).toBe(0);
    await button(page, 'Ask my phone').click();
    await phone.approve(await numberOn(page));
    await signedIn(page);
  });

  it('polls every second, though no tab can be elected', async () => {
    const { browser } = await newPerson(nod);
    const page = await screens.desktop({ as: browser });
    await page.context().addInitScript(lackAll);
    let polls = 0;
    page.on('request', (request) => void (request.url().endsWith('/api/status') && polls++));
    await page.goto('/');
    await signedIn(page);
    await expect.poll(() => polls, { timeout: 6000 }).toBeGreaterThan(3);
  });
});

describe('a full storage', () => {
  it('loses nothing of what is open, and signs in, posts and signs out', async () => {
    const { username, phone } = await newPerson(nod, { signIn: false });
    const page = await screens.desktop();
    await page.context().addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    });
    await page.goto('/signin');
    await page.getByLabel('Username').fill(username);
    await button(page, 'Ask my phone').click();
    await phone.approve(await numberOn(page));
    await signedIn(page);
    const composer = page.getByRole('textbox', { name: 'Your post' });
    await composer.fill('Nowhere to keep it');
    await button(page, 'Post').click();
    await page.getByRole('article').filter({ hasText: 'Nowhere to keep it' }).waitFor();
    expect(await composer.inputValue()).toBe('');
    expect(await page.getByText(NEEDED).count()).toBe(0);
  });
});
