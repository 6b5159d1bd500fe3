import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Browser as ApiBrowser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, Phone, signIn } from '../support/people.ts';
import { camera as startCamera } from './support/camera.ts';
import { cookiesOf, screens as startScreens, WIDTHS } from './support/screens.ts';
import {
  approve,
  askToRegister,
  askToSignIn,
  button,
  enrol,
  enterNumber,
  openPhone,
  personWithPhone,
  signInOn,
} from './support/ways.ts';

const nod = startNod();
const screens = startScreens(nod, { args: startCamera().args });

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

declare const axe: { run(): Promise<AxeResults> };

/** What axe finds on a page in each scheme and at each width, and whether anything sticks out at the side. */
async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  // Not through the page's own means, which its content security policy would rightly refuse.
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Runtime.evaluate', { expression: AXE });
  await devtools.detach();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, size] of Object.entries(WIDTHS)) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(size);
      const { violations, overflow } = await page.evaluate(async () => ({
        violations: (await axe.run()).violations,
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
      const at = `${colorScheme}, ${width}`;
      for (const { id, nodes } of violations) {
        found.push(
          ...nodes.map((node) => `${at}: ${id} at ${node.target.join(' ')}: ${node.failureSummary}`),
        );
      }
      if (overflow > 0) found.push(`${at}: ${overflow} px stick out at the side`);
    }
  }
  return found;
}

/** How each page is brought into each of its states. */
const DESKTOP_STATES: Record<string, (page: Page) => Promise<unknown>> = {
  'home, signed out, with posts': async (page) => {
    const { browser } = await newPerson(nod);
    await browser.succeed('post-create', { body: { body: 'Hello there, this is a post.' } });
    await page.goto('/');
    await page.getByRole('article').first().waitFor();
  },
  'home, signed in, with own posts and a draft': async (page) => {
    await signedInAt(page, '/');
    await page.getByRole('textbox', { name: 'Your post' }).fill('A post of mine.');
    await button(page, 'Post').click();
    await button(page, 'Delete this post').click();
    await page.getByRole('textbox', { name: 'Your post' }).fill('x'.repeat(501));
    await button(page, 'Post').click();
    await page.getByText('Take out 1').waitFor();
  },
  'sign in': (page) => page.goto('/signin'),
  'sign in, with the reason why a session ended': (page) => page.goto('/signin?reason=phone'),
  'sign in, while signed in': async (page) => {
    await signedInAt(page, '/signin');
    await page.getByText('You are signed in as').waitFor();
  },
  'sign in, waiting': (page) => askToSignIn(page, 'nobody_here'),
  'sign in, cancelled': async (page) => {
    await askToSignIn(page, 'nobody_here');
    await button(page, 'Cancel').click();
    await page.getByText('Cancelled.').first().waitFor();
  },
  register: (page) => page.goto('/register'),
  'register, with a name that will not do': async (page) => {
    await page.goto('/register');
    await page.getByLabel('Username').fill('a');
    await button(page, 'Reserve this name').click();
    await page.locator('[aria-invalid=true]').waitFor();
  },
  'register, waiting': (page) => askToRegister(page, newUsername()),
  'is this your phone?': async (page) => {
    const registered = page.waitForResponse('**/api/register');
    await askToRegister(page, newUsername());
    const { enrolUrl } = await (await registered).json();
    await new Phone(nod).enrol(enrolUrl);
    await page.getByRole('heading', { name: 'Is this your phone?' }).waitFor();
  },
  'browsers and phones': async (page) => {
    const person = await signedInAt(page, '/account');
    await signIn(nod, person);
    await page.reload();
    await button(page, 'End all others').waitFor();
    await page.getByText('Phone').first().waitFor();
  },
  'a profile': async (page) => {
    const { username } = await withPost();
    await page.goto(`/@${username}`);
    await page.getByRole('article').waitFor();
  },
  'a profile without posts': async (page) => {
    const { username } = await newPerson(nod);
    await page.goto(`/@${username}`);
    await page.getByText('No posts yet.').waitFor();
  },
  'nobody’s profile': async (page) => {
    screens.complaints.allow(/^404 \/api\/(users\/nobody_here|posts\?author=nobody_here)$/);
    await page.goto('/@nobody_here');
    await page.getByRole('heading', { name: 'Nobody is called' }).waitFor();
  },
  'a post': async (page) => {
    const { username, id } = await withPost();
    await page.goto(`/@${username}/${id}`);
    await page.getByRole('article').waitFor();
  },
  'no such post': async (page) => {
    screens.complaints.allow(/^404 \/api\/posts\/pst_0+$/);
    await page.goto(`/@nobody_here/pst_${'0'.repeat(26)}`);
    await page.getByRole('heading', { name: 'There is no such post' }).waitFor();
  },
  'no such page': async (page) => {
    screens.complaints.allow(/^404 \/nowhere$/);
    await page.goto('/nowhere');
    await page.getByRole('heading', { name: 'There is no page here' }).waitFor();
  },
  'a locked page': async (page) => {
    screens.complaints.allow(/^failed \/api\/status$/);
    await page.clock.install();
    await signedInAt(page, '/');
    await page.route('**/api/status', (route) => route.abort());
    await page.clock.runFor(12_000);
    await page.getByText('Nod cannot be reached').waitFor();
  },
  'lists that did not come': async (page) => {
    screens.complaints.allow(/^failed \/api\/posts$/);
    await page.route('**/api/posts', (route) => route.abort());
    await page.goto('/');
    await button(page, 'Try again').waitFor();
  },
};

