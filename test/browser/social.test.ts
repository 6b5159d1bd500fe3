import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../infra/local/demo-people.ts';
import { newPerson } from '../support/people.ts';
import { socialNod } from '../support/social.ts';
import { faultyNetwork } from './support/faulty-network.ts';
import {
  askToSignIn,
  button,
  enrol,
  focused,
  numberOn,
  qrCode,
  sentence,
  signedIn,
  signInOn,
  signOutOn,
} from './support/flows.ts';
import { pollsUntilLeft } from './support/polls.ts';
import { ageSession, continueAs, newPersonThere, pick, registerAs } from './support/providers.ts';
import { readQr } from './support/qr-reader.ts';
import { screens as startScreens, WIDTHS } from './support/screens.ts';

const people: Person[] = [];
const nod = socialNod({ demo: { people } });
const network = faultyNetwork();
const screens = startScreens(nod);

const somebody = () => newPersonThere(people);

/** The account page's part about providers. */
const linked = (page: Page) => page.getByRole('region', { name: 'Linked accounts' });

describe('the buttons', () => {
  it.for([WIDTHS.desktop, WIDTHS.phone, { width: 1280, height: 560 }])(
    'stand above the links of the sign-in and the register page, and move nothing when they come: %o',
    async (viewport) => {
      const page = await screens.desktop({ viewport });
      await page.route('**/api/social/providers', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        await route.continue();
      });
      for (const path of ['/signin', '/register']) {
        await page.goto(path);
        const demo = page.getByRole('button', { name: 'Continue with Demo Two made-up people' });
        await demo.waitFor();
        const below = page.getByRole('main').getByRole('link', { name: /^(Register|Sign in)$/ });
        expect(await topOf(demo)).toBeLessThan(await topOf(below));
        await below.waitFor();
        expect(await shifts(page)).toEqual([]);
      }
    },
  );

  it('are missing where no answer comes, and the rest of the page works', async () => {
    screens.complaints.allow(/^failed \/api\/social\/providers$/);
    const page = await screens.desktop();
    await page.route('**/api/social/providers', (route) => route.abort());
    await page.goto('/signin');
    await page.getByRole('link', { name: 'Use your recovery code' }).waitFor();
    await page.getByLabel('Username').fill('nobody_here');
    await button(page, 'Ask my phone').click();
    await page.getByRole('heading', { name: 'Nod from your phone' }).waitFor();
  });

  it('are forgotten as the way to offer first once a phone has said yes', async () => {
    const { phone, username } = await newPerson(nod);
    const page = await screens.desktop();
    await page.goto('/signin');
    await page.evaluate(() => localStorage.setItem('nod.provider', '{"id":"demo","label":"Demo"}'));
    await page.reload();
    await focused(page.getByRole('button', { name: /^Continue with Demo/ }));
    await phone.approve(await askToSignIn(page, username));
    await signedIn(page);
    await page.goto('/signin');
    await focused(page.getByLabel('Username'));
  });

  it('are not offered a second time once they are configured no more', async () => {
    const page = await screens.desktop();
    await page.goto('/signin');
    await page.getByRole('button', { name: /^Continue with Demo/ }).waitFor();
    await page.evaluate(() => localStorage.setItem('nod.provider', '{"id":"gone","label":"Gone"}'));
    await page.reload();
    await page.getByRole('button', { name: 'Continue with Gone' }).waitFor();
    await page.getByRole('button', { name: /^Continue with Demo/ }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: /^Continue with Demo/ }).waitFor();
    expect(await page.getByRole('button', { name: 'Continue with Gone' }).count()).toBe(0);
  });
});

