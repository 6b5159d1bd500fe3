import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername } from '../support/people.ts';
import { button, focused, numberOn, qrCode, sentence } from './support/flows.ts';
import { readQr } from './support/qr-reader.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** More than there are stops on any page. */
const MOST_STOPS = 30;

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

describe('with nothing but a keyboard', () => {
  it('one registers, signs in, posts and ends a session, and the focus is where things go on', async () => {
    const [first, phone, second] = [
      await screens.desktop(),
      await screens.phone({ isMobile: false, hasTouch: false }),
      await screens.desktop(),
    ];
    const username = newUsername();

    await first.goto('/register');
    await focused(first.getByLabel('Username'));
    await first.keyboard.type(username);
    await press(button(first, 'Reserve this name'), 'Enter');
    await focused(heading(first, 'Add your phone'));

    await phone.goto(await readQr(qrCode(first)));
    await button(phone, 'Make this phone my key').waitFor();
    await focused(heading(phone, 'Set up this phone'));
    await press(button(phone, 'Make this phone my key'), 'Space');
    await focused(heading(phone, 'This phone is ready'));

    await focused(heading(first, 'Is this your phone?'));
    await press(button(first, 'Yes, sign me in'), 'Enter');
    await focused(heading(first, 'Your recovery code'));
    await press(button(first, 'I have noted it'), 'Enter');
    await first.getByRole('textbox', { name: 'Your post' }).waitFor();

    await second.goto('/signin');
    await focused(second.getByLabel('Username'));
    await second.keyboard.type(username);
    await second.keyboard.press('Enter');
    await focused(heading(second, 'Nod from your phone'));

    await press(button(phone, 'Done'), 'Enter');
    await focused(heading(phone, 'Enter the number you see'));
    await tabTo(phone.getByRole('textbox', { name: 'Enter the number you see' }));
    await phone.keyboard.type(await numberOn(second));
    await focused(heading(phone, /^Sign in on this/));
    await tabTo(phone.getByRole('radio', { name: '24 hours' }));
    await phone.keyboard.press('ArrowLeft');
    expect(await phone.getByRole('radio', { name: '10 minutes' }).isChecked()).toBe(true);
    await press(button(phone, 'Approve with fingerprint'), 'Enter');
    await focused(heading(phone, 'Approved'));

    await tabTo(second.getByRole('textbox', { name: 'Your post' }));
    await second.keyboard.type('Typed.');
    await press(button(second, 'Post'), 'Space');
    await second.getByRole('article').getByText('Typed.').waitFor();
    await focused(second.getByRole('textbox', { name: 'Your post' }));

    await press(button(phone, 'Done'), 'Space');
    await heading(phone, 'Signed-in browsers').waitFor();
    const ends = button(phone, /^End the session of/);
    await ends.nth(1).waitFor();
    await press(ends.first(), 'Enter');
    await focused(button(phone, 'End this session'));
    await phone.keyboard.press('Tab');
    await focused(button(phone, 'Keep'));
    await phone.keyboard.press('Enter');
    await focused(ends.first());
    await phone.keyboard.press('Enter');
    await phone.keyboard.press('Enter');
    await focused(heading(phone, 'Signed-in browsers'));

    const reason = 'This session was ended from your phone.';
    const ended = await Promise.any(
      [first, second].map(async (page) => {
        await sentence(page, reason).waitFor();
        return page;
      }),
    );
    await focused(ended.getByLabel('Username'));
    expect(await ends.count()).toBe(1);
  });

  it('the skip link leads past the navigation', async () => {
    const page = await screens.desktop();
    await page.goto('/');
    await page.keyboard.press('Tab');
    await focused(page.getByRole('link', { name: 'Skip to the content' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await focused(page.getByRole('main').getByRole('link', { name: 'Register' }));
  });

  it('the theme is switched with arrows, and remembered', async () => {
    const { browser } = await newPerson(nod);
    const page = await screens.desktop({ colorScheme: 'light', as: browser });
    await page.goto('/account');
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await tabTo(page.getByRole('radio', { name: 'System' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await focused(page.getByRole('radio', { name: 'Dark' }));
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await paper()).toBe(dark);
  });
});

/** Tabs on until an element has the focus. */
async function tabTo(element: Locator): Promise<void> {
  await element.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await element.evaluate((node) => node === document.activeElement)) return;
    await element.page().keyboard.press('Tab');
  }
  throw new Error(`${element} is not reached by tabbing`);
}

async function press(element: Locator, key: 'Enter' | 'Space'): Promise<void> {
  await tabTo(element);
  await element.page().keyboard.press(key);
}