const PHONE_STATES: Record<string, (page: Page) => Promise<unknown>> = {
  welcome: async (page) => {
    await page.goto('/phone');
    await page.getByRole('heading', { name: 'Your phone is the key' }).waitFor();
  },
  'a link that does not work': async (page) => {
    screens.complaints.allow(/^4\d\d \/api\/devices\/options$/);
    await page.goto('/phone#enrol=nothing');
    await page.getByRole('heading', { name: /^This link/ }).waitFor();
  },
  enrol: async (page) => {
    await page.goto(await enrolUrl());
    await button(page, 'Make this phone my key').waitFor();
  },
  'enrol, without a name': async (page) => {
    await page.goto(await enrolUrl());
    await page.getByLabel('A name for this phone').fill('');
    await button(page, 'Make this phone my key').click();
    await page.locator('[aria-invalid=true]').waitFor();
  },
  'ready, after enrolling': async (page) => {
    await enrol(page, await enrolUrl());
    await page.getByRole('heading', { name: 'This phone is ready' }).waitFor();
  },
  'the practice phone': async (page) => {
    await page.goto('/phone?practice');
    await page.getByText('Practice phone').waitFor();
  },
  'the practice phone, setting up': async (page) => {
    await page.goto((await enrolUrl()).replace('#', '?practice#'));
    await button(page, 'Make this phone my key').waitFor();
  },
  'the scanner': async (page) => {
    await page.goto('/phone');
    await button(page, 'Scan the code').click();
    await page.waitForFunction(() => document.querySelector('video')?.currentTime);
  },
};

