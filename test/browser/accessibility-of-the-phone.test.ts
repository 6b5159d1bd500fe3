import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Browser as ApiBrowser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { addPhone, newPerson, newRecoveryCode, newUsername, signIn } from '../support/people.ts';
import { expectNoFindings, findings, type Walk } from './support/axe.ts';
import { camera as startCamera } from './support/camera.ts';
import { approve, button, enterNumber, openPhone, personWithPhone } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod, { args: startCamera().args });
/** Where a phone can be rung. */
const wholeScreens = startScreens(nod, { kind: 'whole' });

/** How the page of a phone that is nobody's key is brought into each of its states. */
const STATES: Walk = {
  'a link that does not work': async (page) => {
    screens.complaints.allow(/^4\d\d \/api\/devices\/options$/);
    await page.goto('/phone#enrol=nothing');
    await page.getByRole('heading', { name: /^This link/ }).waitFor();
  },
  'the practice phone': async (page) => {
    await page.goto('/phone?practice');
    await page.getByText('Practice phone').waitFor();
  },
  'the practice phone, setting up': async (page) => {
    await page.goto((await enrolUrl()).replace('#', '?practice#'));
    await button(page, 'Make this phone my key').waitFor();
  },
  'enrol, as the only phone': async (page) => {
    const { username, browser } = await newPerson(nod);
    const body = { username, code: await newRecoveryCode(browser) };
    await page.goto((await new ApiBrowser(nod).succeed('recover', { body })).enrolUrl);
    await button(page, 'Make this my only phone').waitFor();
  },
  'the offline page': async (page) => {
    screens.complaints.allow(/^failed \/offline$/);
    await page.route('**/offline', (route) =>
      route.request().method() === 'HEAD' ? route.abort() : route.continue(),
    );
    await page.goto('/offline');
    await page.getByRole('heading', { name: 'No connection to Nod' }).waitFor();
  },
};

const FIRST_WALKS: Record<string, Walk> = {
  'before it is set up': {
    welcome: async (page) => {
      await page.goto('/phone');
      await page.getByRole('heading', { name: 'Your phone is the key' }).waitFor();
    },
    'the scanner': async (page) => {
      await button(page, 'Scan the code').click();
      await page.waitForFunction(() => document.querySelector('video')?.currentTime);
    },
  },
  'while it is set up': {
    enrol: async (page) => {
      await page.goto(await enrolUrl());
      await button(page, 'Make this phone my key').waitFor();
    },
    'enrol, without a name': async (page) => {
      await page.getByLabel('A name for this phone').fill('');
      await button(page, 'Make this phone my key').click();
      await page.locator('[aria-invalid=true]').waitFor();
    },
    'ready, after enrolling': async (page) => {
      await page.getByLabel('A name for this phone').fill('Pixel 9');
      await button(page, 'Make this phone my key').click();
      await page.getByRole('heading', { name: 'This phone is ready' }).waitFor();
    },
  },
};

type Enrolled = Awaited<ReturnType<typeof personWithPhone>>;
/** States of a phone that is somebody's key, one after the other, as its person goes through them. */
type WalkOfKey = Record<string, (person: Enrolled) => Promise<unknown>>;

