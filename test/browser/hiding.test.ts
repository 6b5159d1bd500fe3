/** Muting, blocking and reporting as people do it, on two screens. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, signIn } from '../support/people.ts';
import { button, focused, sentence } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

const postOf = (page: Page, body: string) => page.getByRole('article').filter({ hasText: body });
const item = (page: Page, name: string) => page.getByRole('menuitem', { name });

/** Susan and Tom, each signed in on a screen, and what each has written. */
async function two() {
  const [susan, tom] = await Promise.all([newPerson(nod), newPerson(nod)]);
  const [hers, his] = [`Susan says ${newUsername()}`, `Tom says ${newUsername()}`];
  await susan.browser.succeed('post-create', { body: { body: hers } });
  await tom.browser.succeed('post-create', { body: { body: his } });
  const [here, there] = await Promise.all([
    screens.desktop({ as: susan.browser }),
    screens.desktop({ as: tom.browser }),
  ]);
  return { susan, tom, hers, his, here, there };
}

async function choose(page: Page, body: string, what: string): Promise<void> {
  await postOf(page, body)
    .getByRole('button', { name: /More|…/ })
    .last()
    .click();
  await item(page, what).click();
}

describe('somebody', () => {
  it('is blocked from a post’s menu: gone at once and from the next pages of both, and back by the settings', async () => {
    const { susan, tom, hers, his, here, there } = await two();
    await here.goto('/');
    await there.goto('/');
    await postOf(here, his).waitFor();
    await postOf(there, hers).waitFor();
    await choose(here, his, `Block @${tom.username}`);
    await here
      .getByRole('dialog')
      .getByRole('heading', { name: `Block @${tom.username}?` })
      .waitFor();
    await here.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await postOf(here, his).waitFor({ state: 'detached' });
    await here.getByText(`@${tom.username} is blocked.`).waitFor();

    await here.reload();
    await here.getByRole('article').first().waitFor();
    await there.reload();
    await there.getByRole('article').first().waitFor();
    await postOf(here, his).waitFor({ state: 'detached' });
    await postOf(there, hers).waitFor({ state: 'detached' });
    await there.goto(`/@${susan.username}`);
    await sentence(there, 'This person has blocked you.').waitFor();
    await postOf(there, hers).waitFor({ state: 'detached' });

    await here.goto('/account');
    await here.getByRole('link', { name: 'Show the list' }).click();
    await here.getByRole('heading', { name: 'Muted and blocked' }).waitFor();
    const row = here.getByRole('listitem').filter({ hasText: `@${tom.username}` });
    await row.getByRole('button', { name: 'Unblock' }).click();
    await row.getByRole('button', { name: 'Undo' }).waitFor();
    await there.goto(`/@${susan.username}`);
    await postOf(there, hers).waitFor();
    expect(await there.getByText('This person has blocked you.').count()).toBe(0);
  });

  it('is muted, and the toast takes it back', async () => {
    const { tom, his, here } = await two();
    await here.goto('/');
    await choose(here, his, `Mute @${tom.username}`);
    await postOf(here, his).waitFor({ state: 'detached' });
    await button(here, 'Undo').click();
    await postOf(here, his).waitFor();
    await here.getByText(`@${tom.username} is not muted any more.`).waitFor();
  });

  it('is muted on their own page, which says so and goes on showing what they write', async () => {
    const { tom, his, here } = await two();
    await here.goto(`/@${tom.username}`);
    await button(here, `What you can do about @${tom.username}`).click();
    await item(here, `Mute @${tom.username}`).click();
    await sentence(here, 'You have muted this person.').waitFor();
    await postOf(here, his).waitFor();
    // A press on the button of a menu that has just closed is taken for the one that closed it.
    await here.waitForTimeout(500);
    await button(here, `What you can do about @${tom.username}`).click();
    await item(here, `Unmute @${tom.username}`).waitFor();
  });

  it('is reported, which is confirmed', async () => {
    const { his, here } = await two();
    await here.goto('/');
    await choose(here, his, 'Report this post');
    const dialog = here.getByRole('dialog');
    await dialog.getByRole('heading', { name: 'What is wrong with this post?' }).waitFor();
    await dialog.getByRole('button', { name: 'Report' }).click();
    await dialog.getByText('Choose what is wrong.').waitFor();
    await dialog.getByLabel('It is spam, or a fraud').check();
    await dialog.getByLabel('What they should know (you can leave it empty)').fill('Third time today');
    await dialog.getByRole('button', { name: 'Report' }).click();
    await focused(dialog.getByRole('heading', { name: 'Thank you.' }));
    await dialog.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
  });
});

it('what is read does not move when what stands above it leaves the list', async () => {
  const [susan, tom, ann] = await Promise.all([newPerson(nod), newPerson(nod), newPerson(nod)]);
  for (let at = 0; at < 6; at++) {
    for (const { browser, username } of [ann, tom])
      await browser.succeed('post-create', { body: { body: `${username} ${at}\nwith\nfour\nlines` } });
  }
  const page = await screens.desktop({ as: susan.browser });
  await page.goto('/');
  const read = postOf(page, `${ann.username} 1`);
  await read.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const top = () => read.evaluate((element) => Math.round(element.getBoundingClientRect().top));
  await page.waitForTimeout(200);
  const before = await top();
  await choose(page, `${tom.username} 1`, `Mute @${tom.username}`);
  await postOf(page, `${tom.username} 4`).waitFor({ state: 'detached' });
  await page.waitForTimeout(300);
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(2);
});

it('"It wasn’t me" says what else was undone, before and after', async () => {
  const { susan, tom, here } = await two();
  const intruder = await signIn(nod, susan);
  await intruder.succeed('block', { params: { username: tom.username } });
  await here.goto('/account');
  await button(here, /^It wasn’t me/)
    .first()
    .click();
  await here.getByRole('listitem').filter({ hasText: 'a change to whom you mute or block' }).last().waitFor();
  await button(here, 'End it and take it back').click();
  await focused(here.getByText('Taken back: a change to whom you mute or block.'));
  expect((await susan.browser.succeed('hides')).items).toEqual([]);
});
