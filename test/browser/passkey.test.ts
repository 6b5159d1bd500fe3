import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import {
  askToSignIn,
  button,
  numberOn,
  personWhoEnrolled,
  personWithPhone,
  signedIn,
  withoutPasskeyList,
} from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

describe('a passkey on this computer', () => {
  it('signs in from the list that the browser shows at the name', async () => {
    const { phone, username } = await personWhoEnrolled(nod, screens);
    // The authenticator in this browser answers a list at once, as if its person had chosen from it.
    await phone.goto('/signin');
    await signedIn(phone);
    await phone.getByRole('link', { name: `${username}, your posts` }).waitFor();
  });

  it('signs in by the button', async () => {
    const { phone } = await personWithPhone(nod, screens);
    await withoutPasskeyList(phone);
    await phone.goto('/signin?next=/account');
    await button(phone, 'Use a passkey on this phone').click();
    await phone.getByText('This browser').waitFor();
  });

  it('is not there: the page says so, and the way by phone is open', async () => {
    const { username, phone } = await newPerson(nod);
    const desktop = await screens.desktop();
    await desktop.goto('/signin');
    await desktop.evaluate(() => {
      navigator.credentials.get = () => Promise.reject(new DOMException('Nothing there.', 'NotAllowedError'));
    });
    await button(desktop, 'Use a passkey on this computer').click();
    await desktop.getByText('No passkey was used. Try again, or ask your phone.').waitFor();
    await desktop.getByLabel('Username').fill(username);
    await button(desktop, 'Ask my phone').click();
    await phone.approve(await numberOn(desktop));
    await signedIn(desktop);
  });

  it('is asked for beside a tab that waits for its phone, and takes nothing from it', async () => {
    const { phone, username } = await newPerson(nod);
    const desktop = await screens.desktop();
    const number = await askToSignIn(desktop, username);
    const other = await desktop.context().newPage();
    const asked = other.waitForResponse('**/api/login/passkey/options');
    await other.goto('/signin');
    await button(other, 'Use a passkey on this computer').waitFor();
    expect((await asked).status()).toBe(200);
    await phone.approve(number);
    await signedIn(desktop);
  });
});