describe('the first sign-in', () => {
  it('suggests a name, and goes on to where the person wanted to go', async () => {
    const [page, person] = [await screens.desktop(), somebody()];
    await continueAs(page, person, '/signin?next=/account');
    const username = page.getByLabel('Username');
    await focused(username);
    expect(await username.inputValue()).toBe(person.sub);
    expect(await page.getByLabel('Your name').inputValue()).toBe(person.name);
    await button(page, 'Create my account').click();
    await page.waitForURL('/account');
    await page.getByText('This browser').waitFor();
    await page.getByRole('main').getByText(person.name).first().waitFor();
  });

  it('keeps its cookie, although the page was just asking for a list of passkeys', async () => {
    const [page, person] = [await screens.desktop(), somebody()];
    const { proxy } = nod.providers.demo ?? {};
    if (proxy === undefined) throw new Error('there is no provider');
    const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    const leaving = page.waitForRequest(/\/api\/social\/demo\/start/);
    // The list's answer, which brings a cookie of its own, comes while the provider's page is on its way.
    await page.route('**/api/login/passkey/options', async (route) => {
      await leaving;
      await pause(500);
      await route.continue().catch(() => {});
    });
    proxy.bend = async ({ path }) => {
      if (path.startsWith('/auth')) await pause(2500);
      return undefined;
    };
    await continueAs(page, person);
    proxy.bend = undefined;
    await button(page, 'Create my account').waitFor();
  });

  it('says that a name is taken beside the field, and keeps what was typed', async () => {
    screens.complaints.allow(/^409 \/api\/social\/continue$/);
    const { username: taken } = await newPerson(nod);
    const [page, person] = [await screens.desktop(), somebody()];
    await continueAs(page, person);
    const username = page.getByLabel('Username');
    await username.fill('a');
    await button(page, 'Create my account').click();
    await page.getByText('Two more characters at least.').waitFor();
    await username.fill(taken);
    await page.getByLabel('Your name').fill('');
    await button(page, 'Create my account').click();
    await page.getByText('This name is taken.').waitFor();
    await focused(username);
    expect([await username.inputValue(), await username.getAttribute('aria-invalid')]).toEqual([
      taken,
      'true',
    ]);
    await username.fill(person.sub);
    await button(page, 'Create my account').click();
    await signedIn(page);
    // A name that was emptied is not the provider's.
    const { user } = await page.evaluate(async () => (await fetch('/api/me')).json());
    expect(user).toMatchObject({ username: person.sub, displayName: person.sub });
  });

  it('survives a reload while the name is chosen, and an answer that gets lost', async () => {
    screens.complaints.allow(
      /^failed \/api\/(social\/continue|login\/complete)$/,
      /^401 \/api\/social\/continue$/,
    );
    const [page, person] = [await screens.desktop({ proxy: network.proxy }), somebody()];
    await continueAs(page, person);
    await button(page, 'Create my account').waitFor();
    await page.reload();
    network.loseAnswer('social-continue', 'body');
    network.loseAnswer('login-complete');
    await button(page, 'Create my account').click();
    await sentence(page, 'Nod cannot be reached.').waitFor();
    await button(page, 'Create my account').click();
    await signedIn(page);
    const { items } = await page.evaluate(async () => (await fetch('/api/sessions')).json());
    expect(items).toHaveLength(1);
  });

  it('warns somebody who is signed in already, and may have meant to link', async () => {
    const { browser, username } = await newPerson(nod);
    const page = await screens.desktop({ as: browser });
    await continueAs(page, somebody());
    await sentence(page, `You are signed in as ${username}.`).waitFor();
    await page.getByRole('link', { name: 'link it there' }).click();
    await page.waitForURL('/account');
  });
});

describe('the second sign-in', () => {
  it('goes straight in, in another browser too', async () => {
    const person = somebody();
    const [first, second] = [await screens.desktop(), await screens.desktop()];
    await registerAs(first, person);
    await signedIn(first);
    await continueAs(second, person, '/register?next=/account');
    await second.waitForURL('/account');
    await second.getByRole('main').getByText(`@${person.sub}`).waitFor();
    // The provider knows who this is, and asks no more.
    await second.goto('/signin');
    await second.getByRole('button', { name: /^Continue with Demo/ }).click();
    await signedIn(second);
    expect(new URL(first.url()).pathname).toBe('/');
  });
});

