import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../shared/database.ts';
import { newSessionId, newUserId, type PostId, type UserId } from '../../../shared/ids.ts';
import { newPostId, type Post } from '../../../shared/posts/post.ts';
import { postKey, postStore } from '../../../shared/posts/post-store.ts';
import { postingStore } from '../../../shared/search/posting-store.ts';
import { searchQuery } from '../../../shared/search/query.ts';
import { searching } from '../../../shared/search/searching.ts';
import { tables } from '../../support/tables.ts';

const { db, rows } = tables();
const [posts, postings] = [postStore(db), postingStore(db)];

const [susan, tom] = [newUserId(), newUserId()];
const START = Date.parse('2026-01-01T00:00:00.000Z');
let minutes = 0;

/** A post, a minute after the one before. */
async function write(userId: UserId, body: string, more: Partial<Post> = {}): Promise<Post> {
  const createdAt = new Date(START + 60_000 * minutes++);
  const post: Post = {
    id: newPostId(createdAt),
    userId,
    username: userId === susan ? 'susan' : 'tom',
    displayName: 'Somebody',
    body,
    createdAt,
    sessionId: newSessionId(),
    ...more,
  };
  await db.write(posts.create(post));
  await postings.index(post, []);
  return post;
}

type Options = { author?: UserId; before?: PostId; limit?: number; language?: string };

async function find(
  text: string,
  { author, before, limit = 20, language = 'en' }: Options = {},
  by: Database = db,
) {
  const found = await searching(by)(searchQuery(text, language), {
    reader: undefined,
    author,
    before,
    limit,
  });
  return { bodies: found.posts.map(({ body }) => body), next: found.next };
}

const words = async (text: string, options?: Options) => (await find(text, options)).bodies;

describe('a search', () => {
  beforeAll(async () => {
    await write(susan, 'Fresh bread from the oven', { language: 'en' });
    await write(tom, 'Breads of the world', { language: 'en' });
    await write(susan, 'Frisches Brot, viele Häuser', { language: 'de' });
    await write(tom, '東京タワーの夜', { language: 'ja' });
    await write(susan, 'Look at #Bread by @tom on https://example.com/oven');
    await write(tom, 'bread FRESH, and not fresh bread the other way');
  });

  it('finds all of its words in any order, newest first', async () => {
    expect(await words('fresh bread')).toEqual([
      'bread FRESH, and not fresh bread the other way',
      'Fresh bread from the oven',
    ]);
    expect(await words('bread')).toHaveLength(4);
    expect(await words('bread tokyo')).toEqual([]);
  });

  it('finds another form of a word, and a word within a compound of a writing without spaces', async () => {
    expect(await words('haus')).toEqual(['Frisches Brot, viele Häuser']);
    expect(await words('タワー')).toEqual(['東京タワーの夜']);
    expect(await words('京')).toEqual([]);
  });

  it('finds tags, mentions, sites and phrases', async () => {
    for (const text of ['#bread', '@tom', 'https://www.example.com'])
      expect(await words(text)).toEqual(['Look at #Bread by @tom on https://example.com/oven']);
    expect(await words('"Fresh bread"')).toHaveLength(2);
    expect(await words('"bread from"')).toEqual(['Fresh bread from the oven']);
  });

  it('knows whose and when', async () => {
    expect(await words('bread', { author: susan })).toEqual([
      'Look at #Bread by @tom on https://example.com/oven',
      'Fresh bread from the oven',
    ]);
    expect(await words('', { author: tom })).toHaveLength(3);
    expect(await words('bread before:2026')).toEqual([]);
    expect(await words('bread since:2026')).toHaveLength(4);
    expect(await words('bread since:2027')).toEqual([]);
  });
});

describe('what was found', () => {
  it('is gone at once when the post is, and when it says something else', async () => {
    const [deleted, edited] = [await write(susan, 'quokka one'), await write(susan, 'quokka two')];
    await db.write(posts.delete(deleted));
    expect(await words('quokka')).toEqual(['quokka two']);
    await db.put({
      Put: {
        TableName: db.tableName('Posts'),
        Item: {
          ...postKey(susan, edited.id),
          ...edited,
          postId: edited.id,
          feed: 'all',
          body: 'wombat',
          createdAt: 1,
        },
      },
    });
    expect(await words('quokka')).toEqual([]);
  });

  it('is taken out of the index with it, and what stays is the same as of a new one', async () => {
    const before = await write(susan, 'numbat in the morning #zoo');
    const after = { ...before, body: 'numbat at night' };
    await postings.index(after, [before, after]);
    const termsOf = async () =>
      (await rows()).Copies.filter(({ sk }) => sk === before.id)
        .map(({ pk }) => pk)
        .sort();
    expect(await termsOf()).toEqual(['t#at', 't#night', 't#numbat']);
    // A record that comes once more, and one that comes late.
    await postings.index(after, [before, after]);
    await postings.index(after, [before]);
    expect(await termsOf()).toEqual(['t#at', 't#night', 't#numbat']);
    await postings.index(undefined, [after]);
    expect(await termsOf()).toEqual([]);
  });
});

describe('a search among many', () => {
  beforeAll(async () => {
    for (let at = 0; at < 150; at++) {
      const createdAt = new Date(START + 60_000 * minutes++);
      const body = at % 50 === 0 ? `common rare ${at}` : `common ${at}`;
      const post: Post = {
        id: newPostId(createdAt),
        userId: tom,
        username: 'tom',
        displayName: 'Tom',
        body,
        createdAt,
        sessionId: newSessionId(),
      };
      await db.write(posts.create(post));
      await postings.index(post, []);
    }
  });

  it('is led by the rarest word, and reads few postings of the others', async () => {
    const asked: string[] = [];
    const noting: Database = {
      ...db,
      query: (input) => {
        asked.push(input.ExpressionAttributeValues?.[':pk']);
        return db.query(input);
      },
    };
    expect((await find('common rare', {}, noting)).bodies).toEqual([
      'common rare 100',
      'common rare 50',
      'common rare 0',
    ]);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('comes a page at a time, each post once and none left out', async () => {
    const found: string[] = [];
    let next: PostId | null | undefined;
    do {
      const page = await find('common', { limit: 7, ...(next ? { before: next } : {}) });
      found.push(...page.bodies);
      next = page.next;
    } while (next !== null);
    expect(found).toHaveLength(150);
    expect(new Set(found).size).toBe(150);
  });

  it('says where it has stopped when it finds nothing among so many', async () => {
    const id = newPostId(new Date(START));
    const many: Database = {
      ...db,
      // Lists that never end, of posts that lack the other word.
      query: ({ Limit = 0, ExpressionAttributeValues: values }) => {
        const before = values?.[':before'] ?? id;
        const items = Array.from({ length: Limit }, (_, at) => ({
          sk: earlier(before, at + 1),
          author: tom,
          signature: new Uint8Array(0),
        }));
        return Promise.resolve({ items });
      },
    };
    const { bodies, next } = await find('common rarer', {}, many);
    expect(bodies).toEqual([]);
    expect(next).not.toBeNull();
  });
});

function earlier(id: string, by: number): PostId {
  const random = Number.parseInt(id.slice(-8), 10) || 99_999_999;
  return `${id.slice(0, -8)}${String(random - by).padStart(8, '0')}` as PostId;
}
