/** What one can do with a post, on screens: between two people, by keyboard alone, and where Nod does not answer. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername } from '../support/people.ts';
import { focused, signedIn } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const postOf = (page: Page, body: string) => page.getByRole('article').filter({ hasText: body });
const press = (post: Locator, name: string) => post.getByRole('button', { name });
const isPressed = (button: Locator) => expect.poll(() => button.getAttribute('aria-pressed'));
const named = (button: Locator) => expect.poll(() => button.getAttribute('aria-label'));

/** Somebody who looks at home, where somebody else has written. */
async function twoPeople(body = `Hello from ${newUsername()}`) {
  const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
  const { id } = await susan.browser.succeed('post-create', { body: { body } });
  const page = await screens.desktop({ as: tom.browser });
  await page.goto('/');
  await signedIn(page);
  return { susan, tom, id, page, body, post: postOf(page, body) };
}

describe('between two people', () => {
  it('a post is liked, reposted and saved, which the other sees at once and later', async () => {
    const { susan, tom, id, page, body, post } = await twoPeople();
    const like = press(post, 'Like the post');
    await like.click();
    await isPressed(like).toBe('true');
    await named(like).toBe(`Like the post by ${susan.username}: 1`);
    await press(post, 'Repost the post').click();
    await press(post, 'Save the post').click();
    await expect
      .poll(async () => (await tom.browser.succeed('post', { params: { postId: id } })).mine)
      .toEqual({ liked: true, reposted: true, saved: true });

    const there = await screens.desktop({ as: susan.browser });
    await there.goto(`/@${tom.username}`);
    const seen = postOf(there, body);
    await seen.getByText('Reposted by').waitFor();
    await named(press(seen, 'Like the post')).toBe(`Like the post by ${susan.username}: 1`);
    await isPressed(press(seen, 'Like the post')).toBe('false');

    await page.goto('/saved');
    await postOf(page, body).waitFor();
    const saved = press(postOf(page, body), 'Save the post');
    await isPressed(saved).toBe('true');
    await saved.click();
    await isPressed(saved).toBe('false');
    await expect.poll(async () => (await tom.browser.succeed('saved')).items).toEqual([]);
    await page.reload();
    await page.getByText('Nothing saved yet.').waitFor();
  });

  it('a second press before the answer is what holds in the end', async () => {
    const { tom, id, page, post } = await twoPeople();
    await page.route('**/like', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      await route.continue();
    });
    const like = press(post, 'Like the post');
    await like.click();
    await like.click();
    await isPressed(like).toBe('false');
    await page.waitForLoadState('networkidle');
    await like.click();
    await like.click();
    await like.click();
    await isPressed(like).toBe('true');
    await expect
      .poll(async () => (await tom.browser.succeed('post', { params: { postId: id } })).counts.likes)
      .toBe(1);
  });
});

it('what Nod refuses is shown as it was, with a sentence, and nothing moves', async () => {
  const { susan, id, page, post } = await twoPeople();
  screens.complaints.allow(/^404 \/api\/posts\/pst_/, /^failed \/api\/posts\/pst_/);
  const like = press(post, 'Like the post');
  const before = await post.boundingBox();
  await page.route('**/like', (route) => route.abort());
  await like.click();
  await page.getByRole('status').filter({ hasText: 'Nod cannot be reached' }).waitFor();
  await isPressed(like).toBe('false');
  await named(like).toBe(`Like the post by ${susan.username}`);
  await page.unroute('**/like');
  await susan.browser.succeed('post-delete', { params: { postId: id } });
  await like.click();
  await page.getByRole('status').filter({ hasText: 'There is no such post' }).waitFor();
  await isPressed(like).toBe('false');
  expect(await post.boundingBox()).toEqual(before);
});

it('by keyboard alone a post is liked, and its menu gone through by arrows and left by Escape', async () => {
  const { page, post } = await twoPeople('One letter');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: nod.origin });
  const [like, more] = [press(post, 'Like the post'), press(post, 'More about the post')];
  await like.focus();
  await page.keyboard.press('Space');
  await isPressed(like).toBe('true');
  await focused(like);
  for (const _ of ['save', 'share', 'more']) await page.keyboard.press('Tab');
  await focused(more);
  await page.keyboard.press('Enter');
  const item = (name: string) => page.getByRole('menuitem', { name });
  await focused(item('Copy the text'));
  expect(await more.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowUp');
  await focused(item('Report this post'));
  await page.keyboard.press('ArrowDown');
  await focused(item('Copy the text'));
  await page.keyboard.press('ArrowDown');
  await focused(item('Copy the address'));
  await page.keyboard.press('Home');
  await focused(item('Copy the text'));
  await page.keyboard.press('End');
  await focused(item('Report this post'));
  await page.keyboard.press('Escape');
  await focused(more);
  expect(await more.getAttribute('aria-expanded')).toBe('false');
  expect(await page.getByRole('menu').count()).toBe(0);

  await page.keyboard.press('Enter');
  await focused(item('Copy the text'));
  await page.keyboard.press('Enter');
  await page.getByRole('status').filter({ hasText: 'The text is copied.' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('One letter');
  await focused(more);
});

it('a press on the button of an open menu closes it, and so does one elsewhere', async () => {
  const { page, post } = await twoPeople();
  const more = press(post, 'More about the post');
  const menus = () => expect.poll(() => page.getByRole('menu').count());
  await more.click();
  await menus().toBe(1);
  await more.click();
  await menus().toBe(0);
  await more.click();
  await menus().toBe(1);
  await page.mouse.click(5, 5);
  await menus().toBe(0);
});

it('an address is shared by the system where it has a sheet, and copied where it has none', async () => {
  const { susan, id, page, post } = await twoPeople();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: nod.origin });
  const address = `${nod.origin}/@${susan.username}/${id}`;
  const share = press(post, 'Share the post');
  await page.evaluate(() =>
    Object.defineProperty(navigator, 'share', { value: undefined, configurable: true }),
  );
  await share.click();
  await page.getByRole('status').filter({ hasText: 'The address is copied.' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
  await page.evaluate(() => {
    const share = async (data: ShareData) => {
      document.title = `shared ${data.url}`;
    };
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
  });
  await share.click();
  await expect.poll(() => page.title()).toBe(`shared ${address}`);
});

it('a stranger is led to sign in, and back', async () => {
  const { browser, username } = await newPerson(nod);
  const { id } = await browser.succeed('post-create', { body: { body: 'For all' } });
  const page = await screens.phone();
  const path = `/@${username}/${id}`;
  await page.goto(path);
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  await press(postOf(page, 'For all'), 'Like the post').click();
  await page.waitForURL('**/signin?**');
  expect(new URL(page.url()).searchParams.get('next')).toBe(path);
});
