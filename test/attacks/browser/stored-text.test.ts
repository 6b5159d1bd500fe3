/** What people write is text wherever it is shown: nothing of it runs or becomes part of a page, in Chromium with the CSP on. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { enterNumber, openPhone } from '../../browser/support/flows.ts';
import { screens as startScreens } from '../../browser/support/screens.ts';
import { Browser as ApiBrowser } from '../../support/browser.ts';
import { nod as startNod } from '../../support/nod.ts';
import { newUsername, Phone } from '../../support/people.ts';

const nod = startNod();
const screens = startScreens(nod);

declare global {
  var attacked: string[];
  var violations: string[];
}

/** Ways from text to a script, each of which would leave its mark in `attacked`. */
const PAYLOADS = [
  '<script>attacked.push(1)</script>',
  '<img src=x onerror=attacked.push(2)>',
  '"><svg/onload=attacked.push(3)>',
  "'-attacked.push(4)-'",
  '</title><script>attacked.push(5)',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is an attack on templates
  '${attacked.push(6)}{{attacked}}',
  '<?lit$attacked$?><!--?lit$1$-->',
];
/** Addresses that a page could make a link of. */
const ADDRESSES = ['javascript:attacked.push(7)', 'data:text/html,<script>attacked.push(8)</script>'];

const dialogs: string[] = [];

/** A page that notes what runs in it that should not, and what its policy has stopped. */
async function watched(page: Page): Promise<Page> {
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await page.addInitScript(() => {
    globalThis.attacked = [];
    globalThis.violations = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      globalThis.violations.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  return page;
}

/** Nothing has run, nothing was stopped, and no element came out of a text. */
async function expectUnharmed(page: Page): Promise<void> {
  const seen = await page.evaluate(() => ({
    attacked: globalThis.attacked,
    violations: globalThis.violations,
    // Those that Nod's own templates never make.
    elements: document.querySelectorAll('main :is(script, iframe, object, embed, base, [onerror], [onload])')
      .length,
    images: [...document.querySelectorAll('main img')].map((image) => image.getAttribute('src')),
    links: [...document.querySelectorAll('a')].filter(({ protocol }) => !/^https?:$/.test(protocol)).length,
  }));
  expect(seen).toMatchObject({ attacked: [], violations: [], elements: 0, links: 0 });
  expect(seen.images).not.toContain('x');
  expect(dialogs).toEqual([]);
}

afterEach(() => void dialogs.splice(0));

/** Somebody whose every text is an attack. */
async function attacker(text: string) {
  const username = newUsername();
  const [browser, phone] = [new ApiBrowser(nod), new Phone(nod)];
  const displayName = text.slice(0, 50);
  const deviceName = text.slice(0, 40);
  const { enrolUrl } = await browser.succeed('register', { body: { username, displayName } });
  await phone.enrol(enrolUrl, deviceName);
  await browser.succeed('login-complete');
  await browser.succeed('post-create', { body: { body: text } });
  return { username, browser, phone, displayName, deviceName };
}

describe.each([...PAYLOADS, ...ADDRESSES])('%s', (text) => {
  it('is text in a post, in a name and in the name of a phone, to its author and to others', async () => {
    const { username, browser, displayName, deviceName } = await attacker(text);
    const own = await watched(await screens.desktop({ as: browser }));
    const others = await watched(await screens.desktop());
    for (const page of [own, others]) {
      for (const path of ['/', `/@${username}`]) {
        await page.goto(path);
        const post = page.getByRole('article').filter({ hasText: username }).first();
        await post.getByText(text, { exact: true }).last().waitFor();
        await post.getByText(displayName, { exact: true }).first().waitFor();
        await expectUnharmed(page);
      }
    }
    await own.goto('/account');
    await own.getByRole('main').getByText(deviceName).first().waitFor();
    await expectUnharmed(own);
  });
});

describe('a browser that calls itself a script', () => {
  it('is an unknown browser on the phone that it asks', async () => {
    const { username, phone } = await attacker('Hello');
    const headers = { 'user-agent': '<img src=x onerror=attacked.push(9)>' };
    const { number } = await new ApiBrowser(nod).succeed('login-start', { body: { username }, headers });
    const page = await watched(await screens.phone({ as: phone }));
    await openPhone(page);
    await enterNumber(page, number);
    await page.getByText('Unknown browser').first().waitFor();
    await expectUnharmed(page);
  });
});

describe('an address', () => {
  it.each([
    '/@<img src=x onerror=attacked.push(1)>',
    '/nowhere/<script>attacked.push(2)</script>',
    '/signin?next=javascript:attacked.push(3)',
    '/signin?reason=<img src=x onerror=attacked.push(4)>',
    '/phone#enrol=<img src=x onerror=attacked.push(5)>',
    '/phone#approve=<script>attacked.push(6)</script>',
  ])('that carries a script runs none: %s', async (path) => {
    screens.complaints.allow(/^404 /, /^400 /);
    const page = await watched(await screens.desktop());
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await expectUnharmed(page);
  });
});
