import { describe, expect, it } from 'vitest';
import type { Person } from '../../infra/local/demo-people.ts';
import { cookiesOf } from '../support/chromium.ts';
import { newPerson } from '../support/people.ts';
import { socialNod } from '../support/social.ts';
import { expectNoFindings, findings, type Walk } from './support/axe.ts';
import { button } from './support/flows.ts';
import { ageSession, continueAs, newPersonThere, pick, registerAs } from './support/providers.ts';
import { screens as startScreens } from './support/screens.ts';

const people: Person[] = [];
const nod = socialNod({ demo: { people } });
const screens = startScreens(nod);

/** How each page is brought into each of the states that providers add. */
const STATES: Walk = {
  'sign in, with a provider': async (page) => {
    await page.goto('/signin?reason=provider');
    await page.getByRole('button', { name: /^Continue with Demo/ }).waitFor();
  },
  'choose a name, after one that will not do': async (page) => {
    await continueAs(page, newPersonThere(people));
    await page.getByLabel('Username').fill('a');
    await button(page, 'Create my account').click();
    await page.locator('[aria-invalid=true]').waitFor();
  },
  'choose a name, while signed in': async (page) => {
    await page.context().addCookies(cookiesOf((await newPerson(nod)).browser));
    await continueAs(page, newPersonThere(people));
    await page.getByText('You are signed in as').waitFor();
  },
  'the provider of the last time, offered first': async (page) => {
    await page.goto('/signin');
    await page.getByRole('button', { name: /^Continue with Demo/ }).waitFor();
    await page.evaluate(() => localStorage.setItem('nod.provider', '{"id":"demo","label":"Demo"}'));
    await page.goto('/signin?reason=idle');
    await page.getByRole('link', { name: 'Use your recovery code' }).waitFor();
  },
  'nothing to answer': async (page) => {
    screens.complaints.allow(/^401 \/api\/social\/question$/);
    await page.goto('/social#question');
    await page.getByRole('link', { name: 'Start again' }).waitFor();
  },
  'a sign-in that the provider refused': async (page) => {
    screens.complaints.allow(/^400 \/api\/social\/demo\/callback/);
    await page.goto('/signin');
    await page.getByRole('button', { name: /^Continue with Demo/ }).click();
    await button(page, /^Nobody/).click();
    await page.getByRole('heading', { name: 'That did not work' }).waitFor();
  },
};

const WALKS: Record<string, Walk> = {
  linking: {
    'no linked account': async (page) => {
      await page.context().addCookies(cookiesOf((await newPerson(nod)).browser));
      await page.goto('/account');
      await button(page, 'Link Demo').waitFor();
    },
    'a link that was cancelled': async (page) => {
      screens.complaints.allow(/^400 \/api\/social\/demo\/callback/);
      await button(page, 'Link Demo').click();
      await button(page, /^Nobody/).click();
      await page.getByText('You came back from Demo').waitFor();
    },
    'confirm a link': async (page) => {
      await page.getByRole('link', { name: 'Back to your account' }).click();
      // Before the provider is asked whom it knows.
      const person = newPersonThere(people);
      await button(page, 'Link Demo').click();
      await pick(page, person);
      await button(page, 'Link it').waitFor();
    },
  },
  'an account without a phone': {
    'linked accounts, of which one is the last way in': async (page) => {
      await registerAs(page, newPersonThere(people), '/signin?next=/account');
      await page.getByRole('heading', { name: 'Linked accounts' }).waitFor();
      await button(page, 'Add a phone').waitFor();
      expect(await button(page, 'Unlink').count()).toBe(0);
    },
    'asked at the provider again': async (page) => {
      screens.complaints.allow(/^403 \/api\/devices\/invite$/);
      await ageSession(nod, page);
      await button(page, 'Add a phone').click();
      await page.getByRole('heading', { name: 'Confirm that it is you' }).waitFor();
    },
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
