import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../shared/database.ts';
import { newSessionId, newUserId, type PostId, type UserId } from '../../../shared/ids.ts';
import { newPostId, type Post, type Written } from '../../../shared/posts/post.ts';
import { type PostPage, postStore } from '../../../shared/posts/post-store.ts';
import { tables } from '../../support/tables.ts';

const { db, attempt } = tables();
const posts = postStore(db);

const NOW = new Date('2027-03-10T12:00:00.000Z');
const [susan, tom] = [newUserId(), newUserId()];

function newPost(userId: UserId, time: string): Post {
  const createdAt = new Date(time);
  return {
    id: newPostId(createdAt),
    userId,
    username: userId === susan ? 'susan' : 'tom',
    displayName: 'Somebody',
    body: `Written at ${time}`,
    createdAt,
    sessionId: newSessionId(),
  };
}

// Oldest first: two that were brought from elsewhere, years older than Nod, and gaps of years and months.
const ALL = [
  newPost(tom, '1999-12-31T23:59:59.999Z'),
  newPost(susan, '2019-07-20T20:17:40.000Z'),
  newPost(susan, '2026-11-30T23:59:59.998Z'),
  newPost(tom, '2026-11-30T23:59:59.999Z'),
  newPost(susan, '2026-12-01T00:00:00.000Z'),
  newPost(susan, '2026-12-24T18:00:00.000Z'),
  newPost(tom, '2026-12-31T23:59:59.999Z'),
  newPost(susan, '2027-01-01T00:00:00.000Z'),
  newPost(susan, '2027-01-31T23:59:59.999Z'),
  newPost(tom, '2027-03-01T00:00:00.000Z'),
  newPost(susan, '2027-03-09T08:00:00.000Z'),
];
const NEWEST_FIRST = ALL.toReversed();

/** All pages, from the newest on. */
async function pages(page: (from: { before?: PostId }) => Promise<PostPage>): Promise<Written[][]> {
  const found: Written[][] = [];
  let next: PostId | null | undefined;
  while (next !== null) {
    const { posts, next: following }: PostPage = await page(next === undefined ? {} : { before: next });
    found.push(posts);
    next = following;
  }
  return found;
}

/** A store whose queries are counted. */
function counting() {
  const counted = { queries: 0 };
  const through: Database = {
    ...db,
    query(input) {
      counted.queries++;
      return db.query(input);
    },
  };
  return { counted, posts: postStore(through) };
}

describe('reading', () => {
  beforeAll(async () => {
    for (const post of ALL) await db.write(posts.create(post));
  });

  it.each([1, 2, 3, 4, 8])(
    'everybody’s posts, newest first, %i to a page, each page by one query, without gap or double',
    async (limit) => {
      const { counted, posts } = counting();
      const found = await pages((from) => posts.all({ ...from, limit }));
      expect(counted.queries).toBe(found.length);
      expect(found.flat()).toEqual(NEWEST_FIRST);
      expect(found.slice(0, -1).every((page) => page.length === limit)).toBe(true);
      expect(found.at(-1)).not.toEqual([]);
    },
  );

  it.each([1, 2, 5])('one author’s posts, %i to a page', async (limit) => {
    const found = await pages((from) => posts.ofAuthor(susan, { ...from, limit }));
    expect(found.flat()).toEqual(NEWEST_FIRST.filter(({ userId }) => userId === susan));
    expect(found.slice(0, -1).every((page) => page.length === limit)).toBe(true);
    expect(found.at(-1)).not.toEqual([]);
  });

  it.each([11, 12, 100])('ends the cursor with the last post, at %i to a page', async (limit) => {
    expect(await posts.all({ limit })).toEqual({ posts: NEWEST_FIRST, next: null });
  });

  it('finds nothing of an author who wrote nothing', async () => {
    expect(await posts.ofAuthor(newUserId(), { limit: 5 })).toEqual({ posts: [], next: null });
  });

  it('goes on after a post that was deleted since its page was read', async () => {
    const gone = newPost(susan, '2027-01-15T00:00:00.000Z');
    const [, older] = [NEWEST_FIRST[2], NEWEST_FIRST[3]];
    expect((await posts.all({ before: gone.id, limit: 1 })).posts).toEqual([older]);
    expect((await posts.ofAuthor(susan, { before: gone.id, limit: 1 })).posts).toEqual([older]);
  });

  it('keeps authors apart when a cursor of one is used with another', async () => {
    const { posts: found } = await posts.ofAuthor(susan, {
      before: ALL.at(-2)?.id ?? newPostId(NOW),
      limit: 3,
    });
    expect(found).toEqual(NEWEST_FIRST.filter(({ userId }) => userId === susan).slice(1, 4));
  });

  it.each(['1970-01-01', '1999-12-31'])('finds nothing before there was anything: %s', async (time) => {
    const before = newPostId(new Date(time));
    expect(await posts.all({ before, limit: 5 })).toEqual({ posts: [], next: null });
  });

  it.each([
    ['of a moment ten quiet years after the last post', '2037-03-10'],
    ['that somebody made up', '+010889-08-02'],
  ])('asks once for the page after a cursor %s', async (_, time) => {
    const { counted, posts } = counting();
    const before = newPostId(new Date(time));
    expect(await posts.all({ before, limit: 100 })).toEqual({ posts: NEWEST_FIRST, next: null });
    expect(counted.queries).toBe(1);
  });

  it('one post by its id', async () => {
    for (const post of ALL) expect(await posts.get(post.id)).toEqual(post);
    expect(await posts.get(newPostId(NOW))).toBeUndefined();
  });
});

describe('writing', () => {
  it('creates a post once', async () => {
    const post = newPost(newUserId(), '2027-03-10T00:00:00.000Z');
    await db.write(posts.create(post));
    expect(await attempt(posts.create({ ...post, body: 'Another' }))).toBe('refused');
    expect(await posts.get(post.id)).toEqual(post);
  });

  it('deletes an author’s own post, once, and nobody else’s', async () => {
    const post = newPost(newUserId(), '2027-03-10T00:00:01.000Z');
    await db.write(posts.create(post));
    expect(await attempt(posts.delete({ ...post, userId: newUserId() }))).toBe('refused');
    expect(await posts.get(post.id)).toEqual(post);
    expect(await attempt(posts.delete(post))).toBe('written');
    expect(await posts.get(post.id)).toBeUndefined();
    expect(await attempt(posts.delete(post))).toBe('refused');
  });
});
