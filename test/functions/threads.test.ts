import { describe, expect, it, onTestFinished } from 'vitest';
import type { PostId, UserId } from '../../shared/ids.ts';
import type { PlaceResponse, PostResponse } from '../../shared/responses.ts';
import { undoReplyRemoved } from '../../shared/undo/reply-removed.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { storeCosts } from '../support/store-costs.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

type Somebody = Awaited<ReturnType<typeof newPerson>>;
type Body = Parameters<typeof write>[1];

const idOf = ({ browser }: Somebody): UserId =>
  browser.cookies.get('__Host-session')?.split('.')[0] as UserId;

function write(
  { browser }: Somebody,
  body: { body: string; replyTo?: PostId; whoMayReply?: 'everybody' | 'following' | 'mentioned' | 'nobody' },
  key?: string,
) {
  return browser.call('post-create', {
    body,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });
}

async function written(somebody: Somebody, body: string, replyTo?: PostId, more: Partial<Body> = {}) {
  const reply = await write(somebody, { body, ...(replyTo === undefined ? {} : { replyTo }), ...more });
  expect(reply.status).toBe(201);
  return reply.body.id;
}

const reading = (postId: PostId, by: Browser = new Browser(nod), cursor?: string | null) =>
  by.succeed('thread', { params: { postId }, ...(cursor ? { query: { cursor } } : {}) });

const said = (entry: PostResponse | PlaceResponse) => ('gone' in entry ? `(${entry.gone})` : entry.body);

async function seen(postId: PostId, by?: Browser) {
  const { above, post, items, next } = await reading(postId, by);
  return { above: above.map(said), post: said(post), items: items.map(said), next };
}

const repliesOf = async (postId: PostId) =>
  (await new Browser(nod).succeed('post', { params: { postId } })).counts.replies;

const remove = (by: Somebody, postId: PostId) => by.browser.call('post-delete', { params: { postId } });

const problem = ({ status, problem }: { status: number; problem: { code: string } }) => [
  status,
  problem.code,
];

/** Puts a row beside the posts of somebody, as another part of Nod would. */
const put = (Item: Record<string, unknown>) =>
  nod.db.put({ Put: { TableName: nod.db.tableName('Posts'), Item } });

const block = (who: UserId, whom: UserId) =>
  Promise.all([
    put({ pk: who, sk: 'hides', blocked: new Set([whom]) }),
    put({ pk: whom, sk: 'hides', blockedBy: new Set([who]) }),
  ]);

