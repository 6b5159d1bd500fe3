/** Nothing on a page moves by itself while its answers come in, in whatever order and however late. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { PostId } from '../../shared/ids.ts';
import { cookiesOf } from '../support/chromium.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { screens as startScreens, WIDTHS } from './support/screens.ts';
import { workerOf } from './support/service-worker.ts';

const nod = startNod();
const screens = startScreens(nod);

/** Of each page, in the unit of Layout Instability: the part of the window that moved, times how far it did. */
const MOST = 0.02;

/** The pages that everybody may read, of a person and one of their posts. */
const publicPages = (username: string, postId: string) => [
  '/',
  `/@${username}`,
  `/@${username}/replies`,
  `/@${username}/likes`,
  `/@${username}/${postId}`,
  '/signin',
  '/signin?reason=phone',
  '/register',
  '/recover',
  '/search',
  '/search?q=line',
  '/tags/line',
  '/phone',
  '/nowhere',
  '/@nobody_here',
  `/@nobody_here/pst_${'0'.repeat(26)}`,
];
const OWN_PAGES = ['/saved', '/notices', '/account', '/account/activity', '/account/code'];

/** Somebody with posts of many shapes, two phones' worth of browsers, and some activity. */
async function personWithPosts() {
  const person = await newPerson(nod);
  const { browser } = person;
  await signIn(nod, person);
  await browser.succeed('recovery-renew');
  await browser.succeed('profile-edit', { body: { showsLastSeen: true } });
  const bodies = [
    'One line.',
    'Several lines. '.repeat(30),
    `a${'\n'.repeat(300)}b`,
    'One a line.\n'.repeat(40),
  ];
  for (const body of bodies) await browser.succeed('post-create', { body: { body } });
  const { id = '' } = (await browser.succeed('posts', { query: { author: person.username } })).items[0] ?? {};
  // Numbers and marks are in the document, or come with the reader's own answer.
  for (const what of ['post-like', 'post-save', 'post-repost'] as const)
    await browser.succeed(what, { params: { postId: id as PostId } });
  return { ...person, postId: id };
}

/** Lets the answers of the API come late: each route's in a time of its own, so that they overtake each other. */
async function slowDown(page: Page): Promise<void> {
  await page.route('**/api/**', async (route) => {
    const { length } = new URL(route.request().url()).pathname;
    await new Promise((resolve) => setTimeout(resolve, 150 + ((length * 137) % 500)));
    await route.continue().catch(() => {});
  });
}

/** What has moved on a page since it was opened, once nothing is asked for any more. */
async function shiftOf(page: Page, path: string): Promise<{ path: string; shift: number; moved: string[] }> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  const { shift, moved } = await page.evaluate(
    () =>
      new Promise<{ shift: number; moved: string[] }>((resolve) => {
        type Shift = PerformanceEntry & { value: number; sources: { node: Node | null }[] };
        const shifts: Shift[] = [];
        new PerformanceObserver((list) => shifts.push(...(list.getEntries() as Shift[]))).observe({
          type: 'layout-shift',
          buffered: true,
        });
        const nameOf = (node: Node | null) => {
          const element = node instanceof Element ? node : node?.parentElement;
          return `${element?.tagName.toLowerCase()}.${element?.className} ${element?.textContent?.trim().slice(0, 30)}`;
        };
        setTimeout(() => {
          resolve({
            shift: shifts.reduce((sum, { value }) => sum + value, 0),
            moved: shifts.flatMap(({ sources }) => sources.map(({ node }) => nameOf(node))),
          });
        }, 100);
      }),
  );
  return { path, shift, moved };
}

async function expectStill(page: Page, paths: string[], before?: () => Promise<unknown>): Promise<void> {
  for (const path of paths) {
    await before?.();
    const measured = await shiftOf(page, path);
    expect.soft(measured.shift, JSON.stringify(measured)).toBeLessThanOrEqual(MOST);
  }
}

/** What answers with 404 because there is nothing. */
function allowWhatIsNotThere(): void {
  screens.complaints.allow(/^404 \/(nowhere$|@nobody_here|api\/(users|posts))/);
  screens.complaints.allow(/^401 \/api\/devices\/current$/);
}

const forget = (page: Page) => page.evaluate(() => localStorage.clear());

it.for(Object.entries(WIDTHS))('signed out, on a %s', async ([, viewport]) => {
  allowWhatIsNotThere();
  const { username, postId } = await personWithPosts();
  const page = await screens.desktop({ viewport });
  await slowDown(page);
  await expectStill(page, publicPages(username, postId));
});

it.for(Object.entries(WIDTHS))('signed in, on a %s', async ([, viewport]) => {
  allowWhatIsNotThere();
  const { username, postId, browser } = await personWithPosts();
  const page = await screens.desktop({ viewport, as: browser });
  await slowDown(page);
  await expectStill(page, [...publicPages(username, postId), ...OWN_PAGES]);
});

it.for(Object.entries(WIDTHS))('signed in, on the pages of somebody else, on a %s', async ([, viewport]) => {
  const [{ browser }, { username, postId }] = [await newPerson(nod), await personWithPosts()];
  const page = await screens.desktop({ viewport, as: browser });
  await slowDown(page);
  await expectStill(page, [`/@${username}`, `/@${username}/${postId}`, `/@${username}/followers`]);
});

it.for(Object.entries(WIDTHS))(
  'signed in where the browser does not remember it, on a %s',
  async ([, viewport]) => {
    allowWhatIsNotThere();
    const { username, postId, browser } = await personWithPosts();
    const page = await screens.desktop({ viewport, as: browser });
    await page.goto('/signin');
    await slowDown(page);
    await expectStill(
      page,
      ['/', `/@${username}`, `/@${username}/${postId}`, '/signin', '/register', ...OWN_PAGES],
      () => forget(page),
    );
  },
);

it.for(Object.entries(WIDTHS))(
  'signed out where the browser remembers a session, on a %s',
  async ([, viewport]) => {
    // The page asks for whoever was here, and is told that nobody is.
    screens.complaints.allow(/^401 \/api\/timelines\/home$/);
    const { username, postId, browser } = await personWithPosts();
    const page = await screens.desktop({ viewport });
    await slowDown(page);
    await expectStill(page, ['/', `/@${username}`, `/@${username}/${postId}`, '/signin'], async () => {
      await page.context().addCookies(cookiesOf(browser));
      await page.goto('/account');
      await page.getByRole('heading', { name: 'Settings' }).waitFor();
      // What it still asks for would be refused.
      await page.waitForLoadState('networkidle');
      await page.context().clearCookies();
    });
  },
);

it('with the service worker active, signed in', async () => {
  allowWhatIsNotThere();
  const { username, postId, browser } = await personWithPosts();
  const page = await screens.desktop({ as: browser });
  await page.goto('/phone');
  await workerOf(page.context());
  await expectStill(page, [...publicPages(username, postId), ...OWN_PAGES]);
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
});

it('and what moves is measured', async () => {
  const page = await screens.desktop();
  await page.route('**/api/posts', (route) => route.fulfill({ json: { items: [], next: null } }));
  await page.addInitScript(() => {
    setTimeout(() => {
      const bar = document.createElement('p');
      bar.textContent = 'This pushes everything down. '.repeat(40);
      document.getElementById('main')?.prepend(bar);
    }, 600);
  });
  expect((await shiftOf(page, '/')).shift).toBeGreaterThan(MOST);
});
