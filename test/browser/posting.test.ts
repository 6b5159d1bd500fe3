import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { Browser as ApiBrowser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername } from '../support/people.ts';
import { faultyNetwork } from './support/faulty-network.ts';
import {
  button,
  focused,
  fromMenu,
  numberOn,
  sentence,
  signedIn,
  signOutOn,
  traces,
} from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const network = faultyNetwork();
const screens = startScreens(nod);

const composer = (page: Page) => page.getByRole('textbox', { name: 'Your post' });
const postOf = (page: Page, body: string) => page.getByRole('article').filter({ hasText: body });

/** What nobody else has written in this file. */
const words = (text: string) => `${text} ${newUsername()}`;

async function post(page: Page, body: string): Promise<void> {
  await composer(page).fill(body);
  await button(page, 'Post').click();
  await postOf(page, body).waitFor();
}

async function atHome(...[options]: Parameters<typeof screens.desktop>): Promise<Page> {
  const page = await screens.desktop(options);
  await page.goto('/');
  return page;
}

describe('a post', () => {
  it('appears at once for its author and for the other person, who cannot delete it', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const body = words('Hello Tom');
    const [here, there] = [await atHome({ as: susan.browser }), await atHome({ as: tom.browser })];
    await post(here, body);
    expect(await composer(here).inputValue()).toBe('');
    await focused(composer(here));
    await signedIn(there);
    await there.reload();
    const seen = postOf(there, body);
    await seen.getByText(`@${susan.username}`).waitFor();
    await seen.getByRole('button', { name: 'More about the post' }).click();
    await there.getByRole('menuitem', { name: 'Copy the text' }).waitFor();
    expect(await there.getByRole('menuitem', { name: 'Delete' }).count()).toBe(0);
    await there.keyboard.press('Escape');

    await seen.getByRole('link', { name: `@${susan.username}` }).click();
    await there.getByRole('heading', { name: susan.username, level: 1 }).waitFor();
    await postOf(there, body)
      .getByRole('link')
      .filter({ has: there.locator('time') })
      .click();
    await there.waitForURL(new RegExp(`/@${susan.username}/pst_`));
    await postOf(there, body).waitFor();
  });

  it('is written by keyboard with Ctrl and Enter', async () => {
    const { browser } = await newPerson(nod);
    const page = await atHome({ as: browser });
    const body = words('Quickly');
    await composer(page).fill(body);
    await page.keyboard.press('Control+Enter');
    await postOf(page, body).waitFor();
  });

  it('is deleted by its author, who can undo that, and is gone for everybody', async () => {
    const { browser } = await newPerson(nod);
    const page = await atHome({ as: browser });
    const [kept, gone] = [words('Kept'), words('Gone')];
    await post(page, kept);
    await post(page, gone);
    const bodies = async () => (await new ApiBrowser(nod).succeed('posts')).items.map((item) => item.body);
    await fromMenu(postOf(page, kept), 'Delete this post');
    await postOf(page, kept).waitFor({ state: 'detached' });
    await page.getByRole('status').getByText('You can undo this for ten seconds.').waitFor();
    await focused(button(page, 'Undo'));
    await page.keyboard.press('Enter');
    await focused(postOf(page, kept));
    expect(await bodies()).toContain(kept);
    await page.clock.install();
    await fromMenu(postOf(page, gone), 'Delete this post');
    await focused(button(page, 'Undo'));
    expect(await bodies()).toContain(gone);
    await page.clock.runFor(10_000);
    await button(page, 'Undo').waitFor({ state: 'detached' });
    await focused(postOf(page, kept));
    await expect.poll(bodies).not.toContain(gone);
    expect(await bodies()).toContain(kept);
  });

  it('is deleted at once when its page is left', async () => {
    const { browser } = await newPerson(nod);
    const page = await atHome({ as: browser });
    const gone = words('Gone');
    await post(page, gone);
    await fromMenu(postOf(page, gone), 'Delete this post');
    await button(page, 'Undo').waitFor();
    await page.goto('/account');
    const bodies = async () => (await new ApiBrowser(nod).succeed('posts')).items.map((item) => item.body);
    await expect.poll(bodies).not.toContain(gone);
  });

  it('that is too long or empty is refused beside the field, and nothing is lost', async () => {
    const { browser } = await newPerson(nod);
    const page = await atHome({ as: browser });
    await composer(page).waitFor();
    await button(page, 'Post').click();
    await page.getByText('Write something first.').waitFor();
    await focused(composer(page));
    const body = 'é'.repeat(502);
    await composer(page).fill(body);
    await button(page, 'Post').click();
    await page.getByText('Take out 2 to post it.').waitFor();
    expect(await composer(page).inputValue()).toBe(body);
  });

  it('whose answer is lost is sent again, also after a reload, and is there once', async () => {
    screens.complaints.allow(/^failed \/api\/posts$/);
    const { username, browser } = await newPerson(nod);
    const page = await atHome({ as: browser, proxy: network.proxy });
    const body = words('Once');
    await composer(page).fill(body);
    network.loseAnswer('post-create');
    await button(page, 'Post').click();
    await page.getByText('Nod cannot be reached.').waitFor();
    expect(await composer(page).inputValue()).toBe(body);
    await page.reload();
    await button(page, 'Post').click();
    await page.getByRole('status').getByText('Posted.').waitFor();
    expect(await postOf(page, body).count()).toBe(1);
    const { items } = await browser.succeed('posts', { query: { author: username } });
    expect(items.map((item) => item.body)).toEqual([body]);
  });
});