describe('a reply', () => {
  it('says what it answers, is found by its id, counted there, and not in everybody’s feed', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const root = await written(susan, 'Who is there?');
    const { body: reply } = await write(miguel, { body: 'Me', replyTo: root });
    expect(reply).toMatchObject({ replyTo: { id: root, username: susan.username }, root });
    const again = await written(susan, 'Welcome', reply.id);
    const stranger = new Browser(nod);
    expect(await stranger.succeed('post', { params: { postId: reply.id } })).toEqual({
      ...reply,
      counts: { likes: 0, reposts: 0, replies: 1 },
    });
    expect(await repliesOf(root)).toBe(1);
    const everybody = (await stranger.succeed('posts')).items.map(({ id }) => id);
    expect(everybody).toContain(root);
    expect(everybody).not.toContain(reply.id);
    const his = await stranger.succeed('posts', { query: { author: miguel.username } });
    expect(his.items.map(({ id }) => id)).toEqual([reply.id]);
    expect(await seen(again)).toMatchObject({ above: ['Who is there?', 'Me'], post: 'Welcome', items: [] });
  });

  it('needs the post that it answers', async () => {
    const susan = await newPerson(nod);
    const gone = await written(susan, 'Soon gone');
    await remove(susan, gone);
    await unchanged(
      nod,
      async () => {
        expect(problem(await write(susan, { body: 'To what?', replyTo: gone }))).toEqual([404, 'not_found']);
        const nonsense = await write(susan, { body: 'To what?', replyTo: 'pst_x' });
        expect([nonsense.status, nonsense.problem.field]).toEqual([400, 'replyTo']);
      },
      'a limit counts it',
    );
  });

  it('is written once for one key, and a repeat finds it when what it answers is gone', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const root = await written(susan, 'Soon gone');
    const options = { body: 'Once', replyTo: root };
    const replies = await Promise.all([1, 2, 3].map(() => write(miguel, options, 'one')));
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(replies.map(({ body }) => body.id)).size).toBe(1);
    expect(await repliesOf(root)).toBe(1);
    const other = await written(susan, 'Another');
    expect((await write(miguel, { ...options, replyTo: other }, 'one')).problem.field).toBe(
      'Idempotency-Key',
    );
    await remove(susan, root);
    const again = await write(miguel, options, 'one');
    expect([again.status, again.body.id]).toEqual([201, replies[0]?.body.id]);
  });

  it.each([
    ['the one that it answers', ({ parent }: { parent: UserId; root: UserId }) => parent],
    ['whoever began the thread', ({ root }: { parent: UserId; root: UserId }) => root],
  ])('is not written by somebody whom a block stands between and %s', async (_, whom) => {
    const [susan, miguel, tom] = [await newPerson(nod), await newPerson(nod), await newPerson(nod)];
    const root = await written(susan, 'First');
    const parent = await written(miguel, 'Second', root);
    const other = whom({ parent: idOf(miguel), root: idOf(susan) });
    for (const [one, two] of [
      [idOf(tom), other],
      [other, idOf(tom)],
    ] as const) {
      await block(one, two);
      expect(problem(await write(tom, { body: 'Third', replyTo: parent }))).toEqual([403, 'blocked']);
    }
    expect(await repliesOf(parent)).toBe(0);
  });

  it('is not written by a session that ends meanwhile, and then not counted', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const root = await written(susan, 'Root');
    const copy = miguel.browser.copy();
    const [reply] = await Promise.all([
      write(miguel, { body: 'Racing', replyTo: root }),
      copy.call('logout'),
    ]);
    expect([201, 401]).toContain(reply.status);
    expect(await repliesOf(root)).toBe(reply.status === 201 ? 1 : 0);
    expect(problem(await write(miguel, { body: 'Late', replyTo: root }))).toEqual([401, 'not_signed_in']);
  });
});

describe('who may reply', () => {
  it('is what the first post says: nobody, whom it mentions, or whom its author follows', async () => {
    const [susan, miguel, tom] = [await newPerson(nod), await newPerson(nod), await newPerson(nod)];
    const may = async (somebody: Somebody, root: PostId) => {
      const { mayReply } = await reading(root, somebody.browser);
      const reply = await write(somebody, { body: 'Me', replyTo: root });
      expect(mayReply).toBe(reply.status === 201);
      if (!mayReply) expect(problem(reply)).toEqual([403, 'may_not_reply']);
      return mayReply;
    };
    const nobody = await written(susan, 'Alone', undefined, { whoMayReply: 'nobody' });
    expect([await may(susan, nobody), await may(miguel, nobody)]).toEqual([true, false]);
    const mentioned = await written(susan, `Only @${miguel.username.toUpperCase()}`, undefined, {
      whoMayReply: 'mentioned',
    });
    expect([await may(miguel, mentioned), await may(tom, mentioned)]).toEqual([true, false]);
    const following = await written(susan, 'Friends', undefined, { whoMayReply: 'following' });
    await put({ pk: idOf(susan), sk: `follow#${idOf(tom)}` });
    expect([await may(miguel, following), await may(tom, following)]).toEqual([false, true]);
    const everybody = await written(susan, 'All', undefined, { whoMayReply: 'everybody' });
    expect(await may(miguel, everybody)).toBe(true);
  });

  it('holds for the whole thread, whatever a reply says', async () => {
    const [susan, miguel, tom] = [await newPerson(nod), await newPerson(nod), await newPerson(nod)];
    const root = await written(susan, `For @${miguel.username}`, undefined, { whoMayReply: 'mentioned' });
    const reply = await written(miguel, `@${tom.username}, look`, root, { whoMayReply: 'everybody' });
    expect(problem(await write(tom, { body: 'Thanks', replyTo: reply }))).toEqual([403, 'may_not_reply']);
    const more = await written(susan, 'And?', reply);
    expect((await new Browser(nod).succeed('post', { params: { postId: more } })).whoMayReply).toBe(
      'mentioned',
    );
    expect((await reading(root)).mayReply).toBeUndefined();
  });
});

