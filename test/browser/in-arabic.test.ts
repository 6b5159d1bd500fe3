/** Somebody who reads Arabic goes the whole way, from register to a session that is ended elsewhere, and reads no English. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import * as ar from '../../web/messages/ar.ts';
import { nod as startNod } from '../support/nod.ts';
import { newUsername } from '../support/people.ts';
import { button, numberOn, sentence } from './support/flows.ts';
import { readQr } from './support/qr-reader.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const ARABIC = { locale: 'ar-EG' };

/** The pages are from right to left, say nothing in English, and nothing on them is cut off at the side. */
async function isArabic(page: Page, state: string): Promise<void> {
  const { language, direction, overflow, words } = await page.evaluate(() => {
    const { documentElement } = document;
    const parts = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, label, button, a)')].filter(
      (part) =>
        part.checkVisibility() &&
        part.closest('[translate="no"], bdi, time, .post-body, [lang]:not(html)') === null,
    );
    return {
      language: documentElement.lang,
      direction: getComputedStyle(document.body).direction,
      overflow: documentElement.scrollWidth - documentElement.clientWidth,
      words: parts.flatMap((part) =>
        [...part.childNodes]
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .map(({ textContent }) => textContent?.replace(/Nod|QR|PIN|\bNFC\b/g, '') ?? '')
          .filter((text) => /^[^\u0600-\u06ff]*[A-Za-z]{3,}[^\u0600-\u06ff]*$/.test(text)),
      ),
    };
  });
  expect({ language, direction, overflow, words }, state).toEqual({
    language: 'ar',
    direction: 'rtl',
    overflow: 0,
    words: [],
  });
}

it('registers, signs in by a number, and is told that the phone has ended it', async () => {
  const [desktop, phone] = [await screens.desktop(ARABIC), await screens.phone(ARABIC)];
  const username = newUsername();

  await desktop.goto('/register');
  await desktop.getByLabel(ar.signin.username).fill(username);
  await isArabic(desktop, 'registering');
  await button(desktop, ar.register.reserve).click();
  const code = desktop.getByRole('img', { name: ar.signin.codeToScan });
  await code.waitFor();
  await isArabic(desktop, 'the code to scan');

  await phone.goto(await readQr(code));
  await button(phone, ar.enrol.makeKey.phone).click();
  await phone.getByRole('heading', { name: ar.enrol.ready.phone }).waitFor();
  await isArabic(phone, 'the phone is ready');
  await button(desktop, ar.register.yes).click();
  await button(desktop, ar.recovery.noted).waitFor();
  await isArabic(desktop, 'the recovery code');
  await button(desktop, ar.recovery.noted).click();
  await desktop.waitForURL('/');
  const post = desktop.getByRole('textbox', { name: ar.posts.yourPost });
  await post.fill('مرحبًا');
  await button(desktop, ar.posts.post).click();
  await desktop.getByRole('article').getByText('مرحبًا').waitFor();
  await isArabic(desktop, 'home');

  await desktop.goto('/account');
  await desktop.getByText(ar.account.thisBrowser).first().waitFor();
  await desktop.waitForLoadState('networkidle');
  await isArabic(desktop, 'the account');
  await button(desktop, ar.account.signOut).last().click();
  await sentence(desktop, ar.signin.reasons.here).waitFor();

  await desktop.getByLabel(ar.signin.username).fill(username);
  await button(desktop, ar.signin.askMyPhone).click();
  const number = await numberOn(desktop);
  await isArabic(desktop, 'the number');
  await phone.goto('/phone');
  // As a keyboard for Arabic types them.
  await phone.getByRole('textbox').fill([...number].map((digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]).join(''));
  await isArabic(phone, 'who is asking');
  await button(phone, ar.phone.approve.phone).click();
  await phone.getByRole('heading', { name: ar.phone.approved, exact: true }).waitFor();
  await isArabic(phone, 'approved');
  await desktop.waitForURL('/');
  await post.waitFor();

  await phone.goto('/phone');
  await phone.getByText(ar.phoneSettings.browsers).waitFor();
  await phone
    .getByRole('button', { name: new RegExp(`^${ar.phoneSettings.end}`) })
    .first()
    .click();
  await isArabic(phone, 'ending');
  await button(phone, ar.phoneSettings.endIt).click();
  await sentence(desktop, ar.signin.reasons.phone).waitFor();
  await isArabic(desktop, 'ended');
});
