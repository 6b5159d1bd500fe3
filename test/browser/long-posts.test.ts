/** Posts that are made to take more room than theirs: stacked marks, empty lines, and many lines. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Key } from '../../shared/database.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername } from '../support/people.ts';
import { button } from './support/flows.ts';
import { screens as startScreens, WIDTHS } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const STACKED = [...'Zalgo'].map((letter) => letter + '\u0301\u0321\u0489'.repeat(32)).join('');
const EMPTY_LINES = `a${'\n'.repeat(498)}b`;
const MANY_LINES = 'line\n'.repeat(100).trim();

/** The posts of somebody new, from the first to the last, which stand the other way round. */
async function postsOf(page: Page, bodies: string[]): Promise<{ username: string; posts: Locator[] }> {
  const { username, browser } = await newPerson(nod);
  for (const body of bodies) await browser.succeed('post-create', { body: { body } });
  await page.goto(`/@${username}`);
  const posts = page.getByRole('article');
  await posts.nth(bodies.length - 1).waitFor();
  // The script has drawn them anew.
  await page.locator('html:not([data-visitor])').waitFor();
  return { username, posts: bodies.map((_, index) => posts.nth(bodies.length - 1 - index)) };
}

/** Has the post `OLD` say what Nod has let through before it kept thirty marks. */
async function makeOld(author: string): Promise<void> {
  const row = (await nod.rows()).Posts.find(({ username, body }) => username === author && body === 'OLD');
  await nod.db.update({
    Update: {
      TableName: nod.db.tableName('Posts'),
      Key: { pk: row?.pk, sk: row?.sk } as Key,
      UpdateExpression: 'SET body = :body',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':body': STACKED.repeat(4) },
    },
  });
}

const heightOf = async (element: Locator | undefined) => (await element?.boundingBox())?.height ?? Number.NaN;
const bodyOf = (post: Locator | undefined) => post?.locator('.post-body').textContent();

describe.each(Object.entries(WIDTHS))('on a %s', (_, viewport) => {
  it('stacked marks stay in their post, new ones and those of an old post', async () => {
    const page = await screens.desktop({ viewport });
    const { username, posts } = await postsOf(page, ['Below.', STACKED, 'Between.', 'OLD', 'Above.']);
    await makeOld(username);
    await page.reload();
    await page.locator('html:not([data-visitor])').waitFor();
    const [below, fresh, between, old, above] = posts;
    for (const post of [fresh, old]) {
      expect(await bodyOf(post)).toMatch(/^(?:[Zalgo]\p{M}{30})+$/u);
    }
    const neighbours = () => Promise.all([below, between, above].map((post) => post?.screenshot()));
    const before = await neighbours();
    await page.evaluate(() => {
      for (const body of document.querySelectorAll<HTMLElement>('.post-body')) {
        if (/\p{M}/u.test(body.textContent ?? '')) body.style.visibility = 'hidden';
      }
    });
    expect(await neighbours()).toEqual(before);
  });

  it('empty lines are folded to one', async () => {
    const page = await screens.desktop({ viewport });
    const { posts } = await postsOf(page, [EMPTY_LINES]);
    expect(await bodyOf(posts[0])).toBe('a\n\nb');
    expect(await heightOf(posts[0])).toBeLessThan(200);
    expect(await posts[0]?.getByRole('button', { name: /^Show/ }).count()).toBe(0);
  });

  it('a high post is opened and closed by keyboard, and nothing above the button moves', async () => {
    const page = await screens.desktop({ viewport });
    const { username, posts } = await postsOf(page, ['Last.', MANY_LINES, 'First.']);
    const [last, high] = posts;
    const folded = await heightOf(high);
    expect(await heightOf(high?.locator('.post-frame'))).toBeLessThan(450);
    const more = button(page, 'Show more');
    expect(await more.count()).toBe(1);
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    await more.focus();
    const topWhenFocused = (await high?.boundingBox())?.y;
    await page.keyboard.press('Enter');
    const less = button(page, 'Show less');
    expect(await less.getAttribute('aria-expanded')).toBe('true');
    expect((await high?.boundingBox())?.y).toBe(topWhenFocused);
    expect(await heightOf(high)).toBeGreaterThan(2000);

    // Folded again, the button stays where the person looks.
    await last?.scrollIntoViewIfNeeded();
    const before = (await less.boundingBox())?.y;
    await page.keyboard.press('Enter');
    expect(await more.getAttribute('aria-expanded')).toBe('false');
    expect(await heightOf(high)).toBe(folded);
    expect(Math.abs(((await more.boundingBox())?.y ?? 0) - (before ?? 0))).toBeLessThan(viewport.height);
    await more.and(page.locator(':focus')).waitFor();

    await page.goto((await high?.locator('.post-time').getAttribute('href')) ?? '');
    await page.getByText('line').first().waitFor();
    expect(page.url()).toContain(username);
    expect(await heightOf(page.getByRole('article'))).toBeGreaterThan(2000);
    expect(await page.getByRole('main').getByRole('button', { name: /^Show/ }).count()).toBe(0);
  });
});

it('a post that is written here folds as well, and another width is another height', async () => {
  const { browser } = await newPerson(nod);
  const page = await screens.desktop({ as: browser });
  await page.goto('/');
  const body = `${newUsername()} ${'word '.repeat(90)}`.trim();
  await page.getByRole('textbox', { name: 'Your post' }).fill(body);
  await button(page, 'Post').click();
  const post = page.getByRole('article').filter({ hasText: body.slice(0, 14) });
  await post.waitFor();
  expect(await post.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  await page.setViewportSize({ width: 240, height: 800 });
  await post.getByRole('button', { name: 'Show more' }).waitFor();
  await page.setViewportSize(WIDTHS.desktop);
  await post.getByRole('button', { name: 'Show more' }).waitFor({ state: 'hidden' });
});

it('the name of a phone stays in its line', async () => {
  const { browser, phone } = await newPerson(nod);
  const name = `Z${'\u0301\u0321'.repeat(19)}`;
  await browser.succeed('device-rename', { params: { deviceId: phone.deviceId }, body: { name } });
  const { items } = await browser.succeed('devices');
  expect(items[0]?.name).toMatch(/^Z?\P{M}?\p{M}{30}$/u);

  const page = await screens.desktop({ as: browser });
  await page.goto('/account');
  const phones = page.getByRole('region', { name: 'Phones' });
  const below = phones.getByText('does not ring');
  await below.waitFor();
  const before = await below.screenshot();
  await phones.locator('bdi').evaluate((element) => {
    element.style.visibility = 'hidden';
  });
  expect(await below.screenshot()).toEqual(before);
});
