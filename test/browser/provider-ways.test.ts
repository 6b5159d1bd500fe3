/** Ways to a provider beside what other tabs do, and confirming there that it is oneself. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Person } from '../../infra/local/demo-people.ts';
import { idToken } from '../support/hostile-proxy.ts';
import { newPerson } from '../support/people.ts';
import { type Provided, socialNod } from '../support/social.ts';
import { askToSignIn, button, enrol, qrCode, signedIn } from './support/flows.ts';
import { ageSession, continueAs, newPersonThere, pick, registerAs } from './support/providers.ts';
import { readQr } from './support/qr-reader.ts';
import { screens as startScreens } from './support/screens.ts';

const people: Person[] = [];
const nod = socialNod({ demo: { people } });
const screens = startScreens(nod);
const demo = () => nod.providers.demo as Provided;

const flows = async (page: Page, kind: 'oidc' | 'passkey') =>
  (await page.context().cookies()).filter(({ name }) => name.startsWith(`__Host-${kind}-`));

describe('in tabs of one browser', () => {
  it('one at the provider, one that opens the sign-in page and one that chooses a name do not hinder one another', async () => {
    const [away, person] = [await screens.desktop(), newPersonThere(people)];
    await away.goto('/signin');
    await button(away, /^Continue with Demo/).click();
    await away.getByRole('heading', { name: 'Who are you?' }).waitFor();

    const other = newPersonThere(people);
    const naming = await away.context().newPage();
    await continueAs(naming, other);
    await button(naming, 'Create my account').waitFor();

    const opened = await away.context().newPage();
    const asked = opened.waitForResponse('**/api/login/passkey/options');
    await opened.goto('/signin');
    await button(opened, 'Use a passkey on this computer').waitFor();
    expect((await asked).status()).toBe(200);
    expect(await flows(away, 'passkey')).not.toEqual([]);
    expect(await flows(away, 'oidc')).toHaveLength(2);

    await naming.reload();
    await button(naming, 'Create my account').click();
    await signedIn(naming);
    await pick(away, person);
    await button(away, 'Create my account').click();
    await signedIn(away);
    expect(await flows(away, 'oidc')).toEqual([]);
  });

  it('a sign-in that waits for its phone goes on, while another tab comes and goes at the provider', async () => {
    screens.complaints.allow(/^400 \/api\/social\/demo\/callback/);
    const { phone, username } = await newPerson(nod);
    const waiting = await screens.desktop();
    const number = await askToSignIn(waiting, username);
    const other = await waiting.context().newPage();
    await other.goto('/signin');
    await button(other, /^Continue with Demo/).click();
    await button(other, /^Nobody/).click();
    await other.getByText('You came back from Demo without signing in there.').waitFor();
    await phone.approve(number);
    await signedIn(waiting);
  });
});

describe('in a browser whose service worker is active', () => {
  it('the way back from the provider is gone once, and lets in', async () => {
    const page = await screens.desktop();
    await page.goto('/phone');
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await registerAs(page, newPersonThere(people));
    await signedIn(page);
    expect(await page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated');
  });
});

describe('a button of a provider', () => {
  it('says beside itself that the provider does not answer, and works when it does', async () => {
    const page = await screens.desktop();
    await page.route('**/api/social/demo/start', (route) =>
      route.fulfill({
        status: 502,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          type: 'about:blank',
          title: 'Bad Gateway',
          status: 502,
          code: 'provider_unavailable',
          detail: 'The provider that you sign in with did not answer. Try again in a moment.',
        }),
      }),
    );
    screens.complaints.allow(/^502 \/api\/social\/demo\/start$/);
    await page.goto('/signin');
    await button(page, /^Continue with Demo/).click();
    await page.getByRole('alert').getByText('did not answer. Try again in a moment.').waitFor();
    await page.unroute('**/api/social/demo/start');
    await button(page, /^Continue with Demo/).click();
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
    // Back from there, it can be pressed again.
    await page.goBack();
    await button(page, /^Continue with Demo/).click();
    await page.getByRole('heading', { name: 'Who are you?' }).waitFor();
  });
});

describe('confirming at a provider', () => {
  it('that lets in without asking asks after all, and then one goes on', async () => {
    screens.complaints.allow(/^403 \/api\/devices\/invite$/);
    const [page, person] = [await screens.desktop(), newPersonThere(people)];
    // It has known the person for a month.
    demo().proxy.bend = idToken(demo().key, (own) => ({
      ...own,
      auth_time: Math.floor(Date.now() / 1000) - 30 * 24 * 60 * 60,
    }));
    await registerAs(page, person, '/signin?next=/account');
    await button(page, 'Add a phone').click();
    await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor();
    demo().proxy.bend = undefined;
    await button(page, 'Continue with Demo').click();
    await pick(page, person);
    const phone = await screens.phone();
    await enrol(phone, await readQr(qrCode(page)));
    await page.getByText('is added. It can let you in from now on.').first().waitFor();
  });

  it('that never says when somebody signed in leads to no phone, and says so', async () => {
    screens.complaints.allow(/^403 \/api\/devices\/invite$/);
    const [page, person] = [await screens.desktop(), newPersonThere(people)];
    demo().proxy.bend = idToken(demo().key, ({ auth_time: _, ...own }) => own);
    await registerAs(page, person, '/signin?next=/account');
    await button(page, 'Add a phone').click();
    await button(page, 'Continue with Demo').click();
    await pick(page, person);
    await page.getByRole('heading', { name: 'Demo did not confirm it' }).waitFor();
    await page.getByText('If it never says when you signed in, it cannot be used for this.').waitFor();
    await button(page, 'Cancel').click();
    // Asked again, it is a new question.
    await button(page, 'Add a phone').click();
    await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor();
    demo().proxy.bend = undefined;
  });

  it('is asked of the phone where there is one', async () => {
    screens.complaints.allow(/^403 \/api\/devices\/invite$/);
    const [page, person] = [await screens.desktop(), newPersonThere(people)];
    await registerAs(page, person, '/signin?next=/account');
    await button(page, 'Add a phone').click();
    const phone = await screens.phone();
    await enrol(phone, await readQr(qrCode(page)));
    await page.getByText('is added. It can let you in from now on.').first().waitFor();
    await ageSession(nod, page);
    await page.reload();
    await button(page, 'Add a phone').click();
    await page.getByRole('heading', { name: 'Confirm with your phone' }).waitFor();
  });
});
