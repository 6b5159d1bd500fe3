import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { camera as startCamera } from './support/camera.ts';
import { faultyNetwork } from './support/faulty-network.ts';
import {
  approve,
  askToSignIn,
  button,
  enterNumber,
  focused,
  numberOn,
  openPhone,
  personWithPhone,
  qrCode,
  signedIn,
  whoIsAsking,
} from './support/flows.ts';
import { readQr } from './support/qr-reader.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const network = faultyNetwork();
const camera = startCamera();
const screens = startScreens(nod, { args: camera.args });

const numberField = (phone: Page) => phone.getByRole('textbox', { name: 'Enter the number you see' });

/** A sign-in that a desktop asks for and that its person has found on the phone. */
async function foundOnPhone() {
  const { username, phone } = await personWithPhone(nod, screens);
  const desktop = await screens.desktop();
  const number = await askToSignIn(desktop, username);
  await openPhone(phone);
  await enterNumber(phone, number);
  return { username, phone, desktop, number };
}

describe('signing in by number', () => {
  it('shows the phone who is asking, and keeps the browser for as long as was chosen', async () => {
    const { phone, desktop, number } = await foundOnPhone();
    const asker = whoIsAsking(phone);
    for (const fact of ['New browser', /^Chrome \d+ on Windows$/, 'this machine', number.slice(0, 3)]) {
      await asker.getByText(fact).waitFor();
    }
    await phone.getByText('10 minutes').click();
    await approve(phone);
    await signedIn(desktop);
    const { expiresAt = '' } = await statusOf(desktop);
    const { items } = await desktop.evaluate(async () => (await fetch('/api/sessions')).json());
    const [session] = items.filter((item: { current: boolean }) => item.current);
    const minutes = (Date.parse(expiresAt) - Date.parse(session.createdAt)) / 60_000;
    expect(minutes).toBeCloseTo(10, 0);
  });

  it('tells a browser that the phone said no, and keeps its name for the next time', async () => {
    const { username, phone, desktop } = await foundOnPhone();
    await button(phone, 'Deny').click();
    await button(phone, /^Deny$/).click();
    await phone.getByRole('heading', { name: 'Denied' }).waitFor();
    await desktop.getByText('Your phone said no.').waitFor();
    expect(await desktop.getByLabel('Username').inputValue()).toBe(username);
    await desktop.goto('/');
    await desktop.getByRole('heading', { name: 'Say it with a nod.' }).waitFor();
  });

  it('offers to report a sign-in that nobody asked for', async () => {
    const { phone, desktop } = await foundOnPhone();
    await button(phone, 'Deny').click();
    await button(phone, /^Deny and report/).click();
    await phone.getByRole('heading', { name: 'Denied and reported' }).waitFor();
    await desktop.getByText('Your phone said no.').waitFor();
  });

  it('is cancelled at the browser, and the phone is told when it answers', async () => {
    screens.complaints.allow(/^4\d\d \/api\/approvals\/ses_[\w-]+$/);
    const { phone, desktop } = await foundOnPhone();
    await button(desktop, 'Cancel').click();
    await desktop.getByText('Cancelled. Nobody was signed in.').waitFor();
    await button(phone, 'Approve with fingerprint').click();
    await phone.getByRole('heading', { name: 'The browser stopped asking' }).waitFor();
  });

  it('says that a number is unknown, and lets the next one replace it', async () => {
    screens.complaints.allow(/^404 \/api\/approvals\/find$/);
    const { username, phone } = await personWithPhone(nod, screens);
    const desktop = await screens.desktop();
    const number = await askToSignIn(desktop, username);
    const wrong = number === '000000' ? '000001' : '000000';
    await openPhone(phone);
    await focused(numberField(phone));
    await phone.keyboard.type(wrong);
    await phone.getByRole('alert').filter({ hasText: /\w/ }).waitFor();
    expect(await numberField(phone).getAttribute('aria-invalid')).toBe('true');
    await focused(numberField(phone));
    await phone.keyboard.type(number);
    await whoIsAsking(phone).waitFor();
  });

  it('shows the same for a name that nobody has', async () => {
    const desktop = await screens.desktop();
    expect(await askToSignIn(desktop, 'nobody_at_all')).toMatch(/^\d{6}$/);
    await readQr(qrCode(desktop));
  });
});