const WALKS: Record<string, WalkOfKey> = {
  'home and settings': {
    'home, which offers to ring': async ({ phone }) => {
      await openPhone(phone);
      await button(phone, 'Ring this phone').waitFor();
    },
    settings: async ({ phone, browser }) => {
      // The only way in has no button that removes it.
      await addPhone(nod, browser);
      await button(phone, 'This phone’s settings').click();
      await button(phone, 'Ring this phone').waitFor();
    },
    'settings, about to be removed, with a new name': async ({ phone }) => {
      await phone.getByLabel('Name').fill('');
      await button(phone, 'Save the name').click();
      await button(phone, 'Remove').click();
    },
    'home, with a wrong number': async ({ phone }) => {
      wholeScreens.complaints.allow(/^404 \/api\/approvals\/find$/);
      await openPhone(phone);
      await phone.keyboard.type('000000');
      await phone.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor();
    },
    'home, with browsers, one of which asks, and one is about to be ended': async (person) => {
      const { username, phone, browser, owned } = person;
      await signIn(nod, { username, phone: owned });
      await browser.succeed('login-start', { body: { username } });
      await openPhone(phone);
      await button(phone, /^Not me/).waitFor();
      await button(phone, /^End the session of/)
        .first()
        .click();
    },
    'home, about to end all': async ({ phone }) => {
      await openPhone(phone);
      await button(phone, 'End all').click();
    },
    'home, where nobody is signed in': async ({ phone, browser }) => {
      await browser.succeed('sessions-end');
      await browser.succeed('logout');
      await openPhone(phone);
      await phone.getByText('No browser is signed in.').waitFor();
    },
    'without a connection': async ({ phone }) => {
      wholeScreens.complaints.allow(/^failed \/api\//);
      await phone.route('**/api/**', (route) => route.abort());
      await phone.getByText('No connection to Nod.').waitFor();
    },
  },
  'an unknown browser that asks': {
    'who is asking': async ({ username, phone }) => {
      await askedBy(username, phone);
    },
    'who is asking, only while the page is open': async ({ phone }) => {
      await phone.getByRole('switch').check();
    },
    'deny?': async ({ phone }) => {
      await button(phone, 'Deny').click();
      await button(phone, /^Deny and report/).waitFor();
    },
    denied: async ({ phone }) => {
      await button(phone, 'Deny').click();
      await phone.getByRole('heading', { name: 'Denied' }).waitFor();
    },
    approved: async ({ username, phone }) => {
      await askedBy(username, phone);
      await approve(phone);
    },
    'home, which keeps a browser unlocked': async ({ username, phone }) => {
      const browser = await askedBy(username, phone);
      await phone.getByRole('switch').check();
      await approve(phone);
      await browser.succeed('login-complete');
      await openPhone(phone);
      await phone.getByText('One browser is unlocked').waitFor();
    },
  },
  'a known browser that asks, and links': {
    'who is asking: a known browser': async ({ username, phone, browser }) => {
      const { number } = await browser.succeed('login-start', { body: { username } });
      await openPhone(phone);
      await enterNumber(phone, number);
    },
    'a request that a notification led to': async ({ username, phone, browser }) => {
      const { sessionId } = await browser.succeed('login-start', { body: { username } });
      await openPhone(phone);
      await phone.goto(`/phone#request=${sessionId}`);
      await phone.getByText('Known browser').waitFor();
    },
    'not me?': async ({ phone }) => {
      await openPhone(phone);
      await button(phone, /^Not me/)
        .first()
        .click();
      await phone.getByRole('heading', { name: 'Not you?' }).waitFor();
    },
    'home, where somebody recovers the account': async ({ username, phone, browser }) => {
      const body = { username, code: await newRecoveryCode(browser) };
      for (let at = 0; at < 2; at++) await new ApiBrowser(nod).succeed('recover', { body });
      await openPhone(phone);
      await button(phone, 'Stop it').waitFor();
    },
    'a recovery that is stopped': async ({ phone }) => {
      await button(phone, 'Stop it').click();
      await phone.getByRole('heading', { name: 'The recovery is stopped' }).waitFor();
    },
    'an invitation': async ({ phone, browser }) => {
      const { enrolUrl } = await browser.succeed('device-invite');
      await openPhone(phone);
      await phone.goto(enrolUrl);
      await phone.getByText('This adds the phone').waitFor();
    },
    'set up for another account': async ({ phone }) => {
      await openPhone(phone);
      await phone.goto(await enrolUrl());
      await phone.getByText('This phone is already the key of').waitFor();
    },
  },
};

describe('axe finds nothing, light and dark, at 390 and at 1280 pixels', () => {
  it.for(Object.keys(STATES))('%s', async (state) => {
    const page = await screens.phone();
    await STATES[state]?.(page);
    expect(await findings(page)).toEqual([]);
  });

  it.for(Object.entries(FIRST_WALKS))('%s', async ([, walk]) => {
    await expectNoFindings(await screens.phone(), walk);
  });

  it.for(Object.entries(WALKS))('enrolled: %s', async ([name, walk]) => {
    const person = await personWithPhone(nod, name === 'home and settings' ? wholeScreens : screens);
    for (const [state, bring] of Object.entries(walk)) {
      await bring(person);
      expect.soft(await findings(person.phone), state).toEqual([]);
    }
  });
});

/** The link that a phone enrols by. */
async function enrolUrl(): Promise<string> {
  return (await new ApiBrowser(nod).succeed('register', { body: { username: newUsername() } })).enrolUrl;
}

/** Has an unknown browser ask, and the phone show it. */
async function askedBy(username: string, phone: Page): Promise<ApiBrowser> {
  const browser = new ApiBrowser(nod);
  const { number } = await browser.succeed('login-start', { body: { username } });
  await openPhone(phone);
  await enterNumber(phone, number);
  return browser;
}
