/** Texts of the usual lists of nasty ones, written by hand and read by everybody, under the content security policy. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { shownText } from '../../shared/posts/shown-text.ts';
import { NASTY_STRINGS } from '../support/nasty-strings.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { button } from './support/flows.ts';
import { screens as startScreens, WIDTHS } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** What a page has that no text may add to or change; and of each text the elements in it, and what is read. */
const found = () => {
  const allowed =
    'a[class="in-text"]:is([dir="ltr"], [dir="auto"])[href], a[dir="auto"] > data[class="p-category"][value]';
  return {
    title: document.title,
    strangers: [...document.querySelectorAll('.post-body *')]
      .filter((element) => !element.matches(allowed) || element.attributes.length > 5)
      .map((element) => element.outerHTML),
    schemes: [
      ...new Set(
        [...document.querySelectorAll<HTMLAnchorElement>('.post-body a')].map((link) =>
          link.rel === 'nofollow ugc noopener' ? link.protocol : new URL(link.href).pathname.slice(0, 2),
        ),
      ),
    ],
    texts: [...document.querySelectorAll('.post-body')].map((body) => {
      const parts = [...body.childNodes].filter((node) => node.nodeType !== Node.COMMENT_NODE);
      // A link is what it leads to.
      return parts
        .map((node) =>
          node instanceof HTMLAnchorElement && node.rel !== '' ? '\ue000' : (node.textContent ?? ''),
        )
        .join('');
    }),
    wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  };
};

/** Whether a text is what was written, where each link stands for some piece of it. */
function isOf(shown: string, written: string): boolean {
  const pieces = shown.split('\ue000');
  let rest = shownText(written.trim());
  if (!rest.startsWith(pieces[0] ?? '')) return false;
  for (const piece of pieces) {
    const at = rest.indexOf(piece);
    if (at < 0) return false;
    rest = rest.slice(at + piece.length);
  }
  return pieces.length > 1 || rest === '';
}

it.for(Object.entries(WIDTHS))('nasty texts are only texts, on a %s', async ([, viewport]) => {
  const { username, browser } = await newPerson(nod);
  for (const body of NASTY_STRINGS) await browser.succeed('post-create', { body: { body, language: 'en' } });
  const newestFirst = NASTY_STRINGS.toReversed();

  async function expectOnlyTexts(page: Page, count: number): Promise<void> {
    const { title, strangers, schemes, texts, wide } = await page.evaluate(found);
    expect(title).toBe(`${username} (@${username}) · Nod`);
    expect(strangers).toEqual([]);
    expect(['/@', '/t', 'http:', 'https:']).toEqual(expect.arrayContaining(schemes));
    expect(wide).toBe(false);
    expect(texts.length).toBe(count);
    expect(texts.filter((text, index) => !isOf(text, newestFirst[index] ?? ''))).toEqual([]);
  }

  const still = await screens.desktop({ viewport, javaScriptEnabled: false });
  await still.goto(`/@${username}`);
  await expectOnlyTexts(still, 20);

  const page = await screens.desktop({ viewport, serviceWorkers: 'block' });
  await page.goto(`/@${username}`);
  const more = page.locator('.under-list button');
  await expect
    .poll(
      async () => {
        // Some pages come by themselves, and take the button along.
        await more.click({ timeout: 1000 }).catch(() => {});
        return page.getByRole('article').count();
      },
      { timeout: 60_000 },
    )
    .toBe(NASTY_STRINGS.length);
  await expectOnlyTexts(page, NASTY_STRINGS.length);
});

it('one who writes sees each nasty text as it was written, and the browser speaks it in its language', async () => {
  const { browser } = await newPerson(nod);
  const page = await screens.desktop({ as: browser });
  await page.goto('/');
  const field = page.getByRole('textbox', { name: 'Your post' });
  await page.getByLabel('Language of the post').selectOption({ label: 'Arabic' });
  for (const body of NASTY_STRINGS.filter((_, index) => index % 6 === 0)) {
    await field.fill(body);
    await button(page, 'Post').click();
    await expect.poll(() => field.inputValue()).toBe('');
    const newest = page.locator('.post-body').first();
    await expect.poll(() => newest.getAttribute('lang')).toBe('ar');
    const { strangers, texts } = await page.evaluate(found);
    expect(strangers).toEqual([]);
    expect(isOf(texts[0] ?? '', body)).toBe(true);
  }
  await page.reload();
  expect(await page.getByLabel('Language of the post').inputValue()).toBe('ar');
});
