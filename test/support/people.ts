/** People in tests: one browser and one phone each, going the ways of DESIGN.md §5. */
import { randomBytes } from 'node:crypto';
import type { Item } from '../../shared/database.ts';
import { deviceIdOf } from '../../shared/devices/device.ts';
import type { DeviceId } from '../../shared/ids.ts';
import type { AnswerBody } from '../../shared/responses.ts';
import type { Lifetime } from '../../shared/sessions/session.ts';
import { Authenticator } from './authenticator.ts';
import { Browser, type Site } from './browser.ts';
import type { Nod } from './nod.ts';

/** A phone: a browser with an authenticator in it. */
export class Phone extends Browser {
  readonly authenticator: Authenticator;

  /** @param credentialIdBytes how long its credential's id is */
  constructor(site: Site, credentialIdBytes?: number) {
    super(site);
    this.authenticator = new Authenticator(site.origin, credentialIdBytes);
  }

  /** Its id, once it is enrolled. */
  get deviceId(): DeviceId {
    return deviceIdOf(this.authenticator);
  }

  /** Enrols by the link in the QR code. */
  async enrol(enrolUrl: string, name = 'Pixel 9'): Promise<AnswerBody<'device-enrol'>> {
    return this.succeed('device-enrol', { body: await readyToEnrol(this, enrolUrl, name) });
  }

  /** Shows its passkey, having lost its cookie. */
  async resume(): Promise<AnswerBody<'device-resume'>> {
    const { publicKey } = await this.succeed('device-resume-options');
    return this.succeed('device-resume', { body: { assertion: this.authenticator.get(publicKey) } });
  }

  /** Types the number and approves. */
  async approve(
    number: string,
    lifetime: Lifetime = '24h',
    presence = false,
  ): Promise<AnswerBody<'approval-answer'>> {
    const { approval, publicKey } = await this.succeed('approval-find', { body: { number } });
    const assertion = this.authenticator.get(publicKey);
    return this.succeed('approval-answer', {
      params: { sessionId: approval.sessionId },
      body: { decision: 'approve', lifetime, presence, assertion },
    });
  }
}

export function ticketIn(enrolUrl: string): string {
  return new URL(enrolUrl, 'http://localhost').hash.replace('#enrol=', '');
}

export function newUsername(): string {
  return `u_${randomBytes(6).toString('hex')}`;
}

/** A person who has registered, and is signed in unless `signIn` is false. */
export async function newPerson(nod: Site, { signIn = true }: { signIn?: boolean } = {}) {
  const username = newUsername();
  const [browser, phone] = [new Browser(nod), new Phone(nod)];
  const { enrolUrl } = await browser.succeed('register', { body: { username } });
  await phone.enrol(enrolUrl);
  if (signIn) await browser.succeed('login-complete');
  return { username, browser, phone };
}

/** One more phone of a person whose browser was let in only just now. */
export async function addPhone(nod: Site, browser: Browser, name = 'Galaxy S25'): Promise<Phone> {
  const phone = new Phone(nod);
  const { enrolUrl } = await browser.succeed('device-invite');
  await phone.enrol(enrolUrl, name);
  return phone;
}

/** A new recovery code of a person whose browser was let in only just now. */
export const newRecoveryCode = async (browser: Browser): Promise<string> =>
  (await browser.succeed('recovery-renew')).code;

/** What a phone sends that has opened an enrolment link and made its passkey. */
export async function readyToEnrol(phone: Phone, enrolUrl: string, name = 'Pixel 9') {
  const ticket = ticketIn(enrolUrl);
  const { publicKey } = await phone.succeed('device-options', { body: { ticket } });
  return { ticket, credential: phone.authenticator.create(publicKey), name };
}

/** What a user's own row says, by their name. */
export async function userRow(nod: Nod, username: string): Promise<Item> {
  const row = (await nod.rows()).Users.find((item) => item.sk === 'user' && item.username === username);
  if (row === undefined) throw new Error(`there is no user ${username}`);
  return row;
}

/** Signs a person in on one more browser, from asking to completing. */
export async function signIn(
  nod: Site,
  { username, phone }: { username: string; phone: Phone },
  browser = new Browser(nod),
  lifetime: Lifetime = '24h',
): Promise<Browser> {
  const { number } = await browser.succeed('login-start', { body: { username } });
  await phone.approve(number, lifetime);
  await browser.succeed('login-complete');
  return browser;
}

/** Signs in by a phone's passkey that this computer has as well, from asking to completing. */
export async function signInByPasskey(
  browser: Browser,
  { authenticator }: Phone,
  lifetime?: Lifetime,
): Promise<Browser> {
  const { publicKey } = await browser.succeed('passkey-options');
  const assertion = authenticator.get(publicKey);
  await browser.succeed('passkey-answer', {
    body: { assertion, ...(lifetime === undefined ? {} : { lifetime }) },
  });
  await browser.succeed('login-complete');
  return browser;
}

/** A person whose sign-in on one more browser waits, and has been found on the phone: up to the fingerprint. */
export async function foundSignIn(nod: Site, person?: Awaited<ReturnType<typeof newPerson>>) {
  const { username, phone } = person ?? (await newPerson(nod));
  const browser = new Browser(nod);
  const { number, sessionId } = await browser.succeed('login-start', { body: { username } });
  const { approval, publicKey } = await phone.succeed('approval-find', { body: { number } });
  return { username, phone, browser, number, params: { sessionId }, approval, publicKey };
}
