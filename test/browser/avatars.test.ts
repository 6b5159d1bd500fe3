/** A picture of oneself: chosen in the form for a profile, and seen wherever its owner is. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { avatarIn } from '../../shared/media/media.ts';
import { newPostId } from '../../shared/posts/post.ts';
import { postStore } from '../../shared/posts/post-store.ts';
import type { Browser } from '../support/browser.ts';
import { jpeg } from '../support/images.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { button, focused } from './support/flows.ts';
import { screens as startScreens, WIDTHS } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** The pictures of people on a page that have come, each by its path, once. */
const seenOn = (page: Page, within = 'body') =>
  page
    .locator(`${within} .avatar img`)
    .evaluateAll((images) =>
      (images as HTMLImageElement[])
        .filter((image) => image.complete && image.naturalWidth > 0 && image.checkVisibility())
        .map((image) => new URL(image.src).pathname),
    )
    .then((paths) => [...new Set(paths)]);

async function choose(page: Page, buffer: Buffer, name = 'me.jpg'): Promise<void> {
  await page.getByLabel('Choose a picture').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
}

const arrived = (page: Page) => page.locator('.avatar-field progress').waitFor({ state: 'detached' });

async function withAvatar(browser: Browser): Promise<string> {
  const { id } = await browser.succeed('media-create', {
    rawBody: Buffer.from(await jpeg(300, 300)),
    headers: { 'content-type': 'image/jpeg' },
    query: { for: 'avatar' },
  });
  return (await browser.succeed('profile-edit', { body: { avatar: id } })).avatar ?? '';
}

