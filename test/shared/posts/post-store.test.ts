import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../shared/database.ts';
import { newSessionId, newUserId, type PostId, type UserId } from '../../../shared/ids.ts';
import { newPostId, type Post } from '../../../shared/posts/post.ts';
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

// Oldest first: on both sides of three borders between months, and nothing at all in February.
const ALL = [
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
async function pages(page: (from: { before?: PostId }) => Promise<PostPage>): Promise<Post[][]> {
  const found: Post[][] = [];
  let next: PostId | null | undefined;
  while (next !== null) {
    const { posts, next: following }: PostPage = await page(next === undefined ? {} : { before: next });
    found.push(posts);
    next = following;
  }
  return found;
}

describe('reading', () => {
  beforeAll(async () => {
    for (const post of ALL) await db.write(posts.create(post));
  });

  it.each([1, 2, 3, 4, 8])(
    'everybody’s posts, newest first, %i to a page over all months, without gap or double',
    async (limit) => {
      const found = await pages((from) => posts.all({ ...from, limit, now: NOW }));
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

  it.each([9, 10, 100])('ends the cursor with the last post, at %i to a page', async (limit) => {
    expect(await posts.all({ limit, now: NOW })).toEqual({ posts: NEWEST_FIRST, next: null });
  });

  it('finds nothing of an author who wrote nothing', async () => {
    expect(await posts.ofAuthor(newUserId(), { limit: 5 })).toEqual({ posts: [], next: null });
  });

  it('goes on after a post that was deleted since its page was read', async () => {
    const gone = newPost(susan, '2027-01-15T00:00:00.000Z');
    const [, older] = [NEWEST_FIRST[2], NEWEST_FIRST[3]];
    expect((await posts.all({ before: gone.id, limit: 1, now: NOW })).posts).toEqual([older]);
    expect((await posts.ofAuthor(susan, { before: gone.id, limit: 1 })).posts).toEqual([older]);
  });

  it('keeps authors apart when a cursor of one is used with another', async () => {
    const { posts: found } = await posts.ofAuthor(susan, {
      before: ALL.at(-2)?.id ?? newPostId(NOW),
      limit: 3,
    });
    expect(found).toEqual(NEWEST_FIRST.filter(({ userId }) => userId === susan).slice(1, 4));
  });

  it.each([
    ['before there was anything', '2020-01-01'],
    ['from the first moment of the first month', '2026-11-01'],
  ])('finds nothing %s', async (_, time) => {
    const before = newPostId(new Date(time));
    expect(await posts.all({ before, limit: 5, now: NOW })).toEqual({ posts: [], next: null });
  });

  it.each(['2027-04-01', '2099-12-31', '9999-12-31', '+010889-08-02'])(
    'asks for no month that has not begun, whatever a cursor says: %s',
    async (time) => {
      let queries = 0;
      const counting: Database = {
        ...db,
        query(input) {
          queries++;
          return db.query(input);
        },
      };
      const before = newPostId(new Date(time));
      const page = await postStore(counting).all({ before, limit: 100, now: NOW });
      expect(page).toEqual({ posts: NEWEST_FIRST, next: null });
      // November to March
      expect(queries).toBe(5);
    },
  );

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
    expect(await attempt(posts.delete(newUserId(), post.id))).toBe('refused');
    expect(await posts.get(post.id)).toEqual(post);
    expect(await attempt(posts.delete(post.userId, post.id))).toBe('written');
    expect(await posts.get(post.id)).toBeUndefined();
    expect(await attempt(posts.delete(post.userId, post.id))).toBe('refused');
  });
});
