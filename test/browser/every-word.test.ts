/**
 * Whatever a page says comes from the catalogue: here English is replaced by a language that looks like it and has none of
 * its letters, so that a word which is said without the catalogue stays behind and is found.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername } from '../support/people.ts';
import { button, personWithPhone } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** Bold letters of mathematics, which look alike. */
const otherLetters = (text: string): string =>
  text.replace(/[A-Za-z]/g, (letter) =>
    String.fromCodePoint((letter.codePointAt(0) ?? 0) + (letter > 'Z' ? 0x1d3b9 : 0x1d3bf)),
  );

/** What is said on its way through the catalogue; runs in the page. */
function pseudoOf(letters: (text: string) => string) {
  type Template = { strings: TemplateStringsArray; values: unknown[] };
  const known = new WeakMap<TemplateStringsArray, TemplateStringsArray>();
  const isObject = (said: unknown): said is object => typeof said === 'object' && said !== null;

  /** The text between tags, and not the tags; a template stays one and the same, by which lit-html knows it. */
  function stringsOf(strings: TemplateStringsArray): TemplateStringsArray {
    const before = known.get(strings);
    if (before !== undefined) return before;
    let isInTag = false;
    const other = strings.map((text) =>
      text.replace(/[<>]|[^<>]+/g, (part) => {
        if (part === '<' || part === '>') isInTag = part === '<';
        return isInTag || part === '>' ? part : letters(part);
      }),
    );
    const made = Object.assign(other, { raw: other });
    known.set(strings, made);
    return made;
  }

  return function pseudo(said: unknown): unknown {
    if (typeof said === 'string') return letters(said);
    if (typeof said === 'function') return (...facts: unknown[]) => pseudo(said(...facts));
    if (Array.isArray(said)) return said.map(pseudo);
    if (!isObject(said)) return said;
    if ('_$litType$' in said) {
      const { strings, values } = said as unknown as Template;
      const isValue = (index: number) => strings[index]?.endsWith('=') === true;
      return {
        ...said,
        strings: stringsOf(strings),
        values: values.map((value, index) => (isValue(index) ? value : pseudo(value))),
      };
    }
    // A text that lasts (`web/lib/translated.ts`).
    if ('_$litDirective$' in said)
      return { ...said, values: (said as unknown as Template).values.map(pseudo) };
    return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, pseudo(value)]));
  };
}

async function speakPseudo(context: BrowserContext): Promise<void> {
  await context.route(/\/assets\/\w+-messages-en[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const source = await response.text();
    const spoken = source.replace(/([\w$]+)\("en",\s*(\{[^{}]*\})\)/, '$1("en",pseudo($2))');
    expect(spoken).not.toBe(source);
    await route.fulfill({ response, body: `const pseudo = (${pseudoOf})(${otherLetters});\n${spoken}` });
  });
  // A document's words are of the same catalogue, drawn before. Its footer stays until there is code for it, so that it is left out.
  await context.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch({ maxRedirects: 0 });
    const source = await response.text();
    await route.fulfill({
      response,
      body: source.replace(/(<footer id="footer"[^>]*>).*?(?=<\/footer>)/s, '$1'),
    });
  });
}

/** The words of a page that are in English letters, but for names, times, and what people wrote. */
const plainWords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const note = (text: string | null, element: Element) => {
      if (
        element.closest('[translate="no"], bdi, time, .post-body, script, style, noscript, [contenteditable]')
      )
        return;
      const words = (text ?? '').match(/[A-Za-z]{2,}/g);
      // The names of days are `Intl`'s.
      if (words !== null && !/^(Today|Yesterday)$/.test(text?.trim() ?? ''))
        found.push(`${element.tagName.toLowerCase()}: ${text?.trim()}`);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement } = walker.currentNode;
      if (parentElement) note(walker.currentNode.textContent, parentElement);
    }
    for (const element of document.querySelectorAll('*')) {
      for (const name of [
        'aria-label',
        'aria-description',
        'aria-roledescription',
        'title',
        'placeholder',
        'alt',
      ]) {
        if (element.tagName !== 'TIME') note(element.getAttribute(name), element);
      }
    }
    return [...new Set(found)];
  });

