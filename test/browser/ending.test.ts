import { describe, expect, it } from 'vitest';
import type { UserId } from '../../shared/ids.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { putActiveSessions } from '../support/sessions.ts';
import {
  button,
  numberOn,
  openPhone,
  personWithPhone,
  sentence,
  signedIn,
  signOutOn,
} from './support/flows.ts';
import { pollsUntilLeft } from './support/polls.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

describe('ending from the phone', () => {
  it.for([
    { what: 'one session', ask: /^End the session of/, confirm: 'End this session', others: 0 },
    { what: 'all sessions', ask: 'End all', confirm: 'End all sessions', others: 1 },
  ])('$what shows the desktop the reason within two polls', async ({ ask, confirm, others }) => {
    const { phone, browser, username, owned } = await personWithPhone(nod, screens);
    const desktops = [await screens.desktop({ as: browser })];
    for (let i = 0; i < others; i++) {
      desktops.push(await screens.desktop({ as: await signIn(nod, { username, phone: owned }) }));
    }
    for (const desktop of desktops) {
      await desktop.goto('/account');
      await desktop.getByText('This browser').waitFor();
    }
    await openPhone(phone);
    await button(phone, ask).click();
    const ended = phone.waitForResponse((response) => response.request().method() === 'DELETE');
    await button(phone, confirm).click();
    expect((await ended).status()).toBe(200);
    const polls = desktops.map(pollsUntilLeft);

    for (const [index, desktop] of desktops.entries()) {
      await sentence(desktop, 'This session was ended from your phone.').waitFor();
      expect(polls[index]?.()).toBeLessThanOrEqual(2);
      expect(new URL(desktop.url()).searchParams.get('next')).toBe('/account');
      expect(await desktop.getByLabel('Username').inputValue()).toBe(username);
    }
    await phone.getByText('No browser is signed in.').waitFor();
  });

  it('can be thought better of', async () => {
    const { phone, browser } = await personWithPhone(nod, screens);
    await openPhone(phone);
    await button(phone, /^End the session of/).click();
    await button(phone, 'Keep').click();
    await button(phone, /^End the session of/).waitFor();
    expect(await browser.succeed('status')).toMatchObject({ status: 'active' });
  });
});

describe('ending from another browser', () => {
  it.for([
    { ask: /^End .+ on .+, signed in /, left: 'You are signed in nowhere else.' },
    { ask: 'End all others', left: 'You are signed in nowhere else.' },
  ])('by "$ask" shows the reason and leaves the one that asks', async ({ ask, left }) => {
    const person = await newPerson(nod);
    const here = await screens.desktop({ as: person.browser });
    const there = await screens.desktop({ as: await signIn(nod, person) });
    await there.goto('/');
    await signedIn(there);
    await here.goto('/account');
    const ended = here.waitForResponse((response) => response.request().method() === 'DELETE');
    await button(here, ask).click();
    expect((await ended).status()).toBe(200);
    const polls = pollsUntilLeft(there);
    await sentence(there, 'This session was ended from another browser.').waitFor();
    expect(polls()).toBeLessThanOrEqual(2);
    await here.getByText(left).waitFor();
    expect(await person.browser.succeed('status')).toMatchObject({ status: 'active' });
  });
});

describe('the browsers of an account', () => {
  it('are told apart, and each button says which one it ends', async () => {
    const person = await newPerson(nod);
    await signIn(nod, person);
    const here = await screens.desktop({ as: person.browser });
    await here.goto('/account');
    const list = here.getByRole('region', { name: 'Browsers', exact: true });
    await list
      .getByText(/^Signed in .+ for 24 hours/)
      .first()
      .waitFor();
    expect(await list.getByText(/^Signed in /).allTextContents()).toHaveLength(2);
    expect(await list.getByText(/^Ends .+, or .+ if it is not used/).allTextContents()).toHaveLength(2);
    const names = await list
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-label')));
    const [end, notMe] = names;
    expect(end).toMatch(/^End .+ on .+, signed in /);
    expect(notMe).toMatch(/^It wasn’t me: .+ on .+, signed in /);
  });

  it('come 50 at a time, with this one first', async () => {
    const person = await newPerson(nod);
    const userId = person.browser.cookies.get('__Host-session')?.split('.')[0] as UserId;
    await putActiveSessions(sessionStore(nod.db), (writes) => nod.db.write(...writes), userId, 60);
    const here = await screens.desktop({ as: person.browser });
    await here.goto('/account');
    const items = here.getByRole('region', { name: 'Browsers', exact: true }).getByRole('listitem');
    await here.getByText('This browser').waitFor();
    expect(await items.count()).toBeLessThanOrEqual(51);
    expect(await items.first().textContent()).toContain('This browser');
    await button(here, 'Show more').click();
    await expect.poll(() => items.count()).toBe(61);
    expect(await button(here, 'Show more').count()).toBe(0);
    await button(here, 'End all others').click();
    await here.getByText('You are signed in nowhere else.').waitFor();
    expect(await items.count()).toBe(1);
  });
});

describe('signing out', () => {
  it('says so, ends the session, and is seen by the other tab of the browser', async () => {
    const { browser } = await newPerson(nod);
    const desktop = await screens.desktop({ as: browser });
    const otherTab = await desktop.context().newPage();
    await otherTab.goto('/');
    await signedIn(otherTab);
    await desktop.goto('/');
    await desktop.goto('/account');
    await signOutOn(desktop);
    await sentence(desktop, 'You signed out.').waitFor();
    await otherTab.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'here' });
    await desktop.goBack();
    await desktop.getByRole('heading', { name: 'Say it with a nod.' }).waitFor();
  });

  it('takes a page that needs somebody to the sign-in page, and back afterwards', async () => {
    const { username, phone } = await newPerson(nod, { signIn: false });
    const desktop = await screens.desktop();
    await desktop.goto('/account');
    await desktop.waitForURL('/signin?next=%2Faccount');
    await desktop.getByLabel('Username').fill(username);
    await button(desktop, 'Ask my phone').click();
    await phone.approve(await numberOn(desktop));
    await desktop.waitForURL('/account');
  });
});
