import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newUsername } from '../support/people.ts';
import {
  askToRegister,
  askToSignIn,
  button,
  noteCode,
  sentence,
  signedIn,
  whoIsAsking,
} from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** Opens the practice phone by the link under the code, which opens a tab. */
async function practicePhone(desktop: Page): Promise<Page> {
  const opened = desktop.context().waitForEvent('page');
  await desktop.getByRole('link', { name: 'Open the practice phone' }).click();
  const phone = await opened;
  await phone.getByText('Practice phone — only on this computer').waitFor();
  return phone;
}

describe('the practice phone', () => {
  it('goes the whole way on one computer: register, sign in elsewhere, end', async () => {
    const [desktop, privateWindow] = [await screens.desktop(), await screens.desktop()];
    const username = newUsername();
    await askToRegister(desktop, username);
    const phone = await practicePhone(desktop);
    await button(phone, 'Make this phone my key').click();
    await phone.getByRole('heading', { name: 'This phone is ready' }).waitFor();
    await sentence(desktop, 'Practice phone').waitFor();
    await button(desktop, 'Yes, sign me in').click();
    await noteCode(desktop);
    await signedIn(desktop);

    const number = await askToSignIn(privateWindow, username);
    await button(phone, 'Done').click();
    await phone.getByRole('textbox', { name: 'Enter the number you see' }).fill(number);
    await whoIsAsking(phone).getByText('New browser').waitFor();
    await button(phone, 'Approve with practice fingerprint').click();
    await phone.getByRole('heading', { name: 'Approved' }).waitFor();
    await signedIn(privateWindow);

    await button(phone, 'Done').click();
    await button(phone, 'End all').click();
    await button(phone, 'End all sessions').click();
    for (const page of [privateWindow, desktop]) {
      await sentence(page, 'This session was ended from your phone.').waitFor();
    }
  });

  it('takes the number from the link of the same computer, and signs in by it', async () => {
    const desktop = await screens.desktop();
    const username = newUsername();
    await askToRegister(desktop, username);
    await button(await practicePhone(desktop), 'Make this phone my key').click();
    await button(desktop, 'Yes, sign me in').click();
    await noteCode(desktop);
    await signedIn(desktop);
    await askToSignIn(desktop, username);
    const phone = await practicePhone(desktop);
    await button(phone, 'Approve with practice fingerprint').click();
    await signedIn(desktop);
  });

  it('is joined by a second one in the same browser, where one more phone is added', async () => {
    const desktop = await screens.desktop();
    await askToRegister(desktop, newUsername());
    await button(await practicePhone(desktop), 'Make this phone my key').click();
    await button(desktop, 'Yes, sign me in').click();
    await noteCode(desktop);
    await signedIn(desktop);
    await desktop.goto('/account');
    await button(desktop, 'Add a phone').click();
    const opened = desktop.context().waitForEvent('page');
    await desktop.getByRole('link', { name: 'Open a second practice phone' }).click();
    const second = await opened;
    expect(await second.getByLabel('A name for this phone').inputValue()).toBe('Practice phone 2');
    await button(second, 'Make this phone my key').click();
    await second.getByRole('heading', { name: 'This phone is ready' }).waitFor();
    await desktop.getByText('Practice phone 2 is added.').first().waitFor();
    // And it approves.
    const { username = '' } = await desktop.evaluate(() =>
      JSON.parse(localStorage.getItem('nod.phone') ?? '{}'),
    );
    const other = await screens.desktop();
    const number = await askToSignIn(other, username);
    await button(second, 'Done').click();
    await second.getByRole('textbox', { name: 'Enter the number you see' }).fill(number);
    await button(second, 'Approve with practice fingerprint').click();
    await signedIn(other);
  });

  it('that has forgotten whose it is asks which of its accounts it is to be used for', async () => {
    const [first, second] = [newUsername(), newUsername()];
    const desktop = await screens.desktop();
    for (const username of [first, second]) {
      await askToRegister(desktop, username);
      const phone = await practicePhone(desktop);
      await button(phone, 'Make this phone my key').click();
      await phone.getByRole('heading', { name: 'This phone is ready' }).waitFor();
      await button(desktop, 'Yes, sign me in').click();
      await noteCode(desktop);
      await signedIn(desktop);
      await desktop.context().clearCookies();
      await phone.goto('/phone?practice');
      await phone.getByRole('heading', { name: 'Your phone is the key' }).waitFor();
      if (username === first) await phone.close();
      else await button(phone, 'This phone was set up before').click();
    }
    const [, phone] = desktop.context().pages();
    await phone?.getByRole('dialog', { name: 'Which account?' }).waitFor();
    await phone?.getByRole('button', { name: `@${first}` }).click();
    await phone?.getByRole('heading', { name: 'Enter the number you see' }).waitFor();
    await phone?.locator('header').getByText(`@${first}`).waitFor();
  });
});
