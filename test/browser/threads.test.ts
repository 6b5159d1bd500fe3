/** Two people in two browsers: they reply to each other, edit, look back, delete and undo. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { button, focused, fromMenu } from './support/flows.ts';
import { screens as startScreens, WIDTHS } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const postOf = (page: Page, body: string) => page.getByRole('article').filter({ hasText: body });
const replyBox = (page: Page) => page.getByRole('textbox', { name: 'Your reply' });

/** Looked at by people, where somebody asks for it. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.PICTURES;
  if (folder === undefined) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, fullPage: true });
  }
}

async function reply(page: Page, body: string): Promise<void> {
  await replyBox(page).fill(body);
  await button(page, 'Reply').click();
  await postOf(page, body).waitFor();
}

describe('a thread', () => {
  it('is written by two people in two browsers', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const { id } = await susan.browser.succeed('post-create', { body: { body: 'Who comes to the lake?' } });
    const path = `/@${susan.username}/${id}`;
    const hers = await screens.desktop({ as: susan.browser });
    const his = await screens.desktop({ as: miguel.browser, viewport: WIDTHS.phone });
    await his.goto(path);
    await replyBox(his).waitFor();
    await his.getByText('No replies yet.').waitFor();
    await reply(his, 'Me, at noon');
    await his.getByRole('status').getByText('Your reply is posted.').waitFor();

    await hers.goto(path);
    await replyBox(hers).waitFor();
    await postOf(hers, 'Me, at noon').waitFor();
    await postOf(hers, 'Me, at noon')
      .getByRole('link')
      .filter({ has: hers.locator('time') })
      .click();
    await hers
      .getByRole('region', { name: 'What this answers' })
      .getByText('Who comes to the lake?')
      .waitFor();
    await reply(hers, 'I bring the cake');
    await picture(hers, 'reply-of-reply');

    // Further in, behind what it answers.
    await his.reload();
    const texts = () => his.getByRole('region', { name: 'Replies' }).locator('.post-body').allTextContents();
    await expect.poll(texts).toEqual(['Me, at noon', 'I bring the cake']);
    expect(await his.locator('.reply[data-depth="1"]').count()).toBe(1);
    await picture(his, 'thread-phone');

    // He edits, and she reads what it said before.
    await postOf(his, 'Me, at noon')
      .getByRole('link')
      .filter({ has: his.locator('time') })
      .click();
    await fromMenu(postOf(his, 'Me, at noon'), 'Edit this post');
    const editBox = his.getByRole('textbox', { name: 'The text of your post' });
    await focused(editBox);
    await editBox.fill('Me, at one');
    await picture(his, 'editing-phone');
    await button(his, 'Save').click();
    await his.getByRole('main').getByText('Me, at one').waitFor();
    await focused(postOf(his, 'Me, at one').getByRole('button', { name: 'More about the post' }));
    await hers.reload();
    await hers.getByRole('link', { name: 'edited' }).click();
    const dialog = hers.getByRole('dialog', { name: 'What this post said' });
    await dialog.getByText('Me, at noon').waitFor();
    await picture(hers, 'history');
    await hers.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => new URL(hers.url()).hash).toBe('');

    // He deletes, thinks again by keyboard, and deletes for good; his place stays, for she has answered.
    await fromMenu(postOf(his, 'Me, at one'), 'Delete this post');
    await his.getByRole('heading', { name: 'Your post is deleted' }).waitFor();
    await focused(button(his, 'Undo'));
    await picture(his, 'deleted-phone');
    await his.keyboard.press('Enter');
    await his.getByRole('main').getByText('Me, at one').waitFor();
    await fromMenu(postOf(his, 'Me, at one'), 'Delete this post');
    await button(his, 'Undo').waitFor();
    await his.goto(path);
    await expect
      .poll(async () => {
        await his.reload();
        return his.getByText('This post was deleted.').count();
      })
      .toBe(1);
    await picture(his, 'place-phone');
    await postOf(his, 'I bring the cake').waitFor();
  }, 120_000);

  it('leads strangers to sign in and back, and says who may reply', async () => {
    const susan = await newPerson(nod);
    const page = await screens.desktop({ as: susan.browser });
    await page.goto('/');
    await page.getByRole('textbox', { name: 'Your post' }).fill('No answers, please');
    await page.getByLabel('Who may reply').selectOption('nobody');
    await picture(page, 'composer');
    await button(page, 'Post').click();
    await postOf(page, 'No answers, please').waitFor();
    const open = await susan.browser.succeed('post-create', { body: { body: 'Answer me' } });
    const { items } = await susan.browser.succeed('posts', { query: { author: susan.username } });
    const stranger = await screens.desktop();
    const at = (id: string | undefined) => `/@${susan.username}/${id}`;
    await stranger.goto(at(items[1]?.id));
    await stranger.getByText('Nobody may reply here.').waitFor();
    await stranger.goto(at(open.id));
    await picture(stranger, 'stranger');
    await stranger.getByRole('link', { name: 'Sign in to reply' }).click();
    await stranger.waitForURL((url) => url.pathname === '/signin');
    expect(new URL(stranger.url()).searchParams.get('next')).toBe(at(open.id));
  }, 60_000);

  it('is answered from the row under a post, and edited from its menu, wherever it stands', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const { id } = await susan.browser.succeed('post-create', { body: { body: 'Anybody here?' } });
    const path = `/@${susan.username}/${id}`;
    const his = await screens.desktop({ as: miguel.browser, viewport: WIDTHS.phone });
    const toReply = (page: Page, body: string) =>
      postOf(page, body).getByRole('link', { name: 'Reply to the post' });
    await his.goto('/');
    await toReply(his, 'Anybody here?').click();
    await his.waitForURL((url) => url.pathname === path);
    await focused(replyBox(his));
    await expect.poll(() => new URL(his.url()).hash).toBe('');
    await reply(his, 'Just me');
    await toReply(his, 'Anybody here?').click();
    await focused(replyBox(his));

    // A post of one's own is written over this page, too, and both fields are there.
    const hers = await screens.desktop({ as: susan.browser });
    await hers.goto('/');
    await fromMenu(postOf(hers, 'Anybody here?'), 'Edit this post');
    await hers.waitForURL((url) => url.pathname === path);
    const editBox = hers.getByRole('textbox', { name: 'The text of your post' });
    await focused(editBox);
    await editBox.fill('Is anybody here?');
    await button(hers, 'Save').click();
    const post = postOf(hers, 'Is anybody here?');
    await focused(post.getByRole('button', { name: 'More about the post' }));
    await picture(hers, 'edited');
    await hers.getByRole('link', { name: 'New post' }).click();
    await focused(hers.getByRole('textbox', { name: 'Your post' }));
    await hers.keyboard.press('Escape');
    await hers.locator('#post-body').waitFor({ state: 'detached' });

    // Whom she mutes is gone from her page at once.
    await fromMenu(postOf(hers, 'Just me'), `Mute @${miguel.username}`);
    await postOf(hers, 'Just me').waitFor({ state: 'detached' });
  }, 60_000);

  it('is kept clean by whoever began it', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const root = await susan.browser.succeed('post-create', { body: { body: 'Be kind' } });
    await miguel.browser.succeed('post-create', { body: { body: 'Rubbish', replyTo: root.id } });
    const page = await screens.desktop({ as: susan.browser });
    await page.goto(`/@${susan.username}/${root.id}`);
    await replyBox(page).waitFor();
    await button(page, `Remove the reply by @${miguel.username} from this thread`).click();
    await postOf(page, 'Rubbish').waitFor({ state: 'detached' });
    await button(page, 'Undo').click();
    await postOf(page, 'Rubbish').waitFor();
    await picture(page, 'own-thread');
    await button(page, `Remove the reply by @${miguel.username} from this thread`).click();
    await page.goto('/');
    await expect
      .poll(async () => (await susan.browser.succeed('thread', { params: { postId: root.id } })).items)
      .toEqual([]);
  }, 60_000);
});
