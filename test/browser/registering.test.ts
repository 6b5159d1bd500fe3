import { describe, expect, it } from 'vitest';
import { Browser as ApiBrowser } from '../support/browser.ts';
import { withAuthenticator } from '../support/chromium.ts';
import { nod as startNod } from '../support/nod.ts';
import { newUsername } from '../support/people.ts';
import { faultyNetwork } from './support/faulty-network.ts';
import {
  askToRegister,
  askToSignIn,
  button,
  enrol,
  enterNumber,
  focused,
  noteCode,
  numberOn,
  openPhone,
  personWhoEnrolled,
  personWithPhone,
  qrCode,
  registerOn,
  signedIn,
  withoutPasskeyList,
} from './support/flows.ts';
import { readQr } from './support/qr-reader.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const network = faultyNetwork();
const screens = startScreens(nod);

describe('registering', () => {
  it.for(['light', 'dark'] as const)('goes by the link in the code on a %s screen', async (colorScheme) => {
    const [desktop, phone] = [await screens.desktop({ colorScheme }), await screens.phone({ colorScheme })];
    const username = newUsername();
    await askToRegister(desktop, username.toUpperCase());

    const link = await readQr(qrCode(desktop));
    expect(link).toMatch(new RegExp(`^${nod.origin}/phone#enrol=usr_`));
    await phone.goto(link);
    await phone.getByText(`This phone will sign you in as @${username}.`).waitFor();
    expect(phone.url(), 'the ticket is out of the address').toBe(`${nod.origin}/phone`);
    await phone.getByLabel('A name for this phone').fill('Susan’s phone');
    await button(phone, 'Make this phone my key').click();
    await phone.getByRole('heading', { name: 'This phone is ready' }).waitFor();

    await desktop.getByRole('heading', { name: 'Is this your phone?' }).waitFor();
    await desktop.getByText('Susan’s phone').waitFor();
    await button(desktop, 'Yes, sign me in').click();
    await noteCode(desktop);
    await signedIn(desktop);
    await desktop.getByRole('link', { name: `${username}, your posts` }).waitFor();
  });

  it('signs nobody in whose phone it was not', async () => {
    const [desktop, phone] = [await screens.desktop(), await screens.phone()];
    const username = newUsername();
    await askToRegister(desktop, username);
    await enrol(phone, await readQr(qrCode(desktop)));
    await button(desktop, 'No, stop').click();
    await desktop.getByText('Nobody was signed in here.').waitFor();
    await desktop.goto('/');
    await desktop.getByRole('heading', { name: 'Say it with a nod.' }).waitFor();
  });

  it('goes on after a reload, while it waits and when it asks', async () => {
    const [desktop, phone] = [await screens.desktop(), await screens.phone()];
    await askToRegister(desktop, newUsername());
    const link = await readQr(qrCode(desktop));
    await desktop.reload();
    expect(await readQr(qrCode(desktop))).toBe(link);
    await enrol(phone, link);
    await button(desktop, 'Yes, sign me in').waitFor();
    await desktop.reload();
    await button(desktop, 'Yes, sign me in').click();
    await noteCode(desktop);
    await signedIn(desktop);
  });

  it('says beside the field that a name is taken, and keeps what was written', async () => {
    screens.complaints.allow(/^409 \/api\/register$/);
    const desktop = await screens.desktop();
    const username = newUsername();
    await new ApiBrowser(nod).succeed('register', { body: { username } });
    await desktop.goto('/register');
    await desktop.getByLabel('Username').fill(username);
    await desktop.getByLabel('Your name').fill('Susan');
    await button(desktop, 'Reserve this name').click();
    const field = desktop.getByRole('textbox', { name: 'Username' });
    await focused(field);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await field.inputValue()).toBe(username);
    expect(await desktop.getByLabel('Your name').inputValue()).toBe('Susan');
  });

  it('frees the name when it is cancelled, and ends the link', async () => {
    screens.complaints.allow(/^4\d\d \/api\/devices\/options$/);
    const [desktop, phone] = [await screens.desktop(), await screens.phone()];
    const username = newUsername();
    await askToRegister(desktop, username);
    const link = await readQr(qrCode(desktop));
    await button(desktop, 'Cancel').click();
    await desktop.getByText('Cancelled. The name is free again.').waitFor();
    await phone.goto(link);
    await phone.getByRole('heading', { name: /^This link/ }).waitFor();
    await registerOn(desktop, phone, username);
  });

  it('is not lost with the answer to the phone', async () => {
    screens.complaints.allow(/^failed \/api\/devices$/);
    const phone = await screens.phone({ proxy: network.proxy });
    const browser = new ApiBrowser(nod);
    const { enrolUrl } = await browser.succeed('register', { body: { username: newUsername() } });
    network.loseAnswer('device-enrol');
    await enrol(phone, enrolUrl);
    await phone.getByText('Nod cannot be reached.').waitFor();
    await button(phone, 'Make this phone my key').click();
    await phone.getByRole('heading', { name: 'This phone is ready' }).waitFor();
    await openPhone(phone);
    await browser.succeed('login-complete');
  });

  it('warns a phone that is the key of another account, and then belongs to the new one', async () => {
    const { username: before, phone } = await personWhoEnrolled(nod, screens);
    const [desktop, username] = [await screens.desktop(), newUsername()];
    await askToRegister(desktop, username);
    await phone.goto(await readQr(qrCode(desktop)));
    await phone.getByText(`This phone is already the key of @${before}.`).waitFor();
    await button(phone, 'Make this phone my key').click();
    await button(desktop, 'Yes, sign me in').click();
    await noteCode(desktop);
    await signedIn(desktop);
    await openPhone(phone);
    await phone.getByText(`@${username}`).waitFor();
  });
});

