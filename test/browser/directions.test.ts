/** Pages as somebody sees them who reads from right to left: mirrored, and no wider than the window. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { askToSignIn, button, enterNumber, openPhone, personWithPhone } from './support/flows.ts';
import { screens as startScreens, WIDTHS } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** What stands out of the window at either side, on a page that is turned around. */
async function outside(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  return page.evaluate(() => {
    const { documentElement } = document;
    documentElement.dir = 'rtl';
    const { clientWidth, scrollWidth } = documentElement;
    const found = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return (
        width > 1 &&
        (left < -1 || right > clientWidth + 1) &&
        !element.matches('.skip, .visually-hidden, .visually-hidden *, svg *')
      );
    });
    const names = found.map(({ tagName, className }) => `${tagName.toLowerCase()}.${className}`);
    return scrollWidth > clientWidth ? [`${scrollWidth} px wide`, ...names] : names;
  });
}

/** Where an element's text begins, seen from the middle of the page. */
const sideOf = (page: Page, selector: string): Promise<'left' | 'right'> =>
  page.evaluate((selector) => {
    const { left, right } = document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    return (left + right) / 2 < innerWidth / 2 ? 'left' : 'right';
  }, selector);

it.for(Object.entries(WIDTHS))('no page is wider than its window, on a %s', async ([, viewport]) => {
  screens.complaints.allow(/^40[14] \/(nowhere$|api\/)/);
  const { username, browser } = await personWithPhone(nod, screens);
  const body = `${'Wort'.repeat(40)} العربية\n${'A sentence of several words. '.repeat(9)}`;
  const { id } = await browser.succeed('post-create', { body: { body } });

  const stranger = await screens.desktop({ viewport });
  for (const path of [
    '/',
    `/@${username}`,
    `/@${username}/${id}`,
    '/nowhere',
    '/signin',
    '/register',
    '/recover',
    '/phone',
  ]) {
    await stranger.goto(path);
    expect.soft(await outside(stranger), path).toEqual([]);
  }
  await askToSignIn(stranger, username);
  expect.soft(await outside(stranger), 'the number').toEqual([]);

  const page = await screens.desktop({ viewport, as: browser });
  for (const path of ['/', '/account', '/account/activity', '/account/code']) {
    await page.goto(path);
    expect.soft(await outside(page), path).toEqual([]);
  }
});

it('a phone is mirrored, and its number is not', async () => {
  const { phone, username } = await personWithPhone(nod, screens);
  const number = await askToSignIn(await screens.desktop(), username);
  await openPhone(phone);
  expect(await outside(phone)).toEqual([]);
  expect([await sideOf(phone, '.phone-bar .logo'), await sideOf(phone, '.phone-settings')]).toEqual([
    'right',
    'left',
  ]);
  expect(await sideOf(phone, '.number-box')).toBe('left');
  await enterNumber(phone, number);
  expect(await outside(phone)).toEqual([]);
  await button(phone, 'Not me').or(button(phone, 'Deny')).first().waitFor();
});

it('a username and a number are read from left to right among words that are not', async () => {
  const { browser, username } = await personWithPhone(nod, screens);
  await browser.succeed('post-create', { body: { body: 'מה שלומך?' } });
  const page = await screens.desktop();
  await page.goto(`/@${username}`);
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  // The sign is before the name, at its left.
  const [sign = 0, name = 0] = await page.locator('.p-nickname').evaluate((element) => {
    const texts = [...element.childNodes].filter((node) => node instanceof Text);
    return texts.map((text) => {
      const range = document.createRange();
      range.selectNode(text);
      return range.getBoundingClientRect().left;
    });
  });
  expect(sign).toBeLessThan(name);
});
