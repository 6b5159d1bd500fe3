/** Finding one's way: the places, the keys, and timelines that never jump and keep their place. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { PostId } from '../../shared/ids.ts';
import { cookiesOf } from '../support/chromium.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername } from '../support/people.ts';
import { button, focused, signOutOn } from './support/flows.ts';
import { screens as startScreens, WIDTHS } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const composer = (page: Page) => page.getByRole('textbox', { name: 'Your post' });
const article = (page: Page, body: string) => page.getByRole('article').filter({ hasText: body });
const newPost = (page: Page) => page.getByRole('link', { name: 'New post' });

/** Somebody with so many posts, the newest of which is numbered highest. */
async function personWithPosts(posts: number) {
  const person = await newPerson(nod);
  const word = newUsername();
  const write = (number: number) =>
    person.browser.succeed('post-create', { body: { body: `${word} no. ${number}.` } });
  for (let at = 1; at <= posts; at++) await write(at);
  const numbered = (page: Page, number: number) => article(page, `${word} no. ${number}.`);
  return { ...person, write, numbered };
}

/** How far an element begins below the upper edge of the window. */
const topOf = async (page: Page, id: string): Promise<number> =>
  page.evaluate((id) => document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN, id);

/** Lets the page look for what is new, as when the bell rings. */
const ring = (page: Page) => page.evaluate(() => dispatchEvent(new Event('nod-ring')));