/** The same for a phone that is somebody's key, and a browser that may ask it. */
const ENROLLED_STATES: Record<string, (person: Enrolled) => Promise<unknown>> = {
  'home, where nobody is signed in': async ({ phone, browser }) => {
    await browser.succeed('logout');
    await openPhone(phone);
    await phone.getByText('No browser is signed in.').waitFor();
  },
  'home, with browsers, one of which asks, and one is about to be ended': async (person) => {
    const { username, phone, browser } = person;
    await signInOn(await screens.desktop(), phone, username);
    await browser.succeed('login-start', { body: { username } });
    await openPhone(phone);
    await button(phone, /^Not me/).waitFor();
    await button(phone, /^End the session of/)
      .first()
      .click();
  },
  'home, about to end all': async ({ username, phone }) => {
    await signInOn(await screens.desktop(), phone, username);
    await openPhone(phone);
    await button(phone, 'End all').click();
  },
  'home, with a wrong number': async ({ phone }) => {
    screens.complaints.allow(/^404 \/api\/approvals\/find$/);
    await openPhone(phone);
    await phone.keyboard.type('000000');
    await phone.getByRole('alert').filter({ hasText: /\w/ }).first().waitFor();
  },
  'who is asking': async ({ username, phone }) => {
    await askedBy(username, phone);
  },
  'who is asking: a known browser': async ({ username, phone, browser }) => {
    const { number } = await browser.succeed('login-start', { body: { username } });
    await openPhone(phone);
    await enterNumber(phone, number);
  },
  'deny?': async ({ username, phone }) => {
    await askedBy(username, phone);
    await button(phone, 'Deny').click();
    await button(phone, /^Deny and report/).waitFor();
  },
  denied: async ({ username, phone }) => {
    await askedBy(username, phone);
    await button(phone, 'Deny').click();
    await button(phone, 'Deny').click();
    await phone.getByRole('heading', { name: 'Denied' }).waitFor();
  },
  'not me?': async ({ username, phone, browser }) => {
    await browser.succeed('login-start', { body: { username } });
    await openPhone(phone);
    await button(phone, /^Not me/).click();
    await phone.getByRole('heading', { name: 'Not you?' }).waitFor();
  },
  approved: async ({ username, phone }) => {
    await askedBy(username, phone);
    await approve(phone);
  },
  'set up for another account': async ({ phone }) => {
    await phone.goto(await enrolUrl());
    await phone.getByText('This phone is already the key of').waitFor();
  },
  'without a connection': async ({ phone }) => {
    screens.complaints.allow(/^failed \/api\//);
    await openPhone(phone);
    await phone.route('**/api/**', (route) => route.abort());
    await phone.getByText('No connection to Nod.').waitFor();
  },
};

type Enrolled = Awaited<ReturnType<typeof personWithPhone>>;

describe('axe finds nothing, light and dark, at 390 and at 1280 pixels', () => {
  it.for(Object.keys(DESKTOP_STATES))('%s', async (state) => {
    const page = await screens.desktop();
    await DESKTOP_STATES[state]?.(page);
    expect(await findings(page)).toEqual([]);
  });

  it.for(Object.keys(PHONE_STATES))('phone: %s', async (state) => {
    const page = await screens.phone();
    await PHONE_STATES[state]?.(page);
    expect(await findings(page)).toEqual([]);
  });

  it.for(Object.keys(ENROLLED_STATES))('enrolled phone: %s', async (state) => {
    const person = await personWithPhone(nod, screens);
    await ENROLLED_STATES[state]?.(person);
    expect(await findings(person.phone)).toEqual([]);
  });

  it('and would find something', async () => {
    const page = await screens.desktop();
    await page.goto('/');
    await page.evaluate(() => document.body.append(document.createElement('img')));
    expect(await findings(page)).toContainEqual(expect.stringContaining('image-alt'));
  });
});

describe('the tests of pages', () => {
  it('notice a violation of the content security policy, and an uncaught error', async () => {
    const page = await screens.desktop();
    await page.goto('/');
    await page.evaluate(() => {
      document.body.setAttribute('style', 'color: red');
      setTimeout(() => {
        throw new Error('nobody catches this');
      });
    });
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
    await expect
      .poll(() => screens.complaints.heard())
      .toEqual([
        expect.stringContaining('Content Security Policy'),
        expect.stringContaining('nobody catches this'),
      ]);
    screens.complaints.take();
  });
});

/** Signs a new person in on a page that is on a path. */
async function signedInAt(page: Page, path: string) {
  const person = await newPerson(nod);
  await page.context().addCookies(cookiesOf(person.browser));
  await page.goto(path);
  return person;
}

/** Somebody who has written a post. */
async function withPost() {
  const { username, browser } = await newPerson(nod);
  const { id } = await browser.succeed('post-create', { body: { body: 'One post.\n\nhttps://example.org' } });
  return { username, id };
}

/** The link that a phone enrols by. */
async function enrolUrl(): Promise<string> {
  return (await new ApiBrowser(nod).succeed('register', { body: { username: newUsername() } })).enrolUrl;
}

/** Has an unknown browser ask, and the phone show it. */
async function askedBy(username: string, phone: Page): Promise<void> {
  const { number } = await new ApiBrowser(nod).succeed('login-start', { body: { username } });
  await openPhone(phone);
  await enterNumber(phone, number);
}
