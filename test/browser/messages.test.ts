/** Two people who write to each other, on screens. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { block, chatOf, send, wordsOf } from '../support/chats.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { findings } from './support/axe.ts';
import { faultyNetwork } from './support/faulty-network.ts';
import { button, signOutOn, traces } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const network = faultyNetwork();
const screens = startScreens(nod);

const two = async () => [await newPerson(nod), await newPerson(nod)] as const;
const composer = (page: Page): Locator => page.getByRole('textbox', { name: 'Your message' });
const log = (page: Page): Locator => page.getByRole('log');
const said = (page: Page, words: string): Locator => log(page).getByText(words, { exact: true });
const entry = (page: Page, words: string): Locator =>
  page.getByRole('list', { name: 'Conversations' }).getByRole('link').filter({ hasText: words });

async function write(page: Page, words: string): Promise<void> {
  await composer(page).fill(words);
  await composer(page).press('Enter');
  await said(page, words).waitFor();
}

describe('two browsers', () => {
  it('write to each other: from a profile, by Enter and by the button, and see what comes', async () => {
    const [susan, tom] = await two();
    const here = await screens.desktop({ as: susan.browser });
    await here.goto(`/@${tom.username}`);
    await here.getByRole('link', { name: 'Message', exact: true }).click();
    await here.waitForURL(`/messages/${tom.username}`);
    await here.getByText('have not written to each other yet').waitFor();
    await here.getByText('so could whoever runs this Nod').waitFor();
    await write(here, 'Hello Tom');
    expect(await composer(here).inputValue()).toBe('');
    await entry(here, 'You: Hello Tom').waitFor();

    const there = await screens.phone({ as: tom.browser });
    await there.goto('/messages');
    await entry(there, 'Hello Tom').getByText('One unread message').waitFor();
    await entry(there, 'Hello Tom').click();
    await said(there, 'Hello Tom').waitFor();
    await there.getByText('New', { exact: true }).waitFor();
    await expect.poll(async () => (await chatOf(tom, susan)).unread).toBe(0);
    // On a phone Enter begins a line, and the button sends.
    await composer(there).fill('Hello');
    await composer(there).press('Enter');
    await composer(there).pressSequentially('Susan');
    await button(there, 'Send').click();
    await said(there, 'Hello Susan').waitFor();
    await said(here, 'Hello Susan').waitFor();
    expect(await wordsOf(susan, tom)).toEqual(['Hello Tom', 'Hello\nSusan']);
    await there.getByRole('link', { name: 'All messages' }).click();
    await entry(there, 'Hello Susan').waitFor();
    expect(await there.getByText('unread message').count()).toBe(0);
  });

  it('see that words were deleted, and that they cannot write any more', async () => {
    const [susan, tom] = await two();
    await send(susan, tom, 'Kept');
    await send(susan, tom, 'Gone');
    const [here, there] = [
      await screens.desktop({ as: susan.browser }),
      await screens.desktop({ as: tom.browser }),
    ];
    await here.goto(`/messages/${tom.username}`);
    await there.goto(`/messages/${susan.username}`);
    await said(there, 'Gone').waitFor();
    expect(await there.getByRole('button', { name: 'Delete this message' }).count()).toBe(0);
    const message = here.locator('.message').filter({ hasText: 'Gone' });
    await message.hover();
    await message.getByRole('button', { name: 'Delete this message' }).click();
    await button(here, 'Delete').click();
    await said(here, 'This message was deleted.').waitFor();
    await said(there, 'This message was deleted.').waitFor();
    expect(await said(there, 'Gone').count()).toBe(0);
    await block(nod, tom, susan);
    await here.getByText('You and this person cannot write to each other.').waitFor();
    expect(await composer(here).count()).toBe(0);
    await said(here, 'Kept').waitFor();
  });
});

describe('a message', () => {
  it('that nobody hears of says so, is kept over a reload, and is there once when it is sent again', async () => {
    screens.complaints.allow(/^failed \/api\/chats/);
    const [susan, tom] = await two();
    const page = await screens.desktop({ as: susan.browser, proxy: network.proxy });
    await page.goto(`/messages/${tom.username}`);
    await composer(page).fill('Once');
    network.loseAnswer('message-create', 'all', { username: tom.username });
    await composer(page).press('Enter');
    await page.getByText('Not sent. Nod cannot be reached.').waitFor();
    await page.reload();
    await said(page, 'Once').first().waitFor();
    await button(page, 'Send again').click();
    // Until the answer both are there: the one that came through, and the one of which this page does not know it.
    await expect.poll(() => said(page, 'Once').count()).toBe(1);
    expect(await button(page, 'Send again').count()).toBe(0);
    expect(await wordsOf(tom, susan)).toEqual(['Once']);
  });

  it('is neither empty nor too long, and nothing of it is lost', async () => {
    const [susan, tom] = await two();
    const page = await screens.desktop({ as: susan.browser });
    await page.goto(`/messages/${tom.username}`);
    await composer(page).press('Enter');
    await page.getByText('Write something first.').waitFor();
    const words = 'x'.repeat(2002);
    await composer(page).fill(words);
    await composer(page).press('Control+Enter');
    await page.getByText('Take out 2 to send it.').waitFor();
    expect(await composer(page).inputValue()).toBe(words);
  });

  it('of Enter in the middle of a word that an input method makes is not sent', async () => {
    const [susan, tom] = await two();
    const page = await screens.desktop({ as: susan.browser });
    await page.goto(`/messages/${tom.username}`);
    await composer(page).fill('にほん');
    for (const isComposing of [true, false]) {
      await composer(page).dispatchEvent('keydown', {
        key: 'Enter',
        isComposing,
        keyCode: isComposing ? 13 : 229,
        bubbles: true,
      });
    }
    expect(await composer(page).inputValue()).toBe('にほん');
    await composer(page).press('Shift+Enter');
    expect(await composer(page).inputValue()).toBe('にほん\n');
    expect(await wordsOf(susan, tom)).toEqual([]);
  });
});

describe('a draft', () => {
  it('is kept for each correspondent over a reload, and goes when they sign out', async () => {
    const [susan, tom] = await two();
    const ann = await newPerson(nod);
    const page = await screens.desktop({ as: susan.browser });
    await page.goto(`/messages/${tom.username}`);
    await composer(page).fill('Dear Tom');
    expect(await traces(page)).toContain(`nod.messages.${susan.username}.${tom.username}`);
    await page.goto(`/messages/${ann.username}`);
    expect(await composer(page).inputValue()).toBe('');
    await page.goto(`/messages/${tom.username}`);
    expect(await composer(page).inputValue()).toBe('Dear Tom');
    await page.goto('/account');
    await signOutOn(page);
    await page.waitForURL(/\/signin/);
    expect(await traces(page)).toEqual([]);
  });
});

it('earlier messages come above without moving what is read', async () => {
  const [susan, tom] = await two();
  for (let at = 0; at < 45; at++) {
    const [from, to] = at % 3 === 0 ? [tom, susan] : [susan, tom];
    await send(from, to, `Message ${at}`);
  }
  const page = await screens.phone({ as: susan.browser });
  await page.goto(`/messages/${tom.username}`);
  await said(page, 'Message 44').waitFor();
  expect(await said(page, 'Message 14').count()).toBe(0);
  await said(page, 'Message 16').scrollIntoViewIfNeeded();
  await said(page, 'Message 0').waitFor({ state: 'attached' });
  expect(await said(page, 'Message 16').isVisible()).toBe(true);
  expect(await button(page, 'Show earlier messages').count()).toBe(0);
});

it('is for whoever is signed in, who comes back here', async () => {
  const page = await screens.desktop();
  await page.goto('/messages/susan');
  await page.waitForURL('/signin?next=%2Fmessages%2Fsusan');
});

it('has no barriers, in the list, in a conversation and while it asks', async () => {
  const [susan, tom] = await two();
  await send(tom, susan, 'Hello Susan');
  await send(susan, tom, 'Hello Tom');
  const page = await screens.desktop({ as: susan.browser });
  await page.goto('/messages');
  await entry(page, 'Hello Tom').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.goto(`/messages/${tom.username}`);
  await said(page, 'Hello Tom').waitFor();
  await page.getByRole('button', { name: 'Delete this message' }).click();
  await page.getByText('for both of you?').waitFor();
  expect(await findings(page)).toEqual([]);
});
