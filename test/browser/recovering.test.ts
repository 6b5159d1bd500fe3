import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newRecoveryCode } from '../support/people.ts';
import {
  askToRegister,
  button,
  enrol,
  focused,
  noteCode,
  openPhone,
  personWithPhone,
  qrCode,
  sentence,
  signedIn,
  signInOn,
} from './support/flows.ts';
import { readQr } from './support/qr-reader.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const codeField = (page: Page) => page.getByLabel('Recovery code');

describe('somebody who loses a phone, and follows only what the pages say', () => {
  it('gets back in with the code, and whoever has the old phone is out', async () => {
    const [desktop, lost] = [await screens.desktop(), await screens.phone()];
    const username = `u_${crypto.randomUUID().slice(0, 8)}`;
    await askToRegister(desktop, username);
    await enrol(lost, await readQr(qrCode(desktop)));
    await button(desktop, 'Yes, sign me in').click();
    const code = await noteCode(desktop);
    await signedIn(desktop);

    const [elsewhere, found] = [await screens.desktop(), await screens.phone()];
    await elsewhere.goto('/');
    await elsewhere.getByRole('link', { name: 'Sign in' }).first().click();
    await elsewhere.getByRole('link', { name: 'Use your recovery code' }).click();
    await elsewhere.getByLabel('Username').fill(username);
    // As people copy: small, with spaces, and an O for a zero.
    await codeField(elsewhere).fill(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'));
    await button(elsewhere, 'Go on').click();
    await focused(elsewhere.getByRole('heading', { name: 'Scan with your new phone' }));
    await sentence(elsewhere, 'Nothing changes until then.').waitFor();

    await found.goto(await readQr(qrCode(elsewhere)));
    await found.getByText('All other phones are removed, and every browser is signed out.').waitFor();
    await button(found, 'Make this my only phone').click();
    const next = await noteCode(elsewhere);
    expect(next).not.toBe(code);
    await signedIn(elsewhere);
    await sentence(desktop, 'The account was recovered, so all its sessions ended.').waitFor();

    await openPhone(found);
    await lost.goto('/phone');
    await lost.getByRole('heading', { name: 'Enter the number you see' }).waitFor({ state: 'detached' });
    screens.complaints.allow(/^401 \/api\/devices\?as=phone$/);
    expect(await lost.evaluate(async () => (await fetch('/api/devices?as=phone')).status)).toBe(401);
    await signInOn(desktop, found, username);
  });

  it('is told of a typo beside the field before anything is sent', async () => {
    const desktop = await screens.desktop();
    const calls: string[] = [];
    desktop.on('request', (request) => calls.push(new URL(request.url()).pathname));
    await desktop.goto('/recover');
    await desktop.getByLabel('Username').fill('susan');
    await codeField(desktop).fill('ABCD-EFGH');
    await button(desktop, 'Go on').click();
    await desktop.getByText('A code has 28 characters, in seven groups of four. This one has 8.').waitFor();
    await focused(codeField(desktop));
    await codeField(desktop).fill('0000-0000-0000-0000-0000-0000-0001');
    await button(desktop, 'Go on').click();
    await desktop.getByText('There is a typo in this code.').waitFor();
    expect(calls).not.toContain('/api/recover');
  });

  it('is told that a name and a code do not belong together', async () => {
    screens.complaints.allow(/^40\d \/api\/recover$/);
    const { username } = await newPerson(nod);
    const desktop = await screens.desktop();
    await desktop.goto('/recover');
    await desktop.getByLabel('Username').fill(username);
    await codeField(desktop).fill('0000-0000-0000-0000-0000-0000-0000');
    await button(desktop, 'Go on').click();
    await desktop.getByText('This name and this code do not belong together.').waitFor();
    await focused(codeField(desktop));
  });

  it('may think better of it, and nothing has changed', async () => {
    const { username, browser, phone } = await newPerson(nod);
    const { code } = await browser.succeed('recovery-renew');
    const desktop = await screens.desktop();
    await desktop.goto('/recover');
    await desktop.getByLabel('Username').fill(username);
    await codeField(desktop).fill(code);
    await button(desktop, 'Go on').click();
    await qrCode(desktop).waitFor();
    await button(desktop, 'Cancel').click();
    await desktop.getByText('Cancelled. Nothing has changed, and your code still holds.').waitFor();
    expect((await phone.succeed('devices')).items).toHaveLength(1);
    expect(await browser.succeed('status')).toMatchObject({ status: 'active' });
  });
});

describe('a recovery that somebody else has begun', () => {
  /** Somebody at a page of the blog who has the code of somebody whose phone is on screen. */
  async function begun() {
    const { username, browser, phone } = await personWithPhone(nod, screens);
    const { code } = await browser.succeed('recovery-renew');
    const thief = await screens.desktop();
    await thief.goto('/recover');
    await thief.getByLabel('Username').fill(username);
    await codeField(thief).fill(code);
    await button(thief, 'Go on').click();
    await qrCode(thief).waitFor();
    return { username, browser, phone, code, thief };
  }

  it('is stopped by one tap and a finger, from where the notification leads', async () => {
    const { browser, phone, thief, username, code } = await begun();
    await phone.goto('/phone#recovery');
    await focused(phone.getByRole('heading', { name: 'Somebody is recovering your account' }));
    await phone
      .getByRole('region', { name: 'Somebody is recovering' })
      .getByText(/Chrome \d+ on/)
      .waitFor();
    await button(phone, 'Stop it').click();
    await focused(phone.getByRole('heading', { name: 'The recovery is stopped' }));
    await phone.getByText('Make a new one now').waitFor();
    await sentence(thief, 'A phone of this account stopped the recovery, and the code is void.').waitFor();

    await button(phone, 'Done').click();
    await phone.getByRole('heading', { name: 'Enter the number you see' }).waitFor();
    expect(await button(phone, 'Stop it').count()).toBe(0);
    expect((await browser.succeed('me')).recoveryCode).toBeNull();
    const again = await new Browser(nod).call('recover', { body: { username, code } });
    expect(again.status).toBe(404);
    const page = await screens.desktop({ as: browser });
    await page.goto('/account/activity');
    await sentence(page, 'stopped the recovery by').waitFor();
    await sentence(page, 'began to recover the account with the recovery code').waitFor();
  });

  it('shows by itself on the page that is open, and goes when it is over', async () => {
    const { browser, username, phone } = await personWithPhone(nod, screens);
    const { code } = await browser.succeed('recovery-renew');
    await openPhone(phone);
    const recovering = new Browser(nod);
    await recovering.succeed('recover', { body: { username, code } });
    await button(phone, 'Stop it').waitFor();
    await recovering.succeed('login-cancel');
    await button(phone, 'Stop it').waitFor({ state: 'detached' });
    await phone.goto('/phone#recovery');
    await phone.getByRole('heading', { name: 'No recovery is waiting' }).waitFor();
  });

  it('is told to be over where it has just been done', async () => {
    screens.complaints.allow(/^4\d\d \/api\//);
    const { phone, thief } = await begun();
    await phone.goto('/phone#recovery');
    await button(phone, 'Stop it').waitFor();
    await button(thief, 'Cancel').click();
    await sentence(thief, 'Cancelled.').waitFor();
    await button(phone, 'Stop it').click();
    await phone.getByRole('heading', { name: 'No recovery is waiting' }).waitFor();
  });
});

describe('the recovery code', () => {
  it('is shown once: a reload makes no other, and what was noted holds', async () => {
    const [desktop, phone] = [await screens.desktop(), await screens.phone()];
    await askToRegister(desktop, `u_${crypto.randomUUID().slice(0, 8)}`);
    await enrol(phone, await readQr(qrCode(desktop)));
    let made = 0;
    desktop.on('request', (request) => {
      if (request.url().endsWith('/api/recovery')) made++;
    });
    await button(desktop, 'Yes, sign me in').click();
    await button(desktop, 'I have noted it').waitFor();
    await desktop.reload();
    await button(desktop, 'Make my recovery code').waitFor();
    expect(made).toBe(1);
    await desktop.getByRole('link', { name: 'Skip this for now' }).click();
    await signedIn(desktop);
  });

  it('is made anew on the account page, and printed with nothing but what it takes', async () => {
    const { username, browser } = await newPerson(nod);
    await newRecoveryCode(browser);
    const desktop = await screens.desktop({ as: browser });
    await desktop.goto('/account');
    const today = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' }).format(new Date());
    await sentence(desktop, `You got a code on ${today}.`).waitFor();
    await button(desktop, 'Make a new code').click();
    await focused(desktop.getByRole('heading', { name: 'Your recovery code' }));
    await desktop.emulateMedia({ media: 'print' });
    const printed = await desktop.locator('body').innerText();
    expect(printed).toContain(`For @${username} on ${new URL(nod.origin).host}.`);
    expect(printed).toMatch(/([0-9A-Z]{4}-){6}[0-9A-Z]{4}/);
    for (const other of ['Phones', 'Browsers', 'Copy', 'Theme', 'Home']) expect(printed).not.toContain(other);
    await desktop.emulateMedia({ media: 'screen' });
    await noteCode(desktop);
    await focused(desktop.getByRole('heading', { name: 'Recovery code' }));
  });

  it('is not there yet, and the account page says so until one is made', async () => {
    const { browser } = await newPerson(nod);
    const page = await screens.desktop({ as: browser });
    await page.goto('/account');
    await sentence(page, 'There is no code yet.').waitFor();
    await button(page, 'Make a code').click();
    await noteCode(page);
    await sentence(page, 'You got a code on').waitFor();
  });

  it('is to be noted somewhere else than on the phone that it is shown on', async () => {
    const phone = await screens.phone();
    await phone.goto('/register');
    await phone.getByLabel('Username').fill(`u_${crypto.randomUUID().slice(0, 8)}`);
    await button(phone, 'Reserve this name').click();
    await phone.getByRole('link', { name: 'Use this phone' }).click();
    await button(phone, 'Make this phone my key').click();
    await phone.getByText('Note it somewhere else than on this phone').waitFor();
  });
});
