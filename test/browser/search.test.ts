/** Finding posts and people, and the posts of a tag, on screens. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { UserId } from '../../shared/ids.ts';
import { postStore } from '../../shared/posts/post-store.ts';
import { postingStore } from '../../shared/search/posting-store.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername } from '../support/people.ts';
import { focused, signedIn } from './support/flows.ts';
import { screens as startScreens } from './support/screens.ts';

const nod = startNod();
const screens = startScreens(nod);

type Person = Awaited<ReturnType<typeof newPerson>>;

/** Writes a post, and has it found at once, as it is when the stream has brought it. */
async function write({ browser, username }: Person, body: string): Promise<void> {
  const { id } = await browser.succeed('post-create', { body: { body } });
  const userId = (await userStore(nod.db).idByName(username)) as UserId;
  await postingStore(nod.db).index(await postStore(nod.db).ofAuthorById(userId, id), []);
}

const posts = (page: Page) => page.getByRole('article');
const field = (page: Page) => page.getByRole('searchbox');

describe('search', () => {
  it('is reached from the navigation, finds what was written, and is there again on going back', async () => {
    const susan = await newPerson(nod);
    const word = newUsername();
    await write(susan, `A ${word} in the garden`);
    await write(susan, 'Nothing of the kind');
    const page = await screens.desktop({ as: susan.browser });
    await page.goto('/');
    await signedIn(page);
    await page.getByRole('navigation').getByRole('link', { name: 'Search' }).click();
    await focused(field(page));
    await page.keyboard.type(word);
    await page.keyboard.press('Enter');
    await posts(page)
      .filter({ hasText: `A ${word} in the garden` })
      .waitFor();
    expect(await posts(page).count()).toBe(1);
    expect(await page.title()).toBe(`${word} · Nod`);
    expect(await field(page).inputValue()).toBe(word);

    await posts(page)
      .getByRole('link', { name: /ago|now/ })
      .click();
    await page.waitForURL(/pst_/);
    await page.goBack();
    await posts(page)
      .filter({ hasText: `A ${word} in the garden` })
      .waitFor();
  });

  it('finds people by the beginning of their name, and says so where there is nobody', async () => {
    const susan = await newPerson(nod);
    const page = await screens.phone();
    await page.goto('/search');
    await field(page).fill(susan.username.slice(0, 8));
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('Nothing found.').waitFor();
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByRole('link', { name: `@${susan.username}` }).click();
    await page.waitForURL(`**/@${susan.username}`);

    await page.goto('/search?q=zzzzqqqq&in=people');
    await page.getByText('Nobody found.').waitFor();
  });

  it('says how far back it has looked, and looks on when it is asked to', async () => {
    const page = await screens.desktop();
    const asked: (string | null)[] = [];
    await page.route('**/api/search?*', async (route) => {
      const cursor = new URL(route.request().url()).searchParams.get('cursor');
      asked.push(cursor);
      const at = asked.length;
      await route.fulfill({
        json:
          at < 7
            ? { items: [], next: `c${at}`, lookedBackTo: '2026-03-03T12:00:00.000Z' }
            : { items: [], next: null, lookedBackTo: null },
      });
    });
    await page.goto('/search?q=rare');
    await page.getByText('Nothing found so far.').waitFor();
    await page.getByText(/Looked back to 3 March|Looked back to March 3/).waitFor();
    // Nobody's search goes on for ever by itself.
    expect(asked).toEqual([null, 'c1', 'c2', 'c3', 'c4']);
    await page.getByRole('button', { name: 'Look further back' }).click();
    await page.getByText('Nothing found.').waitFor();
    expect(asked.slice(5)).toEqual(['c5', 'c6']);
  });

  it('shows what one can write, and what is not there as a sentence', async () => {
    const page = await screens.desktop();
    screens.complaints.allow(/^404 \/api\/search/);
    await page.goto('/search');
    await page.getByRole('link', { name: 'has:image' }).click();
    await page.getByText('Nothing found.').waitFor();
    await page.goto('/search?q=from:nobody_of_this_name');
    await page.getByText('The search did not work.').waitFor();
  });

  it('is where the key / leads', async () => {
    const page = await screens.desktop();
    await page.goto('/');
    await posts(page).first().waitFor();
    await page.keyboard.press('/');
    await page.waitForURL('**/search');
    await focused(field(page));
  });
});

it('a tag in a post leads to all that have it', async () => {
  const susan = await newPerson(nod);
  const tag = newUsername();
  await write(susan, `First #${tag}`);
  await write(susan, `Second #${tag.toUpperCase()}!`);
  await write(susan, `Only ${tag}, no tag`);
  const page = await screens.phone();
  await page.goto(`/@${susan.username}`);
  await page.getByRole('link', { name: `#${tag}`, exact: true }).click();
  await page.waitForURL(`**/tags/${tag}`);
  await page.getByRole('heading', { level: 1, name: `#${tag}` }).waitFor();
  await expect
    .poll(() => posts(page).locator('.post-body').allInnerTexts())
    .toEqual([`Second #${tag.toUpperCase()}!`, `First #${tag}`]);

  await page.goto('/tags/nobody_has_ever_written_this');
  await page.getByText('Nobody has used this tag yet.').waitFor();
});