describe('a sign-in that fails', () => {
  it('says that the person came back without, and leads on', async () => {
    screens.complaints.allow(/^400 \/api\/social\/demo\/callback/);
    const page = await screens.desktop();
    await page.goto('/signin');
    await page.getByRole('button', { name: /^Continue with Demo/ }).click();
    await button(page, /^Nobody/).click();
    await page.getByText('You came back from Demo without signing in there. Nothing was changed.').waitFor();
    await page.reload();
    await page.getByText('This sign-in was not begun in this browser, was used already').waitFor();
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('says that the provider is down, and works when it is up again', async () => {
    screens.complaints.allow(/^502 \/api\/social\/demo\/callback/);
    const [page, person] = [await screens.desktop(), somebody()];
    const { proxy } = nod.providers.demo ?? {};
    if (proxy === undefined) throw new Error('there is no provider');
    proxy.bend = ({ path }) => (path === '/token' ? { status: 500 } : undefined);
    await continueAs(page, person);
    await page.getByRole('heading', { name: 'That did not work' }).waitFor();
    proxy.bend = undefined;
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await page.getByRole('button', { name: /^Continue with Demo/ }).click();
    await button(page, 'Create my account').click();
    await signedIn(page);
  });

  it('is not to be answered once its ten minutes, or its browser, are others', async () => {
    screens.complaints.allow(/^401 \/api\/social\/question$/);
    const page = await screens.desktop();
    await page.goto('/social?next=/account#question');
    await page.getByText('This browser is not waiting for an answer. Start again.').waitFor();
    await page.getByRole('link', { name: 'Start again' }).click();
    await page.waitForURL('/signin?next=%2Faccount');
  });
});

describe('linking', () => {
  it('shows whose account it is, adds it, and lets it in; unlinking takes it away', async () => {
    const person = somebody();
    const { browser, username } = await newPerson(nod);
    const page = await screens.desktop({ as: browser });
    await page.goto('/account');
    await button(page, 'Link Demo').click();
    await pick(page, person);
    await page.getByRole('heading', { name: 'Link this account?' }).waitFor();
    for (const fact of [nod.providers.demo?.issuer ?? '', person.sub]) {
      await page.getByRole('main').getByText(fact, { exact: true }).waitFor();
    }
    await page.getByRole('link', { name: 'Don’t' }).click();
    // However late what stands above it comes.
    await page.route('**/api/alerts', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    await button(page, 'Link Demo').click();
    await button(page, 'Link it').click();
    await page.waitForURL('/account');
    await focused(page.getByRole('heading', { name: 'Linked accounts' }));
    await linked(page).getByText(person.sub, { exact: true }).waitFor();
    await button(page, 'Remove').click();
    await page.getByText('is your only phone. Without it you get in with Demo alone.').waitFor();
    await button(page, 'Keep').click();

    const elsewhere = await screens.desktop();
    await continueAs(elsewhere, person);
    await signedIn(elsewhere);
    const { user } = await elsewhere.evaluate(async () => (await fetch('/api/me')).json());
    expect(user.username).toBe(username);

    await button(page, 'Unlink').click();
    await button(page, 'Link Demo').waitFor();
    expect((await browser.succeed('social-links')).items).toEqual([]);
  });

  it('is refused for what belongs to somebody else', async () => {
    screens.complaints.allow(/^409 \/api\/social\/demo\/callback/);
    const person = somebody();
    const theirs = await screens.desktop();
    await registerAs(theirs, person);
    await signedIn(theirs);
    const { browser } = await newPerson(nod);
    const page = await screens.desktop({ as: browser });
    await page.goto('/account');
    await button(page, 'Link Demo').click();
    await pick(page, person);
    await page.getByText('This account belongs to another user here already.').waitFor();
    await page.getByRole('link', { name: 'Back to your account' }).click();
    await button(page, 'Link Demo').waitFor();
  });

  it('that is cancelled at the provider leads back to the account page', async () => {
    screens.complaints.allow(/^400 \/api\/social\/demo\/callback/);
    const { browser } = await newPerson(nod);
    const page = await screens.desktop({ as: browser });
    await page.goto('/account');
    await button(page, 'Link Demo').click();
    await button(page, /^Nobody/).click();
    await page.getByText('You came back from Demo without signing in there.').waitFor();
    await page.getByRole('link', { name: 'Back to your account' }).click();
    await button(page, 'Link Demo').waitFor();
    await page.getByText('Your only way in: add another phone before you remove it.').waitFor();
    expect(await button(page, 'Remove').count()).toBe(0);
  });

  it('is never undone for the last sign-in method, and says so beside it', async () => {
    const page = await screens.desktop();
    await registerAs(page, somebody(), '/signin?next=/account');
    await linked(page).getByText('Your only way in: add a phone before you unlink it.').waitFor();
    expect(await button(page, 'Unlink').count()).toBe(0);
  });
});

describe('a session that was approved a while ago', () => {
  it('links once the phone has said yes again', async () => {
    screens.complaints.allow(/^403 \/api\/social\/demo\/start/);
    const { browser, phone, username } = await newPerson(nod);
    const page = await screens.desktop({ as: browser });
    await page.goto('/account');
    await button(page, 'Link Demo').waitFor();
    await ageSession(nod, page);
    await button(page, 'Link Demo').click();
    await phone.approve(await numberOn(page));
    const person = somebody();
    await pick(page, person);
    await button(page, 'Link it').click();
    await linked(page).getByText(person.sub, { exact: true }).waitFor();
    expect((await phone.succeed('devices')).items).toHaveLength(1);
    await page.getByRole('main').getByText(`@${username}`).waitFor();
  });

  it('of somebody without a phone asks the provider, adds a phone, and this phone approves the next browser', async () => {
    screens.complaints.allow(/^403 \/api\/devices\/invite$/);
    const [page, person] = [await screens.desktop(), somebody()];
    await registerAs(page, person, '/signin?next=/account');
    await page.getByText('You have no phone here yet.').waitFor();
    await linked(page).getByText(person.sub, { exact: true }).waitFor();
    await ageSession(nod, page);
    await button(page, 'Add a phone').click();
    await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor();
    await button(page, 'Cancel').click();
    await button(page, 'Add a phone').click();
    await page.getByRole('button', { name: 'Continue with Demo' }).click();
    // It asks anew, although the person is signed in there.
    await pick(page, person);
    // It goes on by itself with what it was asked for.
    const phone = await screens.phone();
    await enrol(phone, await readQr(qrCode(page)));
    await phone.getByRole('heading', { name: 'This phone is ready' }).waitFor();
    await page.getByText('is added. It can let you in from now on.').first().waitFor();

    await signInOn(await screens.desktop(), phone, person.sub);
    // Two were let in: by the provider, which both lists of browsers say, and by the phone.
    await phone.goto('/phone');
    await phone.getByText('Let in by Demo').waitFor();
    await page.getByText('Let in by Demo').waitFor();
    await button(page, 'Unlink').click();
    await button(page, 'Link Demo').waitFor();
  });
});

describe('signing out', () => {
  it('at the provider shows Nod’s tab the reason within two polls', async () => {
    const page = await screens.desktop();
    await registerAs(page, somebody(), '/signin?next=/account');
    await page.getByText('This browser').waitFor();
    const provider = await page.context().newPage();
    await provider.goto(`${nod.providers.demo?.issuer}/session/end`);
    const observed = provider.waitForResponse((response) => response.request().method() === 'POST');
    await button(provider, 'Sign out').click();
    await observed;
    await page.bringToFront();
    const polls = pollsUntilLeft(page);
    await sentence(page, 'This session was ended by the service that you signed in with.').waitFor();
    expect(polls()).toBeLessThanOrEqual(2);
    // Nobody has a phone here who could answer a number, so what let this browser in comes first.
    await focused(page.getByRole('button', { name: /^Continue with Demo/ }));
    expect(await page.getByLabel('Username').inputValue()).toBe('');
  });

  it.for([
    { choice: 'Sign out', asked: 'Who are you?' },
    { choice: 'Stay signed in', asked: undefined },
  ])('of Nod leads to the provider, and with "$choice" there back again', async ({ choice, asked }) => {
    const page = await screens.desktop();
    await registerAs(page, somebody(), '/signin?next=/account');
    await signOutOn(page);
    await page.getByRole('heading', { name: 'Sign out here, too?' }).waitFor();
    // Nod is left already, whatever becomes of this page.
    const other = await page.context().newPage();
    await other.goto('/account');
    await other.waitForURL(/\/signin/);
    await other.close();
    await button(page, choice).click();
    await sentence(page, 'You signed out.').waitFor();
    await page.getByRole('button', { name: /^Continue with Demo/ }).click();
    if (asked === undefined) await signedIn(page);
    else await page.getByRole('heading', { name: asked }).waitFor();
  });

  it('does not believe a return that it did not ask for', async () => {
    screens.complaints.allow(/^400 \/api\/social\/demo\/ended/);
    const page = await screens.desktop();
    await page.goto('/api/social/demo/ended?state=made-up');
    await page.getByRole('heading', { name: 'That did not work' }).waitFor();
  });
});

const topOf = async (element: Locator): Promise<number> =>
  (await element.boundingBox())?.y ?? Number.POSITIVE_INFINITY;

/** How far anything has moved by itself on a page so far. */
function shifts(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        new PerformanceObserver((list, observer) => {
          observer.disconnect();
          resolve(list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value));
        }).observe({ type: 'layout-shift', buffered: true });
        // Without any there is no call.
        setTimeout(() => resolve([]), 500);
      }),
  );
}
