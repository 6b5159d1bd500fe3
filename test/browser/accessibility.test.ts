import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { cookiesOf } from '../support/chromium.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, Phone } from '../support/people.ts';
import { expectNoFindings, findings, type Walk } from './support/axe.ts';
import { button, fromMenu, numberOn, qrCode } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** How each page is brought into each of its states. */
const STATES: Walk = {
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
    const post = page.getByRole('article').filter({ hasText: 'A post of mine.' });
    await fromMenu(post, 'Delete this post');
    await page.getByRole('textbox', { name: 'Your post' }).fill('x'.repeat(501));
    await button(page, 'Post').click();
    await page.getByText('Take out 1').waitFor();
  },
  'home, with a post that is marked': async (page) => {
    await signedInAt(page, '/');
    await page.getByRole('textbox', { name: 'Your post' }).fill('Another post of mine.');
    await button(page, 'Post').click();
    const post = page.getByRole('article').filter({ hasText: 'Another post of mine.' });
    await post.getByRole('button', { name: 'Like the post' }).click();
    await post.getByRole('button', { name: 'Repost the post' }).click();
    await post.getByRole('button', { name: 'Repost the post', pressed: true }).waitFor();
  },
  'sign in, with the reason why a session ended': (page) => page.goto('/signin?reason=phone'),
  'sign in, while signed in': async (page) => {
    await signedInAt(page, '/signin');
    await page.getByText('You are signed in as').waitFor();
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
    screens.complaints.allow(/^404 \/@nobody_here$/);
    await page.goto('/@nobody_here');
    await page.getByRole('heading', { name: 'Nobody is called' }).waitFor();
  },
  'a post': async (page) => {
    const { username, id } = await withPost();
    await page.goto(`/@${username}/${id}`);
    await page.getByRole('article').waitFor();
  },
  'no such post': async (page) => {
    screens.complaints.allow(/^404 \/@nobody_here\/pst_0+$/);
    await page.goto(`/@nobody_here/pst_${'0'.repeat(26)}`);
    await page.getByRole('heading', { name: 'There is no such post' }).waitFor();
  },
  search: (page) => page.goto('/search'),
  'a search that finds nobody': async (page) => {
    await page.goto('/search?q=zzzzqqqq&in=people');
    await page.getByText('Nobody found.').waitFor();
  },
  'a tag that nobody has used': async (page) => {
    await page.goto('/tags/zzzzqqqq');
    await page.getByText('Nobody has used this tag yet.').waitFor();
  },
  'no such page': async (page) => {
    screens.complaints.allow(/^404 \/nowhere$/);
    await page.goto('/nowhere');
    await page.getByRole('heading', { name: 'There is no page here' }).waitFor();
  },
  'a public page without an answer': async (page) => {
    screens.complaints.allow(/^failed \/api\/status$/);
    await page.clock.install();
    await signedInAt(page, '/');
    await page.getByRole('textbox', { name: 'Your post' }).waitFor();
    await page.route('**/api/status', (route) => route.abort());
    await page.clock.runFor(12_000);
    await page.getByText('Nod cannot be reached').waitFor();
  },
  'a locked page': async (page) => {
    screens.complaints.allow(/^failed \/api\/status$/);
    await page.clock.install();
    await signedInAt(page, '/account');
    await page.getByText('This browser').first().waitFor();
    await page.route('**/api/status', (route) => route.abort());
    await page.clock.runFor(12_000);
    await page.getByText('Nod cannot be reached').waitFor();
  },
  'lists that did not come': async (page) => {
    screens.complaints.allow(/^failed \/api\/posts$/);
    await page.route('**/api/posts', (route) => route.abort());
    // As if the function `page` were away, too.
    await page.route(`${nod.origin}/`, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({
        response,
        body: html.replace(/<script type="application\/json"[^<]*<\/script>/, ''),
      });
    });
    await page.goto('/');
    await button(page, 'Try again').waitFor();
  },
};

/** Where the name that is registered gets its phone. */
let enrolUrl = '';

const WALKS: Record<string, Walk> = {
  'signing in': {
    'sign in': (page) => page.goto('/signin'),
    'sign in, waiting': async (page) => {
      await page.getByLabel('Username').fill('nobody_here');
      await button(page, 'Ask my phone').click();
      await numberOn(page);
    },
    'sign in, cancelled': async (page) => {
      await button(page, 'Cancel').click();
      await page.getByText('Cancelled.').first().waitFor();
    },
  },
  registering: {
    register: (page) => page.goto('/register'),
    'register, with a name that will not do': async (page) => {
      await page.getByLabel('Username').fill('a');
      await button(page, 'Reserve this name').click();
      await page.locator('[aria-invalid=true]').waitFor();
    },
    'register, waiting': async (page) => {
      await page.getByLabel('Username').fill(newUsername());
      const registered = page.waitForResponse('**/api/register');
      await button(page, 'Reserve this name').click();
      ({ enrolUrl } = await (await registered).json());
      await qrCode(page).waitFor();
    },
    'is this your phone?': async (page) => {
      await new Phone(nod).enrol(enrolUrl);
      await page.getByRole('heading', { name: 'Is this your phone?' }).waitFor();
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

  it('a menu of a post', async () => {
    const page = await screens.desktop();
    await withPost();
    await page.goto('/');
    const more = page.getByRole('button', { name: 'More about the post' }).first();
    const found = await findings(page, async () => {
      // A window that changes closes it, with its next frame.
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
      await page.keyboard.press('Escape');
      await expect.poll(() => page.getByRole('menu').count()).toBe(0);
      await more.click();
      await page.getByRole('menu').waitFor();
    });
    expect(found).toEqual([]);
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
      .toEqual(
        expect.arrayContaining([
          expect.stringContaining('Content Security Policy'),
          expect.stringContaining('nobody catches this'),
        ]),
      );
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
