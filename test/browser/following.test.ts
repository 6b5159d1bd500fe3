/** Two people in two browsers who follow each other. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername } from '../support/people.ts';
import { findings } from './support/axe.ts';
import { button, sentence } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod({ triggers: true });
const screens = startScreens(nod);

const followButton = (page: Page) => page.getByRole('main').getByRole('button', { name: /^Follow/ });
const postOf = (page: Page, body: string) => page.getByRole('article').filter({ hasText: body });
const countOf = (page: Page, words: string) => page.getByRole('main').getByText(words, { exact: true });

describe('two people', () => {
  it('follow each other, see it, and find it in their homes and lists', { timeout: 180_000 }, async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const body = `Hello from Miguel ${newUsername()}`;
    const other = `Hello from nobody ${newUsername()}`;
    await miguel.browser.succeed('post-create', { body: { body } });
    const stranger = await newPerson(nod);
    await stranger.browser.succeed('post-create', { body: { body: other } });
    const [here, there] = [
      await screens.desktop({ as: susan.browser }),
      await screens.phone({ as: miguel.browser }),
    ];

    // While she follows nobody she reads everybody.
    await here.goto('/');
    await here.getByRole('link', { name: 'Everybody' }).waitFor();
    // Now this browser knows who is here.
    await here.reload();
    await sentence(here, 'Follow somebody, and what they write is here.').waitFor();
    await postOf(here, other).waitFor();

    await here.goto(`/@${miguel.username}`);
    await followButton(here).click();
    await here.getByRole('button', { name: `Following ${miguel.username}. Unfollow` }).waitFor();
    await countOf(here, '1 follower').waitFor();
    expect(await findings(here)).toEqual([]);

    await there.goto(`/@${susan.username}`);
    await sentence(there, 'Follows you').waitFor();
    await followButton(there).click();
    await countOf(there, '1 follower').waitFor();
    await there.reload();
    await there.getByRole('button', { name: `Following ${susan.username}. Unfollow` }).waitFor();

    await here.goto('/');
    await postOf(here, body).waitFor();
    expect(await postOf(here, other).count()).toBe(0);
    await here.getByRole('link', { name: 'Everybody' }).click();
    await postOf(here, other).waitFor();
    await here.getByRole('link', { name: 'Home' }).last().click();
    await postOf(here, body).waitFor();

    await here.goto(`/@${miguel.username}`);
    await here.getByRole('main').getByRole('link', { name: '1 follower' }).click();
    await here.getByRole('heading', { name: `Followers of ${miguel.username}`, level: 1 }).waitFor();
    await here.getByRole('main').getByRole('link', { name: susan.username }).waitFor();
    expect(await findings(here)).toEqual([]);
    await here.goto(`/@${miguel.username}/following`);
    await here.getByRole('main').getByRole('link', { name: susan.username }).waitFor();
    await there.goto(`/@${susan.username}/followers`);
    expect(await findings(there)).toEqual([]);

    // And no more.
    await here.goto(`/@${miguel.username}`);
    await here.getByRole('button', { name: `Following ${miguel.username}. Unfollow` }).click();
    await here.getByRole('button', { name: `Follow ${miguel.username}`, exact: true }).waitFor();
    await countOf(here, '0 followers').waitFor();
  });

  it('are told where it fails, and nothing was done', { timeout: 120_000 }, async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const page = await screens.desktop({ as: susan.browser });
    await page.goto(`/@${miguel.username}`);
    await followButton(page).waitFor();
    screens.complaints.allow(/^failed \/api\/users\/\w+\/follow$/);
    await page.route('**/follow', (route) => route.abort());
    await button(page, `Follow ${miguel.username}`).click();
    await page.getByRole('alert').getByText('Nod cannot be reached.').waitFor();
    await button(page, `Follow ${miguel.username}`).waitFor();
    await countOf(page, '0 followers').waitFor();
    await page.unroute('**/follow');
    await button(page, `Follow ${miguel.username}`).click();
    await countOf(page, '1 follower').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('who follow nobody are shown whom they could follow, and see their posts', {
    timeout: 120_000,
  }, async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    await susan.browser.succeed('post-create', { body: { body: 'Not suggested to myself' } });
    await miguel.browser.succeed('post-create', { body: { body: 'The first of mine' } });
    const page = await screens.desktop({ as: susan.browser });
    // The browser remembers from there who it is that reads.
    await page.goto('/account');
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    await page.goto('/');
    const suggested = page.getByRole('region', { name: 'People who write here' });
    await suggested.getByRole('button', { name: `Follow ${miguel.username}`, exact: true }).click();
    await suggested.getByRole('button', { name: `Following ${miguel.username}. Unfollow` }).waitFor();
    expect(await suggested.getByRole('link', { name: susan.username }).count()).toBe(0);
    // The button says it before Nod does.
    const follows = async () =>
      (await susan.browser.succeed('user', { params: { username: miguel.username } })).follows;
    await expect.poll(follows).toBe(true);
    expect(await findings(page)).toEqual([]);
  });

  it('may be strangers: then there is no button, and the lists are there', { timeout: 120_000 }, async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    await susan.browser.succeed('follow', { params: { username: miguel.username } });
    const page = await screens.desktop();
    await page.goto(`/@${miguel.username}/followers`);
    await page.getByRole('main').getByRole('link', { name: susan.username }).waitFor();
    expect(await followButton(page).count()).toBe(0);
    await page.goto(`/@${susan.username}/followers`);
    await sentence(page, 'Nobody follows them yet.').waitFor();
    screens.complaints.allow(/^404 \/@\w+\/following$/);
    await page.goto(`/@${newUsername()}/following`);
    await page.getByRole('heading', { name: /^Nobody is called/ }).waitFor();
  });
});
