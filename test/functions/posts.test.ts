import { describe, expect, it } from 'vitest';
import type { PostId } from '../../shared/ids.ts';
import type { PostResponse } from '../../shared/responses.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername } from '../support/people.ts';

const nod = startNod();

async function allPages(query: Record<string, string>): Promise<PostResponse[]> {
  const items: PostResponse[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: PostResponse[]; next: string | null } = await new Browser(nod).succeed('posts', {
      query: { ...query, ...(cursor === null ? {} : { cursor }) },
    });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}

describe('posts', () => {
  it('come newest first, by everybody or by one author, a page at a time', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const written: PostId[] = [];
    for (let at = 0; at < 7; at++) {
      const author = at % 3 === 0 ? miguel : susan;
      const { id } = await author.browser.succeed('post-create', { body: { body: `Post ${at}` } });
      written.unshift(id);
    }
    expect((await allPages({ limit: '3' })).map(({ id }) => id)).toEqual(written);
    const mine = await allPages({ limit: '2', author: miguel.username.toUpperCase() });
    expect(mine.map(({ body }) => body)).toEqual(['Post 6', 'Post 3', 'Post 0']);
    const row = (await nod.rows()).Posts.find(({ postId }) => postId === written[0]);
    expect(row?.sessionId).toBe((await miguel.browser.succeed('me')).session.id);
  });

  it('say what is newer than a post that one has, also between that one and a page', async () => {
    const { browser, username } = await newPerson(nod);
    const ids: PostId[] = [];
    for (let at = 0; at < 5; at++) {
      ids.unshift((await browser.succeed('post-create', { body: { body: `Post ${at}` } })).id);
    }
    const [newest = '', , third = '', , oldest = ''] = ids;
    for (const author of [{}, { author: username }]) {
      const newer = async (query: Record<string, string>) => {
        const page = await new Browser(nod).succeed('posts', { query: { ...author, ...query } });
        return { ids: page.items.map(({ id }) => id), next: page.next };
      };
      expect(await newer({ after: third })).toEqual({ ids: ids.slice(0, 2), next: null });
      expect(await newer({ after: newest })).toEqual({ ids: [], next: null });
      const first = await newer({ after: oldest, limit: '3' });
      expect(first.ids).toEqual(ids.slice(0, 3));
      const rest = await newer({ after: oldest, limit: '3', cursor: first.next ?? '' });
      expect(rest).toEqual({ ids: ids.slice(3, 4), next: null });
    }
  });

  it.each([
    [{ after: 'pst_nonsense' }, 'after'],
    [{ cursor: 'nonsense' }, 'cursor'],
    [{ limit: '0' }, 'limit'],
    [{ limit: '101' }, 'limit'],
    [{ limit: 'many' }, 'limit'],
    [{ author: 'a b' }, 'author'],
    [{ feed: 'home' }, 'feed'],
  ])('refuse the query %j', async (query, field) => {
    const reply = await new Browser(nod).call('posts', { query: query as Record<string, string> });
    expect([reply.status, reply.problem.code, reply.problem.field]).toEqual([400, 'invalid_input', field]);
  });

  it('of nobody are not found', async () => {
    expect((await new Browser(nod).call('posts', { query: { author: 'nobody_at_all' } })).status).toBe(404);
    const reserved = newUsername();
    await new Browser(nod).succeed('register', { body: { username: reserved } });
    expect((await new Browser(nod).call('posts', { query: { author: reserved } })).status).toBe(404);
  });
});

