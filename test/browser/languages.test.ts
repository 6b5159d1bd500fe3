/** The switch of the language: where it stands, what it keeps, and that the page comes anew in what was chosen. */
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { button, openPhone, personWithPhone } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const switchOn = (page: Page): Locator => page.getByRole('list', { name: 'Language' });
const inFooter = (page: Page): Locator =>
  page.getByRole('contentinfo').getByRole('list', { name: 'Language' });

/** Chooses the other language, and waits until the page has been loaded anew. */
async function choose(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { isOld: true }));
  const loaded = page.waitForEvent('load');
  await button(page, 'العربية').press('Enter');
  await loaded;
  expect(await page.evaluate(() => 'isOld' in window)).toBe(false);
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
}

const chosen = async (page: Page) => (await page.context().cookies()).find(({ name }) => name === 'lang');

it('whoever is not signed in finds it in the footer, and comes back to the same page', async () => {
  const page = await screens.desktop();
  for (const path of ['/', '/signin', '/register?next=%2Faccount']) {
    await page.context().clearCookies({ name: 'lang' });
    await page.goto(path);
    await inFooter(page).waitFor();
    expect(await button(page, 'English').getAttribute('aria-current')).toBe('true');
    await choose(page);
    expect(page.url()).toBe(nod.origin + path);
    const cookie = await chosen(page);
    expect(cookie).toMatchObject({ value: 'ar', path: '/', sameSite: 'Lax', secure: true });
    expect((cookie?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(360 * 86_400);
  }
});

it('whoever is signed in finds it in the settings, and what they were writing stays', async () => {
  const { browser } = await personWithPhone(nod, screens);
  const page = await screens.desktop({ as: browser });
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Your post' }).fill('Half a th');
  expect(await switchOn(page).count()).toBe(0);
  await page.goto('/account');
  await switchOn(page).waitFor();
  expect(await inFooter(page).count()).toBe(0);
  const told = page.waitForResponse((response) => response.url().endsWith('/api/me/language'));
  await choose(page);
  expect((await told).status()).toBe(204);
  expect((await chosen(page))?.value).toBe('ar');
  await page.goto('/');
  await expect.poll(() => page.locator('#post-body').inputValue()).toBe('Half a th');
});

it('a phone has it in its settings', async () => {
  const { phone } = await personWithPhone(nod, screens);
  await openPhone(phone);
  await button(phone, 'This phone’s settings').click();
  await choose(phone);
  expect((await chosen(phone))?.value).toBe('ar');
});
