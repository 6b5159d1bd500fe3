/** Two people, one of whom does things that the other is told of, on screens. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { PostId } from '../../shared/ids.ts';
import { send } from '../support/chats.ts';
import { follow, newMember, post } from '../support/graph.ts';
import { nod as startNod } from '../support/nod.ts';
import { findings } from './support/axe.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod({ triggers: true });
const screens = startScreens(nod);

const BOUNDED = { timeout: 180_000 };
const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
const list = (page: Page) => page.getByRole('list', { name: 'Notices' });

const like = (who: Awaited<ReturnType<typeof newMember>>, postId: PostId) =>
  who.browser.succeed('post-like', { params: { postId } });

describe('badges', () => {
  it('go up without a reload, are said, stand in the title, and go away on reading', BOUNDED, async () => {
    const [susan, tom] = [await newMember(nod), await newMember(nod)];
    const hers = await post(susan, 'My bees are back');
    const page = await screens.desktop({ as: susan.browser });
    await page.goto('/');
    await page.getByText('My bees are back').first().waitFor();
    expect(await page.title()).toBe('Nod');

    await follow(tom, susan);
    await place(page, 'Notices (1 new)').waitFor({ timeout: 30_000 });
    expect(await page.title()).toBe('(1) Nod');
    await like(tom, hers);
    await tom.browser.succeed('post-create', { body: { body: 'How many?', replyTo: hers } });
    await place(page, 'Notices (3 new)').waitFor({ timeout: 30_000 });
    await send(tom, susan, 'Can I have some honey?');
    await place(page, 'Messages (1 new)').waitFor({ timeout: 30_000 });
    await expect.poll(() => page.title()).toBe('(4) Nod');

    await place(page, 'Notices (3 new)').click();
    await page.waitForURL('/notices');
    await list(page).getByText('follows you').waitFor();
    await list(page).getByText('liked your post').waitFor();
    await list(page).getByText('replied to you').waitFor();
    expect(await list(page).locator('.is-new').count()).toBe(3);
    expect(await findings(page)).toEqual([]);
    await expect.poll(() => page.title(), { timeout: 30_000 }).toBe('(1) Notices · Nod');
    expect(await place(page, 'Notices').textContent()).not.toContain('new');
    // They keep their mark until the page is left.
    expect(await list(page).locator('.is-new').count()).toBe(3);
    await page.reload();
    await list(page).getByText('follows you').waitFor();
    expect(await list(page).locator('.is-new').count()).toBe(0);

    // What comes while one looks is shown, marked, and read.
    await tom.browser.succeed('post-repost', { params: { postId: hers } });
    await list(page).getByText('reposted your post').waitFor({ timeout: 30_000 });
    expect(await list(page).locator('.is-new').count()).toBe(1);
    await expect.poll(() => page.title(), { timeout: 30_000 }).toBe('(1) Notices · Nod');

    await place(page, 'Messages (1 new)').click();
    await page.getByText('Can I have some honey?').first().click();
    await page.getByRole('log').getByText('Can I have some honey?').waitFor();
    await expect.poll(() => page.title(), { timeout: 30_000 }).toBe(`Messages with ${tom.username} · Nod`);
    expect(await place(page, 'Messages').textContent()).not.toContain('new');
  });

  it('say no more than 99+, and the exact number to a screen reader', BOUNDED, async () => {
    const susan = await newMember(nod);
    await nod.db.put({
      Put: {
        TableName: nod.db.tableName('Copies'),
        Item: { pk: susan.userId, sk: 'unread', notices: 123, messages: 0, version: 1 },
      },
    });
    const page = await screens.phone({ as: susan.browser });
    await page.goto('/notices');
    await place(page, 'Notices (123 new)').waitFor();
    expect(await place(page, 'Notices').locator('.place-badge').textContent()).toBe('99+');
    expect(await page.title()).toBe('(99+) Notices · Nod');
    expect(await findings(page)).toEqual([]);
  });
});

describe('the page', () => {
  it('says what will come there, while nothing has', async () => {
    const susan = await newMember(nod);
    const page = await screens.desktop({ as: susan.browser });
    await page.goto('/notices');
    await page.getByText('Nothing yet').waitFor();
    await page.getByText('who follows, mentions and answers you').waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it('leads to the post, to the person, and to the activity', BOUNDED, async () => {
    const [susan, tom] = [await newMember(nod), await newMember(nod)];
    const hers = await post(susan, 'My bees are back');
    await like(tom, hers);
    await susan.browser.succeed('recovery-renew');
    await expect
      .poll(async () => (await susan.browser.succeed('notices')).items.length, { timeout: 20_000 })
      .toBe(2);
    const page = await screens.phone({ as: susan.browser });
    await page.goto('/notices');
    await list(page).getByText('Your account has a new recovery code').waitFor();
    expect(await list(page).getByRole('link', { name: 'All activity' }).getAttribute('href')).toBe(
      '/account/activity',
    );
    expect(await list(page).getByRole('link', { name: tom.username }).getAttribute('href')).toBe(
      `/@${tom.username}`,
    );
    await list(page).getByRole('link', { name: 'My bees are back' }).click();
    await page.waitForURL(`/@${susan.username}/${hers}`);
  });
});