describe('post-create', () => {
  it.each([
    ['nothing', ''],
    ['only spaces', ' \n '],
    ['501 characters', 'x'.repeat(501)],
  ])('refuses %s', async (_, body) => {
    const { browser } = await newPerson(nod);
    const reply = await browser.call('post-create', { body: { body } });
    expect([reply.status, reply.problem.code, reply.problem.field]).toEqual([400, 'invalid_input', 'body']);
  });

  it('counts characters, not bytes', async () => {
    const { browser } = await newPerson(nod);
    const body = '🌱'.repeat(500);
    expect((await browser.succeed('post-create', { body: { body } })).body).toBe(body);
  });

  it('writes once for one Idempotency-Key, also at once', async () => {
    const { browser, username } = await newPerson(nod);
    const options = { body: { body: 'Once' }, headers: { 'idempotency-key': 'draft-1' } };
    const replies = await Promise.all([
      browser.call('post-create', options),
      browser.call('post-create', options),
      browser.call('post-create', options),
    ]);
    const again = await browser.call('post-create', options);
    expect([...replies, again].map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set([...replies, again].map(({ body }) => body.id)).size).toBe(1);
    expect(await allPages({ author: username })).toHaveLength(1);
    const other = await browser.call('post-create', { ...options, body: { body: 'Twice' } });
    expect([other.status, other.problem.field]).toEqual([409, 'Idempotency-Key']);
  });

  it('counts what people see as one character, within bytes that keep a row small', async () => {
    const { browser } = await newPerson(nod);
    const body = 'e\u0301'.repeat(500);
    expect((await browser.succeed('post-create', { body: { body } })).body).toBe(body);
    const families = await browser.call('post-create', { body: { body: '👨‍👩‍👧‍👦'.repeat(300) } });
    expect([families.status, families.problem.field]).toEqual([400, 'body']);
    const largest = '🌱🏿'.repeat(375);
    await browser.succeed('post-create', { body: { body: largest, language: 'ckb' } });
    const row = (await nod.rows()).Posts.find((post) => post.body === largest);
    expect(Buffer.byteLength(JSON.stringify(row))).toBeLessThan(4096);
  });

  it('keeps the language that its author has said, and compares it for an Idempotency-Key', async () => {
    const { browser } = await newPerson(nod);
    const options = { body: { body: 'Hallo', language: 'de' }, headers: { 'idempotency-key': 'draft-2' } };
    const written = await browser.succeed('post-create', options);
    expect(written.language).toBe('de');
    expect((await browser.succeed('post', { params: { postId: written.id } })).language).toBe('de');
    expect((await browser.succeed('post-create', options)).id).toBe(written.id);
    for (const body of [{ body: 'Hallo', language: 'nl' }, { body: 'Hallo' }]) {
      const other = await browser.call('post-create', { ...options, body });
      expect([other.status, other.problem.field]).toEqual([409, 'Idempotency-Key']);
    }
    expect(await browser.succeed('post-create', { body: { body: 'Hallo' } })).not.toHaveProperty('language');
  });

  it.each(['', 'xx', 'EN', 'en-GB', 'pt-BR', 'german', 'de" onload="x', '__proto__', 7, null, ['de']])(
    'refuses the language %j',
    async (language) => {
      const { browser } = await newPerson(nod);
      const reply = await browser.call('post-create', { body: { body: 'Hello', language } as never });
      expect([reply.status, reply.problem.field]).toEqual([400, 'language']);
    },
  );

  it('needs a session', async () => {
    const reply = await new Browser(nod).call('post-create', { body: { body: 'Hello' } });
    expect([reply.status, reply.problem.code]).toEqual([401, 'not_signed_in']);
  });
});

describe('post and post-delete', () => {
  it('shows one post, and lets its author alone delete it', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const written = await susan.browser.succeed('post-create', { body: { body: 'Mine' } });
    const params = { postId: written.id };
    expect(await new Browser(nod).succeed('post', { params })).toEqual(written);
    expect((await miguel.browser.call('post-delete', { params })).status).toBe(404);
    expect((await new Browser(nod).call('post-delete', { params })).status).toBe(401);
    const deleted = await susan.browser.call('post-delete', { params });
    expect([deleted.status, deleted.text]).toEqual([204, '']);
    expect((await new Browser(nod).call('post', { params })).status).toBe(404);
    expect((await susan.browser.call('post-delete', { params })).status).toBe(404);
  });

  it.each(['x', 'pst_', `pst_${'I'.repeat(26)}`, 'pst_00000000000000000000000000'])(
    'does not find %s',
    async (postId) => {
      expect((await new Browser(nod).call('post', { params: { postId } })).status).toBe(404);
    },
  );
});

describe('user', () => {
  it('shows a profile, found without case', async () => {
    const { username } = await newPerson(nod);
    const profile = await new Browser(nod).succeed('user', { params: { username: username.toUpperCase() } });
    expect(profile).toMatchObject({ username, displayName: username, createdAt: expect.any(String) });
    expect((await new Browser(nod).call('user', { params: { username: 'nobody_at_all' } })).status).toBe(404);
    expect((await new Browser(nod).call('user', { params: { username: 'ñ' } })).status).toBe(400);
  });
});
