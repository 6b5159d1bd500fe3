/** What people read and write, in the states that only somebody who is signed in sees. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { send } from '../support/chats.ts';
import { follow } from '../support/graph.ts';
import { jpeg } from '../support/images.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { findings } from './support/axe.ts';
import { button, fromMenu } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

/** Two people who follow each other, a thread of theirs with a place in it, and a message. */
async function village() {
  const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
  const write = async (who: typeof susan, body: object) =>
    (await who.browser.succeed('post-create', { body: { body: 'Words', ...body } })).id;
  const root = await write(susan, { body: 'A thread of ours' });
  const gone = await write(tom, { replyTo: root });
  await write(susan, { body: 'An answer', replyTo: gone });
  await tom.browser.succeed('post-delete', { params: { postId: gone } });
  await write(tom, { body: 'Another answer', replyTo: root });
  await susan.browser.succeed('post-save', { params: { postId: root } });
  await follow(susan, tom);
  await follow(tom, susan);
  await send(tom, susan, 'Hello');
  return { susan, tom, root };
}

type Village = Awaited<ReturnType<typeof village>>;

/** Each as Susan sees it: where it is, and what there is to wait for or to do. */
const STATES: Record<
  string,
  { path(village: Village): string; bring(page: Page, village: Village): Promise<unknown> }
> = {
  'a thread of one’s own': {
    path: ({ susan, root }) => `/@${susan.username}/${root}`,
    bring: (page, { tom }) => button(page, `Remove the reply by @${tom.username} from this thread`).waitFor(),
  },
  'a post while it is edited': {
    path: ({ susan, root }) => `/@${susan.username}/${root}`,
    async bring(page) {
      await fromMenu(page.getByRole('article').filter({ hasText: 'A thread of ours' }), 'Edit this post');
      await page.getByRole('textbox', { name: 'The text of your post' }).waitFor();
    },
  },
  'somebody’s profile': {
    path: ({ tom }) => `/@${tom.username}`,
    bring: (page, { tom }) => button(page, `What you can do about @${tom.username}`).waitFor(),
  },
  'one’s own profile while it is edited': {
    path: ({ susan }) => `/@${susan.username}`,
    async bring(page) {
      await button(page, 'Edit profile').click();
      await page.getByLabel('About you').waitFor();
    },
  },
  'the replies on a profile': {
    path: ({ tom }) => `/@${tom.username}/replies`,
    bring: (page) => page.getByRole('article').first().waitFor(),
  },
  'what one likes': {
    path: ({ susan }) => `/@${susan.username}/likes`,
    bring: (page) => page.getByText('No likes yet.').waitFor(),
  },
  followers: {
    path: ({ susan }) => `/@${susan.username}/followers`,
    bring: (page, { tom }) => button(page, `Following ${tom.username}. Unfollow`).waitFor(),
  },
  saved: {
    path: () => '/saved',
    bring: (page) => page.getByRole('article').filter({ hasText: 'A thread of ours' }).waitFor(),
  },
  'the conversations': {
    path: () => '/messages',
    bring: (page) => page.getByRole('main').getByText('Hello').waitFor(),
  },
  'a conversation': {
    path: ({ tom }) => `/messages/${tom.username}`,
    bring: (page) => page.getByRole('main').getByText('Hello').last().waitFor(),
  },
  'a picture that is described': {
    path: () => '/',
    async bring(page) {
      const file = { name: 'a.jpg', mimeType: 'image/jpeg', buffer: await jpeg(60, 60) };
      await page.getByLabel('Add pictures').first().setInputFiles([file]);
      await page.getByRole('textbox', { name: 'Describe picture 1' }).waitFor();
    },
  },
};

it.for(Object.entries(STATES))('%s', { timeout: 180_000 }, async ([, { path, bring }]) => {
  const there = await village();
  const page = await screens.desktop({ as: there.susan.browser });
  await page.goto(path(there));
  await bring(page, there);
  expect(await findings(page)).toEqual([]);
});
