/** The public pages come with content: read without a script, and taken over by it without a jump. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { button, signedIn } from './support/flows.ts';
import { screens as startScreens, WIDTHS } from './support/screens.ts';

const nod = startNod({ triggers: true });
const screens = startScreens(nod);

const LONG = 'A long post.\n'.repeat(38);

async function personWithPosts() {
  const person = await newPerson(nod);
  const tag = `of${person.username.replaceAll('_', '')}`;
  const bodies = [`First by ${person.username}`, LONG, `Last by ${person.username} #${tag}`];
  let id = '';
  for (const body of bodies) ({ id } = await person.browser.succeed('post-create', { body: { body } }));
  const profile = `/@${person.username}`;
  return {
    ...person,
    profile,
    path: `${profile}/${id}`,
    last: bodies[2] ?? '',
    postId: id,
    tag: `/tags/${tag}`,
  };
}

/** What is posted follows the stream to where its tags are listed. */
const foundBy = (tag: string, postId: string) =>
  expect.poll(async () => (await fetch(nod.origin + tag)).text()).toContain(postId);

const articles = (page: Page) => page.getByRole('article');

/** Holds back the scripts until it is called, and says which calls of the API the page has made. */
async function withoutScriptYet(page: Page) {
  const may = Promise.withResolvers<void>();
  await page.route('**/assets/*.js', async (route) => {
    await may.promise;
    await route.continue().catch(() => {});
  });
  const calls: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) calls.push(pathname.replace('/api/', ''));
  });
  return { letScriptsIn: may.resolve, calls };
}

/** What a service worker asks for, which windows keep from test to test, goes past what a test holds back or changes. */
const WITHOUT_WORKER = { serviceWorkers: 'block' } as const;

/** Where everything stands that a reader looks at. */
const places = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        '.logo, h1, h2, article, article p, .profile, .composer, .home-lists, .under-list',
      ),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const name = `${element.tagName} ${element.id || element.className}`;
        return [name.replace(' p-', ''), x, y, width, height].join(' ');
      }),
  );

describe('without JavaScript', () => {
  it('posts are read, whole, and nothing is offered that would not work', async () => {
    const { profile, path, last } = await personWithPosts();
    const page = await screens.desktop({ javaScriptEnabled: false });
    for (const address of ['/', profile]) {
      await page.goto(address);
      await articles(page).filter({ hasText: last }).waitFor();
      const long = articles(page).filter({ hasText: 'A long post.' }).first().locator('p');
      const room = await long.locator('..').boundingBox();
      expect(room?.height).toBe((await long.boundingBox())?.height);
      // Playwright looks for no text there.
      await page.locator('noscript .without-script').waitFor();
      expect(await page.getByRole('button').count()).toBe(0);
    }
    await page.goto(path);
    await articles(page).filter({ hasText: last }).waitFor();
    await page.getByText(/ UTC$/).waitFor();
  });

  it('what is not there is said', async () => {
    screens.complaints.allow(/^404 \/@/);
    const page = await screens.desktop({ javaScriptEnabled: false });
    await page.goto('/@nobody_here');
    await page.getByRole('heading', { name: 'Nobody is called @nobody_here' }).waitFor();
  });
});

describe.each(Object.entries(WIDTHS))('on a %s, the script', (_, viewport) => {
  it.for(['home', 'profile', 'post', 'tag'] as const)(
    'takes over without a jump or a question: %s',
    async (which) => {
      const { profile, path, last, postId, tag } = await personWithPosts();
      if (which === 'tag') await foundBy(tag, postId);
      const page = await screens.desktop({ viewport, ...WITHOUT_WORKER });
      const { letScriptsIn, calls } = await withoutScriptYet(page);
      await page.goto({ home: '/', profile, post: path, tag }[which], { waitUntil: 'commit' });
      await articles(page).filter({ hasText: last }).waitFor();
      // It is the document's end, which may come later than what is shown.
      await page.locator('#given').waitFor({ state: 'attached' });
      const before = await places(page);
      letScriptsIn();
      await page.waitForFunction(() => document.querySelector('#given') === null);
      expect(await places(page)).toEqual(before);
      await page.waitForLoadState('networkidle');
      expect(await places(page)).toEqual(before);
      expect(calls).toEqual(['status']);
      expect(await page.locator('#live').textContent()).toBe('');
    },
  );

  it('shows at once where to write, in its place, to who was here before', async () => {
    const { browser, last } = await personWithPosts();
    const page = await screens.desktop({ viewport, as: browser, ...WITHOUT_WORKER });
    await page.goto('/');
    await signedIn(page);
    const { letScriptsIn, calls } = await withoutScriptYet(page);
    await page.goto('/', { waitUntil: 'commit' });
    await page.locator('.composer').waitFor();
    await page.locator('#given').waitFor({ state: 'attached' });
    const before = await places(page);
    expect(before.filter((place) => place.includes('composer'))).toHaveLength(1);
    // They have a list of their own, which the document does not know.
    expect(await articles(page).filter({ visible: true }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: 'Say it with a nod.' }).isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'Register' }).first().isVisible()).toBe(false);
    letScriptsIn();
    await signedIn(page);
    await articles(page).filter({ hasText: last }).waitFor();
    await page.waitForLoadState('networkidle');
    const isAbove = (place: string) => !/^(H[12]|ARTICLE|P) /.test(place);
    expect((await places(page)).filter(isAbove)).toEqual(before.filter(isAbove));
    expect(calls.filter((call) => /^(posts|timelines)/.test(call))).toEqual(['timelines/home']);
  });
});