describe('the code beside the number', () => {
  it('does not fill in the number of a browser that is unknown, when it comes as a link', async () => {
    const { username, phone } = await personWithPhone(nod, screens);
    const desktop = await screens.desktop();
    const number = await askToSignIn(desktop, username);
    const calls: string[] = [];
    phone.on('request', (request) => calls.push(new URL(request.url()).pathname));

    const link = await readQr(qrCode(desktop));
    expect(link).toBe(`${nod.origin}/phone#approve=${number}`);
    await phone.goto(link);
    await phone.getByText('Type the number that you see on the screen in front of you.').waitFor();
    expect(await numberField(phone).inputValue()).toBe('');
    expect(calls, 'nor is it looked up').not.toContain('/api/approvals/find');
    expect(phone.url()).toBe(`${nod.origin}/phone`);
  });

  it('fills in nothing for a browser that is known either: it rings, and its number is typed', async () => {
    const { username, phone, owned } = await personWithPhone(nod, screens);
    const desktop = await screens.desktop({ as: await signIn(nod, { username, phone: owned }) });
    const number = await askToSignIn(desktop, username);
    const calls: string[] = [];
    phone.on('request', (request) => calls.push(new URL(request.url()).pathname));

    await phone.goto(await readQr(qrCode(desktop)));
    await phone.getByText('Type the number that you see on the screen in front of you.').waitFor();
    await phone.getByRole('list', { name: 'Browsers that ask now' }).getByText('asks to sign in').waitFor();
    expect(await numberField(phone).inputValue()).toBe('');
    expect(calls).not.toContain('/api/approvals/find');
    await enterNumber(phone, number);
    await whoIsAsking(phone).getByText('Known browser').waitFor();
    await approve(phone);
    await signedIn(desktop);
  });

  it('is scanned by the phone page itself, which counts as reading the number', async () => {
    const { username, phone } = await personWithPhone(nod, screens);
    const desktop = await screens.desktop();
    await askToSignIn(desktop, username);
    await camera.pointAt(qrCode(desktop));
    await openPhone(phone);
    await button(phone, 'Scan the code instead').click();
    await whoIsAsking(phone).getByText('New browser').waitFor();
    await approve(phone);
    await signedIn(desktop);
  });
});

describe('where one is after signing in', () => {
  it.for([
    ['/account', '/account'],
    ['/account?x=1#devices-title', '/account?x=1#devices-title'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/.//evil.example', '/'],
    ['https://evil.example/', '/'],
    ['javascript:alert(1)', '/'],
  ] as const)('for next=%j is %s', async ([next, expected]) => {
    const person = await newPerson(nod, { signIn: false });
    const desktop = await screens.desktop();
    const number = await askToSignIn(desktop, person.username, `/signin?${new URLSearchParams({ next })}`);
    await person.phone.approve(number);
    await desktop.waitForURL((url) => url.pathname !== '/signin');
    expect(desktop.url()).toBe(nod.origin + expected);
  });
});

describe('signing in while signed in', () => {
  it('leaves the live session alone when it is cancelled', async () => {
    const { username, browser } = await newPerson(nod);
    const desktop = await screens.desktop({ as: browser });
    await desktop.goto('/signin');
    await desktop.getByText(`You are signed in as ${username}.`).waitFor();
    await desktop.getByLabel('Username').fill(username);
    await button(desktop, 'Ask my phone').click();
    await numberOn(desktop);
    await button(desktop, 'Cancel').click();
    await desktop.getByText('Cancelled.').waitFor();
    expect(await browser.succeed('status')).toMatchObject({ status: 'active' });
    await desktop.goto('/');
    await signedIn(desktop);
  });

  it('replaces the live session when it completes', async () => {
    const { username, browser, phone } = await newPerson(nod);
    const desktop = await screens.desktop({ as: browser });
    await phone.approve(await askToSignIn(desktop, username));
    await signedIn(desktop);
    expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'here' });
  });
});

describe('a lost answer', () => {
  it('to the completion is asked for again with the same key, and makes one session', async () => {
    screens.complaints.allow(/^failed \/api\/login\/complete$/);
    const { username, phone } = await newPerson(nod, { signIn: false });
    const desktop = await screens.desktop({ proxy: network.proxy });
    const keys: (string | undefined)[] = [];
    desktop.on('request', (request) => {
      if (request.url().endsWith('/api/login/complete')) keys.push(request.headers()['idempotency-key']);
    });
    network.loseAnswer('login-complete');
    await phone.approve(await askToSignIn(desktop, username));
    await signedIn(desktop);
    expect(keys).toEqual([expect.any(String), keys[0]]);
    expect((await phone.succeed('sessions')).items).toHaveLength(1);
  });

  it('to the completion whose cookies came through is made up for by the status', async () => {
    screens.complaints.allow(/^(failed|401) \/api\/login\/complete$/);
    const { username, phone } = await newPerson(nod, { signIn: false });
    const desktop = await screens.desktop({ proxy: network.proxy });
    network.loseAnswer('login-complete', 'body');
    await phone.approve(await askToSignIn(desktop, username));
    await signedIn(desktop);
    expect((await phone.succeed('sessions')).items).toHaveLength(1);
  });

  it('to the question for the number does no harm: one asks again', async () => {
    screens.complaints.allow(/^failed \/api\/login\/start$/);
    const { username } = await newPerson(nod, { signIn: false });
    const desktop = await screens.desktop({ proxy: network.proxy });
    network.loseAnswer('login-start');
    await desktop.goto('/signin');
    await desktop.getByLabel('Username').fill(username);
    await button(desktop, 'Ask my phone').click();
    await desktop.getByText('Nod cannot be reached.').waitFor();
    await button(desktop, 'Ask my phone').click();
    expect(await numberOn(desktop)).toMatch(/^\d{6}$/);
  });
});

/** What the status says to a page. */
async function statusOf(page: Page): Promise<{ status: string; expiresAt?: string }> {
  return page.evaluate(async () => (await fetch('/api/status')).json());
}
