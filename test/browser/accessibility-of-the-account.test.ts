import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { cookiesOf } from '../support/chromium.ts';
import { nod as startNod } from '../support/nod.ts';
import { addPhone, newPerson, newRecoveryCode, signIn } from '../support/people.ts';
import { expectNoFindings, findings, type Walk } from './support/axe.ts';
import { askToSignIn, button, numberOn, qrCode } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** How the pages of an account are brought into each of their states. */
const WALKS: Record<string, Walk> = {
  'the account page': {
    'browsers and phones': async (page) => {
      const person = await newPerson(nod);
      // The only way in has no button that removes it.
      await addPhone(nod, person.browser);
      const other = await signIn(nod, person);
      await other.succeed('post-create', { body: { body: 'Not mine.' } });
      await openAs(page, person, '/account');
      await button(page, 'End all others').waitFor();
      await page.getByText('Phone').first().waitFor();
    },
    'a phone that is being renamed': async (page) => {
      await button(page, 'Rename').first().click();
      await page.getByLabel('A name for this phone').fill('');
      await button(page, 'Save').click();
      await page.locator('[aria-invalid=true]').waitFor();
    },
    'a phone that is about to be removed': async (page) => {
      await page.keyboard.press('Escape');
      await button(page, 'Remove').first().click();
      await button(page, 'Remove this phone').waitFor();
    },
    'a phone that is being added': async (page) => {
      await button(page, 'Keep').click();
      await button(page, 'Add a phone').click();
      await qrCode(page).waitFor();
    },
    'it was not me, asked': async (page) => {
      await button(page, 'Put the code away').click();
      await button(page, /^It wasn’t me/).click();
      await button(page, 'Keep').waitFor();
    },
    'it was not me, done': async (page) => {
      await button(page, 'End it and take it back').click();
      await button(page, 'Show them again').waitFor();
    },
    'the phone is asked again': async (page) => {
      screens.complaints.allow(/^403 \/api\/devices\/invite$/);
      await age(nod, 'Sessions', 'session#', 360);
      await button(page, 'Add a phone').click();
      await numberOn(page);
    },
  },
  'the recovery code': {
    'a recovery code, before it is made': async (page) => {
      await signedInAt(page, '/account/code');
      await button(page, 'Make my recovery code').waitFor();
    },
    'a recovery code, shown': async (page) => {
      await button(page, 'Make my recovery code').click();
      await button(page, 'I have noted it').waitFor();
    },
  },
  'a lost phone': {
    'lost phone, with a typo': async (page) => {
      await page.goto('/recover');
      await button(page, 'Go on').click();
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
    'lost phone, waiting for the new one': async (page) => {
      const { username, browser } = await newPerson(nod);
      await page.getByLabel('Username').fill(username);
      await page.getByLabel('Recovery code').fill(await newRecoveryCode(browser));
      await button(page, 'Go on').click();
      await qrCode(page).waitFor();
    },
  },
};

const STATES: Walk = {
  'the phone is away': async (page) => {
    const { username, phone } = await newPerson(nod, { signIn: false });
    await phone.approve(await askToSignIn(page, username), '24h', true);
    await page.waitForURL('/');
    await age(nod, 'Sessions', 'session#', 100);
    await page.getByText('Your phone is away').waitFor();
  },
  'the phone is away from a private page': async (page) => {
    const { username, phone } = await newPerson(nod, { signIn: false });
    await phone.approve(await askToSignIn(page, username), '24h', true);
    await page.waitForURL('/');
    await age(nod, 'Sessions', 'session#', 100);
    await page.goto('/account');
    await page.getByText('Your phone is away').waitFor();
  },
  'the activity, and how to check a receipt': async (page) => {
    await signedInAt(page, '/account/activity');
    await page.getByRole('listitem').first().waitFor();
    await page.getByText('How to check a receipt').click();
  },
};

describe('axe finds nothing, light and dark, at 390 and at 1280 pixels', () => {
  it.for(Object.entries(WALKS))('%s', async ([, walk]) => {
    await expectNoFindings(await screens.desktop(), walk);
  });

  it.for(Object.keys(STATES))('%s', async (state) => {
    const page = await screens.desktop();
    await STATES[state]?.(page);
    expect(await findings(page)).toEqual([]);
  });
});

type Person = Awaited<ReturnType<typeof newPerson>>;

async function openAs(page: Page, { browser }: Person, path: string): Promise<void> {
  await page.context().addCookies(cookiesOf(browser));
  await page.goto(path);
}

/** Signs a new person in on a page that is on a path. */
async function signedInAt(page: Page, path: string): Promise<Person> {
  const person = await newPerson(nod);
  await openAs(page, person, path);
  return person;
}