describe('a thread', () => {
  it('has what answers a post right behind it, the oldest first, and goes on page by page', async () => {
    const susan = await newPerson(nod);
    const root = await written(susan, 'root');
    const [a, b] = [await written(susan, 'a', root), await written(susan, 'b', root)];
    const a1 = await written(susan, 'a1', a);
    await written(susan, 'b1', b);
    await written(susan, 'a11', a1);
    await written(susan, 'a2', a);
    expect((await seen(root)).items).toEqual(['a', 'a1', 'a11', 'a2', 'b', 'b1']);
    expect(await seen(a)).toEqual({ above: ['root'], post: 'a', items: ['a1', 'a11', 'a2'], next: null });
    expect(await seen(a1)).toMatchObject({ above: ['root', 'a'], items: ['a11'] });
    for (let at = 0; at < 38; at++) await written(susan, `c${at}`, root);
    const bodies: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await reading(root, undefined, cursor);
      expect(page.items.length).toBeLessThanOrEqual(20);
      bodies.push(...page.items.map(said));
      cursor = page.next;
    } while (cursor);
    expect(bodies).toHaveLength(44);
    expect(new Set(bodies).size).toBe(44);
    expect(bodies.slice(-3)).toEqual(['c35', 'c36', 'c37']);
  }, 60_000);

  it('keeps the place of a post that was deleted while something stands below it', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const root = await written(susan, 'root');
    const middle = await written(miguel, 'middle', root);
    const last = await written(susan, 'last', middle);
    expect((await remove(miguel, middle)).status).toBe(204);
    expect(await seen(root)).toMatchObject({ post: 'root', items: ['(deleted)', 'last'] });
    expect(await seen(last)).toMatchObject({ above: ['root', '(deleted)'], post: 'last' });
    expect(await repliesOf(root)).toBe(0);
    expect((await new Browser(nod).call('post', { params: { postId: middle } })).status).toBe(404);
    const row = (await nod.rows()).Posts.find(({ postId }) => postId === middle);
    expect(JSON.stringify(row)).not.toMatch(new RegExp(`"middle"|${miguel.username}`));
    expect(row).toMatchObject({ gone: 'deleted' });
    expect(row?.feed).toBeUndefined();
    // The beginning, too, and then the page of it is only its place.
    expect((await remove(susan, root)).status).toBe(204);
    expect(await seen(root)).toMatchObject({ post: '(deleted)', items: ['(deleted)', 'last'] });
    expect(problem(await write(miguel, { body: 'More', replyTo: root }))).toEqual([404, 'not_found']);
    // With the last of them all of it goes.
    expect((await remove(susan, last)).status).toBe(204);
    const left = (await nod.rows()).Posts.filter(({ postId }) =>
      [root, middle, last].includes(postId as PostId),
    );
    expect(left).toEqual([]);
    expect((await new Browser(nod).call('thread', { params: { postId: root } })).status).toBe(404);
  });

  it('shows nobody whom a block stands between, and says of what is above that it is not seen', async () => {
    const [susan, miguel, tom] = [await newPerson(nod), await newPerson(nod), await newPerson(nod)];
    const root = await written(susan, 'root');
    const middle = await written(miguel, 'middle', root);
    const last = await written(susan, 'last', middle);
    await block(idOf(miguel), idOf(tom));
    expect((await seen(root, tom.browser)).items).toEqual(['last']);
    expect(await seen(last, tom.browser)).toMatchObject({ above: ['root', '(unseen)'] });
    const params = { postId: middle };
    expect((await tom.browser.call('thread', { params })).status).toBe(404);
    expect((await tom.browser.call('post-history', { params })).status).toBe(404);
  });

  it('costs a page, however long and deep it is', async () => {
    const susan = await newPerson(nod);
    const root = await written(susan, 'root');
    let deep = root;
    for (let at = 0; at < 12; at++) deep = await written(susan, `deep ${at}`, deep);
    for (let at = 0; at < 25; at++) await written(susan, `to the deep one ${at}`, deep);
    const costs = await storeCosts(nod.recordingProxy, {
      root: () => susan.browser.succeed('thread', { params: { postId: root } }),
      deep: () => susan.browser.succeed('thread', { params: { postId: deep } }),
      stranger: () => new Browser(nod).succeed('thread', { params: { postId: deep } }),
    });
    for (const [name, { calls, reads, writes }] of Object.entries(costs)) {
      expect([name, calls <= 6, reads <= 32, writes]).toEqual([name, true, true, 0]);
    }
    const page = await reading(deep, susan.browser);
    expect(page.above.map(said)).toEqual([3, 4, 5, 6, 7, 8, 9, 10].map((at) => `deep ${at}`));
    expect(page.items).toHaveLength(8);
  }, 60_000);
});