describe('what was begun before the script', () => {
  it('goes on: the place that was read, and the focus', async () => {
    const { profile, postId } = await personWithPosts();
    const page = await screens.desktop({ viewport: { width: 390, height: 400 } });
    const { letScriptsIn } = await withoutScriptYet(page);
    await page.goto(profile, { waitUntil: 'commit' });
    const link = page.locator(`a[href="${profile}/${postId}"]`);
    await link.focus();
    await page.evaluate(() => scrollTo({ top: 300, behavior: 'instant' }));
    letScriptsIn();
    await page.waitForFunction(() => document.querySelector('#given') === null);
    expect(await page.evaluate(() => scrollY)).toBe(300);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(
      `${profile}/${postId}`,
    );
  });
});

describe('an old document', () => {
  it('of a browser that goes back is put right', async () => {
    const { browser, profile, postId, last } = await personWithPosts();
    const page = await screens.desktop(WITHOUT_WORKER);
    await page.route(nod.origin + profile, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      await browser.succeed('post-delete', { params: { postId } });
      await route.fulfill({
        response,
        body: html.replace(/"at":"[^"]+"/, '"at":"2026-01-01T00:00:00.000Z"'),
      });
    });
    await page.goto(profile);
    await articles(page).filter({ hasText: last }).waitFor({ state: 'detached' });
    await articles(page).filter({ hasText: 'First by' }).waitFor();
  });
});

describe('where the function fails', () => {
  it.for(['InternalServerError', 'cut'] as const)(
    'the file stands in, whose script asks: %s',
    async (fault) => {
      const { profile, last } = await personWithPosts();
      nod.recordingProxy.disturb(fault, { from: 'page' });
      const page = await screens.desktop();
      const response = await page.goto(profile);
      expect(response?.status()).toBe(200);
      expect(await response?.text()).not.toContain(last);
      await articles(page).filter({ hasText: last }).waitFor();
      expect(nod.recordingProxy.callsFrom('page').length).toBeGreaterThan(0);
      nod.recordingProxy.mend();
    },
  );
});

describe('a program that reads feeds', () => {
  const feedsIn = (page: Page) =>
    page
      .locator('head link[rel="alternate"]')
      .evaluateAll((links) =>
        links.map((link) => [link.getAttribute('type'), (link as HTMLLinkElement).href]),
      );
  const feedsOf = (path: string) => [
    ['application/atom+xml', `${nod.origin}${path}/feed.xml`],
    ['application/feed+json', `${nod.origin}${path}/feed.json`],
  ];

  it.for(['from its function', 'from the file that stands in'] as const)(
    'finds them in the head of a profile and of a tag, %s',
    async (from) => {
      const { profile, tag, last, postId } = await personWithPosts();
      await foundBy(tag, postId);
      if (from !== 'from its function') nod.recordingProxy.disturb('InternalServerError', { from: 'page' });
      const page = await screens.desktop();
      for (const path of [profile, tag]) {
        await page.goto(path);
        await articles(page).filter({ hasText: last }).waitFor();
        expect(await feedsIn(page)).toEqual(feedsOf(path));
      }
      nod.recordingProxy.mend();
    },
  );

  it('is given the address by whoever looks at the profile', async () => {
    const { profile, last } = await personWithPosts();
    const page = await screens.desktop();
    await page.goto(profile);
    const link = page.getByRole('link', { name: 'Follow by feed' });
    const href = await link.getAttribute('href');
    expect(href).toBe(`${profile}/feed.xml`);
    expect(await (await fetch(nod.origin + href)).text()).toContain(last.split(' #')[0]);
  });

  it('is told of none where there is nobody', async () => {
    screens.complaints.allow(/^404 \/@/);
    const page = await screens.desktop();
    await page.goto('/@nobody_here');
    await page.getByRole('heading', { name: 'Nobody is called @nobody_here' }).waitFor();
    expect(await feedsIn(page)).toEqual([]);
  });
});

it('the home page makes at most seven requests', async () => {
  await personWithPosts();
  const page = await screens.desktop();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  expect(requests.length, requests.join(' ')).toBeLessThanOrEqual(7);
  // What all pages have, the words of the language, and its own.
  expect(requests.filter((path) => path.endsWith('.js'))).toHaveLength(3);
});

it('the times stay as they came until they grow old, since a browser’s first formatter takes a while', async () => {
  const { last } = await personWithPosts();
  const page = await screens.desktop();
  await page.clock.install();
  await page.addInitScript(() => {
    const made = { count: 0 };
    Object.assign(globalThis, { made });
    for (const name of ['DateTimeFormat', 'RelativeTimeFormat', 'NumberFormat', 'PluralRules'] as const) {
      const counted = new Proxy(Intl[name], {
        construct(formatter, values, of) {
          made.count++;
          return Reflect.construct(formatter, values, of);
        },
      });
      Object.defineProperty(Intl, name, { value: counted });
    }
  });
  const formatters = () =>
    page.evaluate(() => (globalThis as unknown as { made: { count: number } }).made.count);
  await page.goto('/');
  const time = articles(page).filter({ hasText: last }).locator('time');
  const zoned = await time.getAttribute('title');
  expect(zoned).toMatch(/UTC$/);
  await button(page, 'Show more').first().waitFor();
  expect(await formatters()).toBe(0);
  await page.clock.fastForward(31_000);
  await expect.poll(() => time.getAttribute('title')).not.toBe(zoned);
  expect(await formatters()).toBeGreaterThan(0);
});