/** A page is looked at once it has settled. */
async function look(page: Page, state: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => document.body.innerText), state).toMatch(/[\u{1d400}-\u{1d4ff}]/u);
  expect(await plainWords(page), state).toEqual([]);
}

const WITHOUT_WORKER = { serviceWorkers: 'block' } as const;

it('a page of somebody who is signed out', async () => {
  screens.complaints.allow(/^404 /);
  const { username, browser } = await newPerson(nod);
  const { id } = await browser.succeed('post-create', {
    body: { body: `${'Words. '.repeat(60)}\n`.repeat(3).slice(0, 480) },
  });
  const page = await screens.desktop(WITHOUT_WORKER);
  await speakPseudo(page.context());
  for (const path of [
    '/',
    '/signin',
    '/signin?reason=idle',
    '/register',
    '/recover',
    `/@${username}`,
    `/@${username}/${id}`,
    '/@nobody_here',
    '/nowhere',
    '/offline',
  ]) {
    await page.goto(path);
    await look(page, path);
  }
  await page.goto('/register');
  await page.locator('input').first().fill(newUsername());
  await page.keyboard.press('Enter');
  await page.locator('[role=timer]').waitFor();
  await look(page, 'a code to scan');
  await page.goto('/signin');
  await page.locator('input').first().fill(username);
  await page.keyboard.press('Enter');
  await page.locator('[role=timer]').waitFor();
  await look(page, 'a number to type');
});

it('a page of somebody who is signed in', async () => {
  const { browser, username } = await newPerson(nod);
  await browser.succeed('post-create', { body: { body: 'Hello.' } });
  const page = await screens.desktop({ as: browser, ...WITHOUT_WORKER });
  await speakPseudo(page.context());
  for (const path of ['/', `/@${username}`, '/account', '/account/activity', '/account/code']) {
    await page.goto(path);
    await look(page, path);
  }
  await page.goto('/account');
  await page.waitForLoadState('networkidle');
  // Whatever a button opens.
  const buttons = await page.locator('main button').count();
  expect(buttons).toBeGreaterThan(5);
  for (let index = 0; index < buttons; index++) {
    // An act of before may have left fewer.
    if (index >= (await page.locator('main button').count())) break;
    const one = page.locator('main button').nth(index);
    if ((await one.getAttribute('lang')) !== null || !(await one.isVisible())) continue;
    const isSignOut = await one.evaluate(
      (element) => element.closest('[aria-labelledby="you"], .you') !== null,
    );
    if (isSignOut) continue;
    await one.click();
    await look(page, `the button ${index} of the account page`);
    if (page.url() !== `${nod.origin}/account`) break;
    await page.goto('/account');
    await page.waitForLoadState('networkidle');
  }
});

it('the phone’s page', async () => {
  screens.complaints.allow(/^Service Worker registration blocked/);
  const { phone, browser, username } = await personWithPhone(nod, screens);
  const stranger = await screens.phone(WITHOUT_WORKER);
  await speakPseudo(stranger.context());
  await stranger.goto('/phone');
  await look(stranger, 'nobody’s phone');
  await speakPseudo(phone.context());
  await phone.goto('/phone');
  await phone.getByRole('textbox').first().waitFor();
  await look(phone, 'the number');
  await button(phone, otherLetters('This phone’s settings')).click();
  await look(phone, 'the settings');
  await phone.goto('/phone');
  const { number } = await browser.succeed('login-start', { body: { username } });
  await phone.getByRole('textbox').first().fill(number);
  await phone.getByRole('region').first().waitFor();
  await look(phone, 'who is asking');
});
