/** The flows of the site as people go through them, on screens. */
import type { Locator, Page } from 'playwright-core';
import { Browser as ApiBrowser } from '../../support/browser.ts';
import type { Nod } from '../../support/nod.ts';
import { newUsername, Phone } from '../../support/people.ts';
import { readQr } from './qr-reader.ts';
import { becomePhone, type Screens } from './screens.ts';

export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });

/** Chooses from the menu of a post. */
export async function fromMenu(post: Locator, item: string): Promise<void> {
  await post.getByRole('button', { name: 'More about the post' }).click();
  await post.page().getByRole('menuitem', { name: item }).click();
}

/** A sentence on the page; the live region may say it as well. */
export const sentence = (page: Page, text: string): Locator => page.getByRole('main').getByText(text);

/** Asks for a name, and waits for the code to scan. */
export async function askToRegister(page: Page, username: string, displayName = ''): Promise<void> {
  await page.goto('/register');
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Your name').fill(displayName);
  await button(page, 'Reserve this name').click();
  await qrCode(page).waitFor();
}

/** Asks the phone to let this browser in, and answers with the number that it shows. */
export async function askToSignIn(page: Page, username: string, path = '/signin'): Promise<string> {
  await page.goto(path);
  await page.getByLabel('Username').fill(username);
  await button(page, 'Ask my phone').click();
  return numberOn(page);
}

export const qrCode = (page: Page): Locator => page.getByRole('img', { name: /^Code to scan/ });

/** The six digits on a screen that waits. */
export async function numberOn(page: Page): Promise<string> {
  const number = page.getByRole('img', { name: /^[\d ,]+$/ });
  return ((await number.textContent()) ?? '').replaceAll(/\D/g, '');
}

/** Enrols a phone, by the link in the code. */
export async function enrol(phone: Page, enrolUrl: string): Promise<void> {
  await phone.goto(enrolUrl);
  await button(phone, 'Make this phone my key').click();
}

/** Registers a name: the phone opens what the code on the desktop says. Ends on the home page, signed in. */
export async function registerOn(desktop: Page, phone: Page, username = newUsername()): Promise<string> {
  await askToRegister(desktop, username);
  await enrol(phone, await readQr(qrCode(desktop)));
  await phone.getByRole('heading', { name: 'This phone is ready' }).waitFor();
  await button(desktop, 'Yes, sign me in').click();
  await noteCode(desktop);
  await signedIn(desktop);
  return username;
}

/** Notes the recovery code that stands between a new account, or a recovered one, and the blog. */
export async function noteCode(page: Page): Promise<string> {
  const card = page.getByRole('region', { name: 'Your recovery code' });
  const code = (await card.getByText(/^\s*([0-9A-Z]{4}-?){7}\s*$/).textContent()) ?? '';
  await button(page, 'I have noted it').click();
  return code.trim();
}

/** Types a number into the phone, which then shows who is asking. */
export async function enterNumber(phone: Page, number: string): Promise<void> {
  await phone.getByRole('textbox', { name: 'Enter the number you see' }).fill(number);
  await whoIsAsking(phone).waitFor();
}

export const whoIsAsking = (phone: Page): Locator => phone.getByRole('region', { name: 'Who is asking' });

export async function approve(phone: Page): Promise<void> {
  await button(phone, 'Approve with fingerprint').click();
  await phone.getByRole('heading', { name: 'Approved' }).waitFor();
}

/** Waits until somebody is signed in and at home. */
export async function signedIn(page: Page): Promise<void> {
  await page.waitForURL('/');
  await page.getByRole('textbox', { name: 'Your post' }).waitFor();
}

/** The one that the account page has besides those of its browsers. */
export const signOutButton = (page: Page): Locator =>
  page.getByRole('main').getByRole('button', { name: 'Sign out', exact: true }).last();

/** Signs out on a page that offers it, once it has read all it shows: Nod refuses what is asked for afterwards, and Chromium notes that. */
export async function signOutOn(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await button(page, 'Sign out').click();
}

/** Signs in by number, and leaves the phone ready for the next. */
export async function signInOn(desktop: Page, phone: Page, username: string): Promise<void> {
  const number = await askToSignIn(desktop, username);
  await openPhone(phone);
  await enterNumber(phone, number);
  await approve(phone);
  await signedIn(desktop);
}

/**
 * Has passkeys, and no list of them at the name: a virtual authenticator would answer that list at once, as if its
 * person had chosen.
 */
export async function withoutPasskeyList(page: Page): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
}

/** Opens the enrolled phone's page. */
export async function openPhone(phone: Page): Promise<void> {
  await phone.goto('/phone');
  await phone.getByRole('heading', { name: 'Enter the number you see' }).waitFor();
}

/** What the phone page calls a phone of the tests, if its owner does not. */
const PHONE_NAME = 'Pixel';

/**
 * Somebody with a phone that is on screen, where nothing has been opened so far. They registered through the API, where
 * the phone, as `owned`, may still approve until it does so on screen.
 */
export async function personWithPhone(nod: Nod, { phone: newPhone, complaints }: Screens) {
  const username = newUsername();
  const [browser, owned, phone] = [new ApiBrowser(nod), new Phone(nod), await newPhone()];
  const { enrolUrl } = await browser.succeed('register', { body: { username } });
  await owned.enrol(enrolUrl, PHONE_NAME);
  // The whole of Chromium asks for it once, where a document names no picture for its tab.
  complaints.allow(/^404 \/favicon\.ico$/);
  await becomePhone(phone, owned, username);
  await browser.succeed('login-complete');
  return { username, browser, phone, owned };
}

/** The same, where the phone has been set up on its page. */
export async function personWhoEnrolled(nod: Nod, { phone: newPhone }: Screens) {
  const username = newUsername();
  const [browser, phone] = [new ApiBrowser(nod), await newPhone()];
  const { enrolUrl } = await browser.succeed('register', { body: { username } });
  await enrol(phone, enrolUrl);
  await phone.getByRole('heading', { name: 'This phone is ready' }).waitFor();
  await browser.succeed('login-complete');
  return { username, browser, phone };
}

/** Waits until an element has the focus. */
export async function focused(element: Locator): Promise<void> {
  await element.and(element.page().locator(':focus')).waitFor();
}

/** What this browser keeps of who was signed in, by its names; what it keeps of a phone or for the next sign-in is none of it. */
export const traces = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ofPerson =
      /^nod\.(draft\.|writesIn\.|profileDraft\.|messages\.|person$|activeAt$|timelines$|completed$|intent$|codeDue$)/;
    return [...Object.keys(localStorage), ...Object.keys(sessionStorage)]
      .filter((name) => ofPerson.test(name))
      .sort();
  });
