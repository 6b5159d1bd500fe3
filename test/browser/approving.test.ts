/** From the blog to approving: the link on every page of an enrolled phone, its badge, and what is said on the way. */
import { describe, expect, it } from 'vitest';
import { cookiesOf } from '../support/chromium.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import {
  askToSignIn,
  button,
  enterNumber,
  openPhone,
  personWithPhone,
  sentence,
  signedIn,
} from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

describe('an enrolled phone', () => {
  it.for(['/', '/signin', '/register', '/account', '/account/activity', '/recover'])(
    'has the way to approving on %s',
    async (path) => {
      const { phone, browser } = await personWithPhone(nod, screens);
      if (path.startsWith('/account')) {
        await phone.context().addCookies(cookiesOf(browser));
      }
      await phone.goto(path);
      await phone.getByRole('navigation').getByRole('link', { name: 'Approve' }).click();
      await phone.getByRole('heading', { name: 'Enter the number you see' }).waitFor();
    },
  );

  it('shows a badge while a known browser waits', async () => {
    const { username, browser, phone, owned } = await personWithPhone(nod, screens);
    const { number } = await browser.succeed('login-start', { body: { username } });
    await phone.goto('/');
    await phone.getByRole('link', { name: 'Approve (one browser waits)' }).waitFor();
    await owned.approve(number);
    await phone.reload();
    await phone.getByRole('link', { name: 'Approve', exact: true }).waitFor();
  });

  it('asks for no badge in a browser that is no phone, and no status poll has more to do', async () => {
    const { browser } = await newPerson(nod);
    const desktop = await screens.desktop({ as: browser });
    const asked: string[] = [];
    desktop.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await desktop.goto('/');
    await signedIn(desktop);
    await desktop.waitForLoadState('networkidle');
    expect(asked.filter((path) => path.startsWith('/api/devices'))).toEqual([]);
    expect(await desktop.getByRole('link', { name: 'Approve' }).count()).toBe(0);
    expect(nod.recordingProxy.callsFrom('status', 'Query')).toEqual([]);
  });

  it('that was removed is none any more', async () => {
    const { phone } = await personWithPhone(nod, screens);
    await phone.goto('/');
    await phone.getByRole('link', { name: 'Approve' }).waitFor();
    await phone.context().clearCookies();
    await phone.reload();
    await phone.getByRole('link', { name: 'Approve' }).waitFor({ state: 'detached' });
  });
});

describe('the browser that waits', () => {
  it('says where the number is entered, and when it was found there', async () => {
    const { username, phone } = await personWithPhone(nod, screens);
    const desktop = await screens.desktop();
    const number = await askToSignIn(desktop, username);
    await desktop.getByText(`${new URL(nod.origin).host}/phone`).waitFor();
    await desktop.getByText('Waiting for your phone ·').waitFor();
    await openPhone(phone);
    await enterNumber(phone, number);
    await desktop.getByText('Found on your phone. Approve it there ·').waitFor();
    await button(phone, 'Deny').click();
    await button(phone, /^Deny and report/).click();
    await phone.getByRole('heading', { name: 'Denied and reported' }).waitFor();
    await phone.getByText('All else that waits was denied, too').waitFor();
    const notice = sentence(desktop, 'Your phone said no.');
    await notice.waitFor();
    // Green stands for a yes.
    const colours = await notice.evaluate((element) => {
      const probe = document.createElement('p');
      probe.className = 'notice';
      element.after(probe);
      const [is, green] = [getComputedStyle(element), getComputedStyle(probe)].map(
        (one) => one.backgroundColor,
      );
      probe.remove();
      return { is, green };
    });
    expect(colours.is).not.toBe(colours.green);
  });
});