describe('reply-remove', () => {
  it('takes a reply out of one’s own thread, and leaves it to its author', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const root = await written(susan, 'root');
    const reply = await written(miguel, 'rude', root);
    const below = await written(susan, 'not nice', reply);
    const params = { postId: root, replyId: reply };
    await unchanged(nod, async () => {
      expect(problem(await miguel.browser.call('reply-remove', { params }))).toEqual([404, 'not_found']);
      const elsewhere = { ...params, postId: below };
      expect(problem(await susan.browser.call('reply-remove', { params: elsewhere }))).toEqual([
        404,
        'not_found',
      ]);
    });
    for (let twice = 0; twice < 2; twice++) {
      expect((await susan.browser.call('reply-remove', { params })).status).toBe(204);
      expect(await repliesOf(root)).toBe(0);
    }
    expect((await seen(root)).items).toEqual(['not nice']);
    const stranger = new Browser(nod);
    const his = await stranger.succeed('posts', { query: { author: miguel.username } });
    expect(his.items.map(said)).toEqual(['rude']);
    // What answers it from now on stands there, and not in the thread that it was taken out of.
    await written(miguel, 'still here', reply);
    expect((await seen(reply)).items).toEqual(['still here']);
    expect((await seen(root)).items).toEqual(['not nice']);

    const entry = (await nod.rows()).Sessions.find(({ kind }) => kind === 'reply-removed');
    expect(entry).toMatchObject({ author: idOf(miguel), post: reply });
    const undone = await undoReplyRemoved(nod.db, idOf(susan), entry as never);
    await nod.db.write(...undone);
    expect((await seen(root)).items).toEqual(['rude', 'not nice']);
    expect(await repliesOf(root)).toBe(1);
    expect(await undoReplyRemoved(nod.db, idOf(susan), entry as never)).toEqual([]);
  });
});

describe('races', () => {
  it('replies and deletions at once: each reply is counted or refused', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    for (let round = 0; round < 5; round++) {
      const root = await written(susan, 'Racing');
      const [reply, deleted] = await Promise.all([
        write(miguel, { body: 'Quick', replyTo: root }),
        remove(susan, root),
      ]);
      expect(deleted.status).toBe(204);
      expect([201, 404]).toContain(reply.status);
      const row = (await nod.rows()).Posts.find(({ postId }) => postId === root);
      if (reply.status === 201) expect(row).toMatchObject({ gone: 'deleted', replies: 1 });
      else expect(row).toBeUndefined();
    }
  });

  it('a reply whose answer is lost is there once', async () => {
    const susan = await newPerson(nod);
    const root = await written(susan, 'Root');
    nod.recordingProxy.disturb('answer lost', {
      from: 'post-create',
      operation: 'TransactWriteItems',
      times: 1,
    });
    onTestFinished(() => nod.recordingProxy.mend());
    const reply = await write(susan, { body: 'Once', replyTo: root });
    expect(reply.status).toBe(201);
    expect(await repliesOf(root)).toBe(1);
  });
});
