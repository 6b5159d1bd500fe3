import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { button, enrol, focused, openPhone, qrCode, sentence } from './support/flows.ts';
import { readQr } from './support/qr-reader.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const section = (page: Page) => page.getByRole('region', { name: 'Phones' });
const entry = (page: Page, name: string) => section(page).getByRole('listitem').filter({ hasText: name });

/** Somebody on the account page, right after signing in. */
async function atAccount() {
  const person = await newPerson(nod);
  const desktop = await screens.desktop({ as: person.browser });
  await desktop.goto('/account');
  await entry(desktop, 'Pixel 9').waitFor();
  return { ...person, desktop };
}

/** Adds a phone that is on screen. */
async function addPhone(desktop: Page): Promise<Page> {
  const phone = await screens.phone();
  await button(desktop, 'Add a phone').click();
  await enrol(phone, await readQr(qrCode(desktop)));
  await phone.getByRole('heading', { name: 'This phone is ready' }).waitFor();
  await focused(desktop.getByText('is added. It can let you in from now on.'));
  return phone;
}

describe('the phones of an account', () => {
  it('are joined by one more, which then lets browsers in', async () => {
    const { desktop, username } = await atAccount();
    const phone = await addPhone(desktop);
    await expect.poll(() => section(desktop).getByRole('listitem').count()).toBe(2);
    expect(await qrCode(desktop).count()).toBe(0);
    await openPhone(phone);
    await phone.getByText(`@${username}`).waitFor();
  });

  it('can do without one: the code is put away', async () => {
    const { desktop } = await atAccount();
    await button(desktop, 'Add a phone').click();
    await qrCode(desktop).waitFor();
    await button(desktop, 'Put the code away').click();
    await focused(button(desktop, 'Add a phone'));
    expect(await qrCode(desktop).count()).toBe(0);
  });

  it('are renamed in their place in the list', async () => {
    const { desktop, phone } = await atAccount();
    await button(desktop, 'Rename').click();
    const field = desktop.getByLabel('A name for this phone');
    await focused(field);
    await field.fill('');
    await button(desktop, 'Save').click();
    await desktop.getByText('Give the phone a name, such as “My phone”.').waitFor();
    await focused(field);
    await field.fill('Susan’s <b>phone</b>');
    await desktop.keyboard.press('Enter');
    await entry(desktop, 'Susan’s <b>phone</b>').waitFor();
    await focused(button(desktop, 'Rename'));
    expect((await phone.succeed('devices')).items).toMatchObject([{ name: 'Susan’s <b>phone</b>' }]);
  });

  it('are left as they are by Escape', async () => {
    const { desktop } = await atAccount();
    await button(desktop, 'Rename').click();
    await desktop.getByLabel('A name for this phone').fill('Another name');
    await desktop.keyboard.press('Escape');
    await focused(button(desktop, 'Rename'));
    await entry(desktop, 'Pixel 9').waitFor();
  });

  it('lose one, with the browsers that it let in if that is asked for', async () => {
    const { desktop, username, phone } = await atAccount();
    const other = await signIn(nod, { username, phone });
    await addPhone(desktop);
    await entry(desktop, 'Pixel 9').getByRole('button', { name: 'Remove' }).click();
    await focused(desktop.getByText(/Remove Pixel 9\?/));
    await button(desktop, 'Keep').click();
    await focused(entry(desktop, 'Pixel 9').getByRole('button', { name: 'Remove' }));

    await entry(desktop, 'Pixel 9').getByRole('button', { name: 'Remove' }).click();
    await desktop.getByLabel('Also sign out the browsers that it let in').check();
    const asked: string[] = [];
    desktop.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await button(desktop, 'Remove this phone').click();
    // This browser was let in by that phone, too.
    await sentence(desktop, 'The phone that approved this session was removed').waitFor();
    expect(asked).not.toContain('/api/sessions');
    expect(await other.succeed('status')).toMatchObject({ status: 'closed', reason: 'phone_removed' });
  });

  it('never lose the last sign-in method, and the page says so', async () => {
    const { desktop, phone } = await atAccount();
    await desktop.getByText('Your only way in: add another phone before you remove it.').waitFor();
    expect(await button(desktop, 'Remove').count()).toBe(0);
    await addPhone(desktop);
    await expect.poll(() => button(desktop, 'Remove').count()).toBe(2);
    await entry(desktop, 'Pixel 9').getByRole('button', { name: 'Remove' }).click();
    await button(desktop, 'Remove this phone').click();
    await desktop.getByText('Your only way in: add another phone before you remove it.').waitFor();
    expect(await button(desktop, 'Remove').count()).toBe(0);
    expect((await phone.call('devices')).status).toBe(401);
  });
});