describe('on a computer', () => {
  it('with a check of its own, it can be the phone, and approves as a phone does', async () => {
    const [desktop, other] = [await screens.desktop(), await screens.desktop()];
    await withAuthenticator(desktop);
    const username = newUsername();
    await askToRegister(desktop, username);
    await desktop.getByRole('link', { name: 'Use this computer' }).click();
    await desktop.getByText(`This computer will sign you in as @${username}.`).waitFor();
    await button(desktop, 'Make this computer my key').click();
    await noteCode(desktop);
    await signedIn(desktop);

    const number = await askToSignIn(other, username);
    await desktop.getByRole('link', { name: 'Approve' }).click();
    await enterNumber(desktop, number);
    await button(desktop, 'Approve with this computer').click();
    await desktop.getByRole('heading', { name: 'Approved' }).waitFor();
    await signedIn(other);
  });

  it('without one, nothing is offered that can only fail', async () => {
    const desktop = await screens.desktop();
    await askToRegister(desktop, newUsername());
    expect(await desktop.getByRole('link', { name: /^Use this/ }).count()).toBe(0);
  });
});

describe('on a phone alone', () => {
  it('registers and signs in in the same browser', async () => {
    const phone = await screens.phone();
    await askToRegister(phone, newUsername());
    await phone.getByRole('link', { name: 'Use this phone' }).click();
    await button(phone, 'Make this phone my key').click();
    // Nobody is asked whose phone it is that they hold.
    await noteCode(phone);
    await signedIn(phone);
  });

  it('asks whose phone it is where another one was faster than this one', async () => {
    const [phone, other] = [await screens.phone(), await screens.phone()];
    await askToRegister(phone, newUsername());
    const link = await phone.getByRole('link', { name: 'Use this phone' }).getAttribute('href');
    await enrol(other, link?.replace('?here=register', '') ?? '');
    await phone.getByRole('heading', { name: 'Is this your phone?' }).waitFor();
  });

  it('signs in with the enrolled phone itself', async () => {
    const { username, phone } = await personWithPhone(nod, screens);
    await withoutPasskeyList(phone);
    await phone.goto('/signin?next=/account');
    await phone.getByLabel('Username').fill(username);
    await button(phone, 'Ask my phone').click();
    await numberOn(phone);
    await phone.getByRole('link', { name: 'Approve here' }).click();
    await button(phone, 'Approve with fingerprint').click();
    await phone.waitForURL('/account');
    await phone.getByText('This browser').waitFor();
  });
});