describe('a picture of oneself', { timeout: 180_000 }, () => {
  it.for(Object.entries(WIDTHS))(
    'is chosen, seen by others, replaced and removed, on a %s',
    async ([, viewport]) => {
      const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
      const body = `Here I am, ${susan.username}`;
      await susan.browser.succeed('post-create', { body: { body } });
      const page = await screens.desktop({ as: susan.browser, viewport });
      await page.goto(`/@${susan.username}`);
      await button(page, 'Edit profile').click();
      await choose(page, await jpeg(1200, 600));
      // Round, and cut from the middle: red at the left, blue at the right.
      const preview = page.locator('.avatar-field canvas');
      await preview.waitFor();
      expect(
        await preview.evaluate((canvas) => {
          const { width, height } = canvas as HTMLCanvasElement;
          return [width, height, getComputedStyle(canvas).borderRadius];
        }),
      ).toEqual([512, 512, '50%']);
      await arrived(page);
      await button(page, 'Save').click();
      await focused(button(page, 'Edit profile'));
      const { avatar = '' } = await susan.browser.succeed('user', { params: { username: susan.username } });
      expect(avatarIn(avatar)).toBeDefined();
      // In the head, beside the post, and where one's own name is.
      await expect.poll(() => seenOn(page)).toEqual([avatar]);
      await expect.poll(() => seenOn(page, '.post')).toEqual([avatar]);
      await expect.poll(() => seenOn(page, 'header')).toEqual([avatar]);

      const other = await screens.desktop({ as: tom.browser, viewport });
      await other.goto('/?everybody');
      const post = other.getByRole('article').filter({ hasText: body });
      await post.waitFor();
      await expect.poll(() => seenOn(other, `.post:has-text("${body}")`)).toEqual([avatar]);
      const stranger = await screens.desktop({ viewport, javaScriptEnabled: false });
      await stranger.goto(`/@${susan.username}`);
      expect(await stranger.locator('.profile .avatar img').getAttribute('src')).toBe(avatar);

      await button(page, 'Edit profile').click();
      await button(page, 'Remove picture').click();
      await focused(page.getByLabel('Choose a picture'));
      await button(page, 'Save').click();
      await focused(button(page, 'Edit profile'));
      await expect.poll(() => page.locator('.avatar img').count()).toBe(0);
      // What was taken back is on no page any more, from the very next one on.
      await other.reload();
      await post.waitFor();
      expect(await post.locator('.avatar img').count()).toBe(0);
    },
  );

  it('is refused by the sentence of any picture, and what was there stays', async () => {
    screens.complaints.allow(/^4\d\d /);
    const { browser, username } = await newPerson(nod);
    const before = await withAvatar(browser);
    const page = await screens.desktop({ as: browser });
    await page.goto(`/@${username}`);
    await button(page, 'Edit profile').click();
    await choose(page, Buffer.from('no picture at all'));
    await page.locator('#avatar-error').waitFor();
    await button(page, 'Save').click();
    await page.getByRole('alert').getByText('This picture did not arrive.').waitFor();
    await button(page, 'Cancel').click();
    await expect.poll(() => seenOn(page)).toEqual([before]);
    expect((await browser.succeed('user', { params: { username } })).avatar).toBe(before);
  });

  it('that is refused is taken away, and what was there comes back; once more, and that goes as well', async () => {
    screens.complaints.allow(/^4\d\d /);
    const { browser, username } = await newPerson(nod);
    const before = await withAvatar(browser);
    const page = await screens.desktop({ as: browser });
    await page.goto(`/@${username}`);
    await button(page, 'Edit profile').click();
    await choose(page, Buffer.from('no picture at all'));
    await page.locator('#avatar-error').waitFor();
    await button(page, 'Remove picture').click();
    await page.locator('#avatar-error').waitFor({ state: 'detached' });
    await expect.poll(() => seenOn(page, '.avatar-field')).toEqual([before]);
    await button(page, 'Save').click();
    await focused(button(page, 'Edit profile'));
    const avatarNow = async () => (await browser.succeed('user', { params: { username } })).avatar;
    expect(await avatarNow()).toBe(before);
    await button(page, 'Edit profile').click();
    await button(page, 'Remove picture').click();
    await button(page, 'Remove picture').waitFor({ state: 'detached' });
    await button(page, 'Save').click();
    await focused(button(page, 'Edit profile'));
    expect(await avatarNow()).toBeUndefined();
  });

  it('is pasted where there is a picture alone, and is no picture of a text, nor a file of another kind', async () => {
    const { browser, username } = await newPerson(nod);
    const page = await screens.desktop({ as: browser });
    await page.goto(`/@${username}`);
    await button(page, 'Edit profile').click();
    const base64 = (await jpeg(80, 80)).toString('base64');
    /** @returns whether the browser does what it does by itself */
    const brought = (event: 'paste' | 'drop', type: string, text?: string) =>
      page.locator('.profile-form').evaluate(
        (form, { event, type, text, base64 }) => {
          const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], 'x', { type }));
          if (text !== undefined) data.setData('text/plain', text);
          const options = { bubbles: true, cancelable: true };
          return form.dispatchEvent(
            event === 'paste'
              ? new ClipboardEvent('paste', { ...options, clipboardData: data })
              : new DragEvent('drop', { ...options, dataTransfer: data }),
          );
        },
        { event, type, text, base64 },
      );
    expect(await brought('paste', 'image/png', 'From a table')).toBe(true);
    expect(await brought('drop', 'application/pdf')).toBe(false);
    expect(await page.locator('.avatar-field canvas, #avatar-error').count()).toBe(0);
    expect(await brought('paste', 'image/jpeg')).toBe(false);
    await page.locator('.avatar-field canvas').waitFor();
    await arrived(page);
  });

  it('is sent again where the line was lost, and dropped on the form as well', async () => {
    screens.complaints.allow(/^failed \/api\/media/);
    const { browser, username } = await newPerson(nod);
    const page = await screens.desktop({ as: browser, serviceWorkers: 'block' });
    await page.goto(`/@${username}`);
    await button(page, 'Edit profile').click();
    await page.route('**/api/media**', (route) => route.abort());
    const base64 = (await jpeg(80, 80)).toString('base64');
    await page.locator('.profile-form').evaluate((form, base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], 'me.jpg', { type: 'image/jpeg' }));
      form.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, base64);
    await button(page, 'Try again').waitFor();
    await page.unroute('**/api/media**');
    await button(page, 'Try again').click();
    await arrived(page);
    await button(page, 'Save').dblclick();
    await focused(button(page, 'Edit profile'));
    await expect.poll(async () => (await seenOn(page)).length).toBe(1);
  });

  it('leaves the letter where it fails, in the same place', async () => {
    screens.complaints.allow(/404|net::/);
    const { browser, username } = await newPerson(nod);
    await withAvatar(browser);
    const page = await screens.desktop({ serviceWorkers: 'block' });
    await page.route('**/media/**', (route) => route.fulfill({ status: 404 }));
    await page.goto(`/@${username}`);
    const image = page.locator('.profile .avatar img');
    await expect.poll(() => image.evaluate((img) => getComputedStyle(img).visibility)).toBe('hidden');
    const box = await page.locator('.profile .avatar').boundingBox();
    expect([box?.width, box?.height]).toEqual([72, 72]);
    expect(await page.locator('.profile .avatar').textContent()).toContain('U');
  });
});