describe('a draft', () => {
  it('survives a reload, a sign-out and signing in again', async () => {
    const person = await newPerson(nod);
    const page = await atHome({ as: person.browser });
    const text = words('Not yet');
    await composer(page).fill(text);
    await page.reload();
    expect(await composer(page).inputValue()).toBe(text);

    const { items } = await person.phone.succeed('sessions');
    await person.phone.succeed('session-end', { params: { sessionId: items[0]?.id ?? '' } });
    await sentence(page, 'This session was ended from your phone.').waitFor();
    expect(await page.getByText(text).count()).toBe(0);

    await button(page, 'Ask my phone').click();
    await person.phone.approve(await numberOn(page));
    await signedIn(page);
    expect(await composer(page).inputValue()).toBe(text);
  });

  it('goes when its author signs out, from every tab', async () => {
    const { browser } = await newPerson(nod);
    const page = await atHome({ as: browser });
    await composer(page).fill('Half a thought');
    const other = await page.context().newPage();
    await other.goto('/account');
    expect(await traces(other)).not.toEqual([]);
    await signOutOn(other);
    await sentence(other, 'You signed out.').waitFor();
    await page.bringToFront();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.getByText('Half a thought').count()).toBe(0);
    expect(await traces(page)).toEqual([]);
  });

  it('goes when somebody else signs in after a session that was not signed out of', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const page = await atHome({ as: susan.browser });
    await composer(page).fill('Susan’s');
    const { items } = await susan.phone.succeed('sessions');
    await susan.phone.succeed('session-end', { params: { sessionId: items[0]?.id ?? '' } });
    await sentence(page, 'This session was ended from your phone.').waitFor();
    expect(await traces(page)).toEqual([`nod.draft.${susan.username}`]);
    await page.getByLabel('Username').fill(tom.username);
    await button(page, 'Ask my phone').click();
    await tom.phone.approve(await numberOn(page));
    await signedIn(page);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(
      'Susan’s',
    );
  });

  it('is nobody else’s on the same computer', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const page = await atHome({ as: susan.browser });
    await composer(page).fill('Susan’s');
    await page.context().clearCookies();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.getByLabel('Username').fill(tom.username);
    await button(page, 'Ask my phone').click();
    await tom.phone.approve(await numberOn(page));
    await signedIn(page);
    expect(await composer(page).inputValue()).toBe('');
  });

  it('is shared by the tabs of a browser', async () => {
    const { browser } = await newPerson(nod);
    const page = await atHome({ as: browser });
    const other = await page.context().newPage();
    await other.goto('/');
    await composer(other).waitFor();
    await composer(page).fill('In both');
    await expect.poll(() => composer(other).inputValue()).toBe('In both');
  });
});