describe('the places', () => {
  it('stand at the side of a wide screen and at the lower edge of a phone’s, for whoever is there', async () => {
    const { browser, username } = await newPerson(nod);
    const page = await screens.desktop();
    const places = () => page.getByRole('navigation').getByRole('link').allInnerTexts();
    const box = async () =>
      (await page.getByRole('link', { name: 'Home', exact: true }).boundingBox()) ?? { x: -1, y: -1 };
    await page.goto('/');
    expect(await places()).toEqual(['Home', 'Search', 'Sign in', 'Register']);
    expect(await newPost(page).count()).toBe(0);
    await page.context().addCookies(cookiesOf(browser));
    await page.goto('/account');
    await newPost(page).waitFor();
    expect(await places()).toEqual(['Home', 'Search', 'Notices', 'Messages', 'Profile', 'Saved', 'Settings']);
    const main = await page.getByRole('main').boundingBox();
    expect((await box()).x).toBeLessThan(main?.x ?? 0);
    const current = page.getByRole('navigation').locator('[aria-current]');
    expect(await current.allInnerTexts()).toEqual(['Settings']);

    await page.setViewportSize(WIDTHS.phone);
    expect((await box()).y).toBeGreaterThan(WIDTHS.phone.height - 80);
    expect(await newPost(page).isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Profile', exact: true }).click();
    await page.waitForURL(`/@${username}`);
    expect(await newPost(page).isVisible()).toBe(true);
  });

  it('lead to where one writes: on the home page there, elsewhere over the page', async () => {
    const { browser, username } = await newPerson(nod);
    const page = await screens.desktop({ as: browser });
    await page.goto('/');
    await newPost(page).click();
    await focused(composer(page));

    await page.goto(`/@${username}`);
    await page.getByText('No posts yet.').waitFor();
    await newPost(page).click();
    await focused(composer(page));
    await page.keyboard.type('From anywhere');
    await page.keyboard.press('Escape');
    await composer(page).waitFor({ state: 'detached' });
    await newPost(page).click();
    expect(await composer(page).inputValue()).toBe('From anywhere');
    await button(page, 'Post').click();
    await article(page, 'From anywhere').waitFor();
    await composer(page).waitFor({ state: 'detached' });

    await page.goto('/#post-body');
    await focused(composer(page));
    expect(page.url()).toBe(`${nod.origin}/`);
  });
});

describe('keys', () => {
  it('go from post to post, press its buttons and write; never while somebody types', async () => {
    const { browser, username, numbered } = await personWithPosts(3);
    const page = await screens.desktop({ as: browser });
    await page.goto(`/@${username}`);
    await numbered(page, 1).waitFor();
    await page.keyboard.press('j');
    await focused(numbered(page, 3));
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await focused(numbered(page, 1));
    await page.keyboard.press('k');
    await focused(numbered(page, 2));

    const liked = page.locator('[data-key="like"][aria-pressed="true"]');
    await page.keyboard.press('Control+l');
    expect(await liked.count()).toBe(0);
    await page.keyboard.press('l');
    await numbered(page, 2).locator(liked).waitFor();
    await page.keyboard.press('r');
    await page.waitForURL(/#reply$/);
    await page.goto(`/@${username}`);
    await numbered(page, 1).waitFor();

    await page.keyboard.press('n');
    await focused(composer(page));
    await page.keyboard.type('jjk?');
    expect(await composer(page).inputValue()).toBe('jjk?');

    await page.goto('/');
    await composer(page).focus();
    await page.keyboard.press('Escape');
    await page.locator('body:focus, body:not(:has(:focus))').waitFor();
  });

  it('are explained, and can be switched off for good', async () => {
    const { browser, numbered } = await personWithPosts(1);
    const page = await screens.desktop({ as: browser });
    await page.goto('/');
    await numbered(page, 1).waitFor();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard' });
    await dialog.getByText('Next post').waitFor();
    await dialog.getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.reload();
    await numbered(page, 1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    await page.goto('/account');
    await button(page, 'Show').click();
    expect(await page.locator('.post:focus').count()).toBe(0);
    await dialog.getByRole('checkbox').check();
    await button(page, 'Close').click();
    await page.goto('/');
    await numbered(page, 1).waitFor();
    await page.keyboard.press('j');
    await page.locator('.post:focus').waitFor();
  });
});

describe('a timeline', () => {
  it('says how many posts are newer, shows them above what is read, and leads up to them', async () => {
    const author = await personWithPosts(25);
    const page = await screens.desktop();
    await page.goto('/');
    await author.numbered(page, 12).scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(100);
    const id = (await author.numbered(page, 12).getAttribute('id')) ?? '';
    const before = await topOf(page, id);
    for (let at = 26; at <= 28; at++) await author.write(at);
    await ring(page);
    const bar = button(page, '3 new posts');
    await bar.waitFor();
    expect(await topOf(page, id)).toBe(before);
    expect(await author.numbered(page, 28).count()).toBe(0);
    await page.getByRole('status').getByText('3 new posts').waitFor({ state: 'attached' });

    await bar.click();
    await author.numbered(page, 28).waitFor();
    await page.waitForTimeout(100);
    expect(Math.abs((await topOf(page, id)) - before)).toBeLessThanOrEqual(1);
    await button(page, 'Up to the newest').click();
    await focused(author.numbered(page, 28));
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await button(page, 'Up to the newest').waitFor({ state: 'detached' });

    // At the top they are simply shown.
    await author.write(29);
    await ring(page);
    await button(page, '1 new post').click();
    await focused(author.numbered(page, 29));
    expect(await button(page, 'Up to the newest').count()).toBe(0);
  });

  it('of one kind looks over so much of the other at once, and further when it is asked to', async () => {
    const { username } = await newPerson(nod);
    const page = await screens.desktop();
    const asked: (string | null)[] = [];
    await page.route('**/api/posts?*', async (route) => {
      const { searchParams } = new URL(route.request().url());
      asked.push(searchParams.get('cursor'));
      const isEnd = asked.length > 7;
      await route.fulfill({ json: { items: [], next: isEnd ? null : `c${asked.length}` } });
    });
    // As a document without content has it ask.
    await page.route(`**/@${username}/replies`, async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(/"items":\[\],"next":null/, '"items":[],"next":"c0"');
      await route.fulfill({ response, body: html });
    });
    await page.goto(`/@${username}/replies`);
    const more = page.getByRole('button', { name: 'Load more' });
    await more.waitFor();
    expect(asked).toEqual([null, 'c1', 'c2', 'c3', 'c4']);
    expect(await page.getByText('No replies yet.').count()).toBe(0);
    await more.click();
    await page.getByText('No replies yet.').waitFor();
    expect(asked.slice(5)).toEqual(['c5', 'c6', 'c7']);
  });

  it('of one kind asks once for what is newer, of whatever kind that is', async () => {
    const { browser, username, numbered } = await personWithPosts(2);
    const page = await screens.desktop();
    await page.goto(`/@${username}`);
    await numbered(page, 2).waitFor();
    const replyTo = (await numbered(page, 2).getAttribute('id')) as PostId;
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname === '/api/posts') asked.push(search);
    });
    await browser.succeed('post-create', { body: { body: 'One more answer', replyTo } });
    const { id } = await browser.succeed('post-create', { body: { body: 'One more post' } });
    await ring(page);
    await page.getByRole('button', { name: '1 new post' }).click();
    await page.getByText('One more post').waitFor();
    expect(await page.getByText('One more answer').count()).toBe(0);
    expect(asked).toHaveLength(1);
    await ring(page);
    await expect.poll(() => asked.length).toBe(2);
    expect(asked[1]).toContain(`after=${id}`);
  });

  it('goes on by itself downwards, keeps its place for the way back, and loses it with the sign-out', async () => {
    const { browser, username, numbered } = await personWithPosts(65);
    const page = await screens.desktop({ as: browser });
    await page.goto(`/@${username}`);
    await numbered(page, 65).waitFor();
    expect(await page.getByRole('article').count()).toBe(20);
    for (let at = 45; at >= 5; at -= 20) await numbered(page, at + 1).scrollIntoViewIfNeeded();
    await numbered(page, 1).waitFor();
    await numbered(page, 20).scrollIntoViewIfNeeded();
    const id = (await numbered(page, 20).getAttribute('id')) ?? '';
    const before = await topOf(page, id);
    await numbered(page, 20).locator('.post-time').click();
    await page.waitForURL(`/@${username}/${id}`);
    await page.getByRole('article').waitFor();
    await page.goBack();
    await numbered(page, 1).waitFor();
    await page.waitForLoadState('networkidle');
    expect(Math.abs((await topOf(page, id)) - before)).toBeLessThanOrEqual(1);

    // What is come to by a link begins at the top.
    await page.goto(`/@${username}`);
    await numbered(page, 65).waitFor();
    expect(await numbered(page, 1).count()).toBe(0);
    expect(await page.evaluate(() => scrollY)).toBe(0);

    await page.goto('/account');
    const kept = () => page.evaluate(() => sessionStorage.getItem('nod.timelines'));
    expect(await kept()).toContain(`/@${username}`);
    await signOutOn(page);
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await kept()).toBeNull();
  });

  it('leaves strangers a way to the foot of the page', async () => {
    await personWithPosts(25);
    const page = await screens.desktop();
    await page.goto('/');
    const footer = page.getByRole('contentinfo').getByRole('button', { name: 'Deutsch' });
    await expect
      .poll(
        async () => {
          await page.mouse.wheel(0, 20_000);
          await page.waitForTimeout(150);
          return footer.evaluate((it) => it.getBoundingClientRect().bottom <= innerHeight);
        },
        { timeout: 30_000 },
      )
      .toBe(true);
  });
});