describe('the lists of a profile', () => {
  async function withPostsAndReplies() {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const { id: replyTo } = await tom.browser.succeed('post-create', { body: { body: 'Tom asks' } });
    for (let at = 0; at < 25; at++)
      await susan.browser.succeed('post-create', { body: { body: `Post ${at}` } });
    for (let at = 0; at < 25; at++)
      await susan.browser.succeed('post-create', { body: { body: `Answer ${at}`, replyTo } });
    await susan.browser.succeed('post-like', { params: { postId: replyTo } });
    return { ...susan, tom };
  }

  it('have addresses of their own, and keep their place on the way back and when loaded anew', async () => {
    const { browser, username, tom } = await withPostsAndReplies();
    const page = await screens.desktop({ as: browser });
    await page.goto(`/@${username}`);
    const tabs = page.getByRole('navigation', { name: 'Posts' });
    const current = tabs.locator('[aria-current=page]');
    await tabs.getByRole('link', { name: 'Likes' }).waitFor();
    expect(await tabs.getByRole('link').allTextContents()).toEqual(['Posts', 'Replies', 'Likes']);
    expect(await current.textContent()).toBe('Posts');
    await page.getByText('Post 24').waitFor();
    expect(await page.getByText('Answer 24').count()).toBe(0);

    // By keyboard alone.
    await tabs.getByRole('link', { name: 'Posts' }).focus();
    await page.keyboard.press('Tab');
    await focused(tabs.getByRole('link', { name: 'Replies' }));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/@${username}/replies`);
    await page.getByText('Answer 24').waitFor();
    expect(await current.textContent()).toBe('Replies');
    expect(await page.getByText('Post 24').count()).toBe(0);
    await page.reload();
    await page.getByText('Answer 24').waitFor();
    expect(await current.textContent()).toBe('Replies');
    // The next page comes by itself.
    await page.mouse.wheel(0, 20_000);
    await page.getByText('Answer 0').waitFor();
    await page.getByText('Answer 0').scrollIntoViewIfNeeded();
    await page.locator('article', { hasText: 'Answer 1' }).last().locator('.post-time').click();
    await page.waitForURL(/pst_/);
    await page.goBack();
    await page.getByText('Answer 0').waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(1000);

    await page.goto(`/@${username}/likes`);
    await page.getByText('Tom asks').waitFor();
    await page.goto(`/@${tom.username}/likes`);
    await page.getByText('Likes are private.').waitFor();
    expect(await tabs.getByRole('link').allTextContents()).toEqual(['Posts', 'Replies']);
    await page.goto(`/@${tom.username}/replies`);
    await page.getByText('No replies yet.').waitFor();
  });

  it('are there without scripts, but for likes, which are nobody else’s business', async () => {
    screens.complaints.allow(/^404 /);
    const { username } = await withPostsAndReplies();
    const page = await screens.desktop({ javaScriptEnabled: false });
    await page.goto(`/@${username}`);
    await page.getByRole('link', { name: 'Replies' }).click();
    await page.getByText('Answer 24').waitFor();
    expect(await page.getByText('Post 24').count()).toBe(0);
    await page.goto(`/@${username}/likes`);
    await page.getByText('Likes are private.').waitFor();
    expect(await page.getByText('Tom asks').count()).toBe(0);
    expect((await page.goto('/@nobody_here/likes'))?.status()).toBe(404);
  });

  it('have what is there, however much of the other kind stands before it', async () => {
    const { browser, username } = await newPerson(nod);
    const { id } = await browser.succeed('post-create', { body: { body: 'The only post' } });
    const posts = postStore(nod.db);
    const post = await posts.get(id);
    if (post === undefined) throw new Error('it is not there');
    const answered = { id: post.id, author: post.userId };
    const replies = Array.from({ length: 90 }, () =>
      posts.create({
        ...post,
        id: newPostId(new Date()),
        replyTo: { ...answered, username },
        thread: answered,
      }),
    );
    await nod.db.write(...replies);
    for (const as of [browser, undefined]) {
      const page = await screens.desktop(as === undefined ? {} : { as });
      await page.goto(`/@${username}`);
      await page.getByText('The only post').waitFor();
      expect(await page.getByRole('article').count()).toBe(1);
      expect(await page.getByText('No posts yet.').count()).toBe(0);
    }
  });

  it('say what somebody has just written where it belongs', async () => {
    const { browser, username } = await withPostsAndReplies();
    const page = await screens.desktop({ as: browser });
    await page.goto(`/@${username}/replies`);
    await page.locator('#header a[href="/#post-body"]').first().waitFor();
    await page.keyboard.press('n');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Your post' }).fill('Not a reply');
    await dialog.getByRole('button', { name: 'Post' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.locator('article', { hasText: 'Not a reply' }).count()).toBe(0);
  });
});

describe('the day on which somebody was last here', () => {
  it('stays shown, whatever else is changed, after the page was loaded anew as well', async () => {
    const { browser, username } = await newPerson(nod);
    await browser.succeed('profile-edit', { body: { showsLastSeen: true } });
    const page = await screens.desktop({ as: browser, serviceWorkers: 'block' });
    await page.goto(`/@${username}`);
    await button(page, 'Edit profile').click();
    await page.getByLabel('About you').fill('Bees');
    await page.reload();
    await expect.poll(() => page.getByLabel('About you').inputValue()).toBe('Bees');
    const box = page.getByRole('checkbox', { name: 'Show on which day you were last here' });
    // The document does not know it; what its owner is answered does.
    await expect.poll(() => box.isChecked()).toBe(true);
    await button(page, 'Save').click();
    await focused(button(page, 'Edit profile'));
    const seen = async () => (await browser.succeed('user', { params: { username } })).lastSeen;
    expect(await seen()).toBeDefined();

    // Nor does it go where the answer has not come before it is saved.
    await page.route('**/api/users/*', (route) => route.abort());
    screens.complaints.allow(/^failed \/api\/users/);
    await page.reload();
    await button(page, 'Edit profile').click();
    await page.getByLabel('About you').fill('Bees and tomatoes');
    await button(page, 'Save').click();
    await focused(button(page, 'Edit profile'));
    expect(await seen()).toBeDefined();
    await button(page, 'Edit profile').click();
    await box.uncheck();
    await button(page, 'Save').click();
    await focused(button(page, 'Edit profile'));
    expect(await seen()).toBeUndefined();
  });

  it('is shown once they want it, to who is signed in, and moves nothing', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const page = await screens.desktop({ as: susan.browser, viewport: WIDTHS.phone });
    await page.goto(`/@${susan.username}`);
    await button(page, 'Edit profile').click();
    const box = page.getByRole('checkbox', { name: 'Show on which day you were last here' });
    expect(await box.isChecked()).toBe(false);
    await box.check();
    await button(page, 'Save').click();
    const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
    await page.getByText(`Last here: ${day.format(new Date())}`).waitFor();

    await susan.browser.succeed('follow', { params: { username: tom.username } });
    const other = await screens.desktop({ as: tom.browser, viewport: WIDTHS.phone });
    await other.goto(`/@${susan.username}`);
    await other.getByText('Last here:').waitFor();
    await other.getByText('Follows you').waitFor();
    expect((await other.locator('.profile-aside').boundingBox())?.height).toBeLessThanOrEqual(72);
    const boxes = [other.locator('.profile-seen'), other.locator('.follows-you')];
    const [seen, follows] = await Promise.all(boxes.map((box) => box.boundingBox()));
    expect((seen?.x ?? 0) + (seen?.width ?? 0)).toBeLessThanOrEqual(follows?.x ?? 0);
    const stranger = await screens.desktop();
    await stranger.goto(`/@${susan.username}`);
    await stranger.getByRole('heading', { level: 1 }).waitFor();
    expect(await stranger.getByText('Last here').count()).toBe(0);
  });
});
