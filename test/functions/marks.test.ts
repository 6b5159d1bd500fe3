/** What one can do with a post: like it, repost it, save it; and what that costs. */
import { describe, expect, it } from 'vitest';
import type { PostId, UserId } from '../../shared/ids.ts';
import { hidesKey } from '../../shared/people/hides-store.ts';
import { postKey } from '../../shared/posts/post-store.ts';
import { type MarkingEntry, undoMarking } from '../../shared/posts/undo-marking.ts';
import type { List, MarksResponse, PostResponse } from '../../shared/responses.ts';
import { undoLogStore } from '../../shared/undo/undo-log-store.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { storeCosts } from '../support/store-costs.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

type Person = Awaited<ReturnType<typeof newPerson>>;
type Act = 'like' | 'unlike' | 'repost' | 'unrepost' | 'save' | 'unsave';
const ACTS: Act[] = ['like', 'unlike', 'repost', 'unrepost', 'save', 'unsave'];

const act = (browser: Browser, what: Act, postId: string): Promise<MarksResponse> =>
  browser.succeed(`post-${what}`, { params: { postId } });
const refusal = async (browser: Browser, what: Act, postId: string) => {
  const { status, problem } = await browser.call(`post-${what}`, { params: { postId } });
  return [status, problem.code];
};
const write = async ({ browser }: Person, body = 'Hello') =>
  (await browser.succeed('post-create', { body: { body } })).id;
const read = (postId: string, browser = new Browser(nod)) => browser.succeed('post', { params: { postId } });
const ofAuthor = async ({ username }: Person, browser = new Browser(nod)) =>
  (await browser.succeed('posts', { query: { author: username } })).items;
const userIdOf = async ({ username }: Person) => (await userStore(nod.db).idByName(username)) as UserId;

const NONE = { likes: 0, reposts: 0, replies: 0 };
const NOTHING = { liked: false, reposted: false, saved: false };

describe('a post', () => {
  it.each([
    ['like', 'unlike', { ...NONE, likes: 1 }, { ...NOTHING, liked: true }],
    ['repost', 'unrepost', { ...NONE, reposts: 1 }, { ...NOTHING, reposted: true }],
    ['save', 'unsave', NONE, { ...NOTHING, saved: true }],
  ] as const)(
    'is marked by %s and not by %s, each as often as one likes',
    async (set, clear, counts, mine) => {
      const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
      const id = await write(susan);
      for (let round = 0; round < 2; round++) {
        expect(await act(tom.browser, set, id)).toEqual({ counts, mine });
        const again = () => act(tom.browser, set, id);
        expect(await unchanged(nod, again, 'a limit counts it')).toEqual({ counts, mine });
        expect(await read(id)).toMatchObject({ counts });
        expect((await read(id, tom.browser)).mine).toEqual(mine);
        expect((await read(id, susan.browser)).mine).toEqual(NOTHING);
        expect(await act(tom.browser, clear, id)).toEqual({ counts: NONE, mine: NOTHING });
        const cleared = () => act(tom.browser, clear, id);
        expect(await unchanged(nod, cleared, 'a limit counts it')).toEqual({ counts: NONE, mine: NOTHING });
      }
    },
  );

  it('is counted once for each person, whatever they press at once in two tabs', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const id = await write(susan);
    const tab = await signIn(nod, tom);
    for (const what of ['like', 'repost', 'save'] as const) {
      await Promise.all([tom.browser, tab, tom.browser, tab].map((browser) => act(browser, what, id)));
    }
    expect(await read(id, tab)).toMatchObject({
      counts: { likes: 1, reposts: 1, replies: 0 },
      mine: { liked: true, saved: true, reposted: true },
    });
    const { items } = await tab.succeed('saved');
    expect(items.map((post) => post.id)).toEqual([id]);
    expect(await ofAuthor(tom)).toHaveLength(1);
    for (const what of ['unlike', 'unrepost', 'unsave'] as const) {
      await Promise.all([tom.browser, tab, tom.browser].map((browser) => act(browser, what, id)));
    }
    expect(await read(id, tab)).toMatchObject({ counts: NONE, mine: NOTHING });
    expect((await tab.succeed('saved')).items).toEqual([]);
    expect(await ofAuthor(tom)).toEqual([]);
  });

  it.each(ACTS)('that is not there is not found: %s', async (what) => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const id = await write(susan);
    const { browser } = tom;
    await act(browser, 'repost', id);
    const repost = (await nod.rows()).Posts.find(({ repostOf }) => repostOf !== undefined)?.postId as PostId;
    await susan.browser.succeed('post-delete', { params: { postId: id } });
    for (const gone of [id, repost, `pst_${'0'.repeat(26)}`]) {
      expect(await unchanged(nod, () => refusal(browser, what, gone), 'a limit counts it')).toEqual([
        404,
        'not_found',
      ]);
    }
    expect(await refusal(browser, what, 'pst_nonsense')).toEqual([404, 'not_found']);
  });

  it('whose author has blocked one, or is blocked, can be left and not taken', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const id = await write(susan);
    for (const what of ['like', 'repost', 'save'] as const) await act(tom.browser, what, id);
    const [tomId, susanId] = [await userIdOf(tom), await userIdOf(susan)];
    for (const kind of ['blocked', 'blockedBy']) {
      await nod.db.put({
        Put: {
          TableName: nod.db.tableName('Posts'),
          Item: { ...hidesKey(tomId), [kind]: new Set([susanId]) },
        },
      });
      for (const what of ['like', 'repost', 'save'] as const) {
        expect(await unchanged(nod, () => refusal(tom.browser, what, id), 'a limit counts it')).toEqual([
          403,
          'blocked',
        ]);
      }
      expect((await tom.browser.succeed('saved')).items).toEqual([]);
      expect((await tom.browser.succeed('likes')).items).toEqual([]);
    }
    for (const what of ['unlike', 'unrepost', 'unsave'] as const) await act(tom.browser, what, id);
    expect(await read(id)).toMatchObject({ counts: NONE });
  });

  it.each(ACTS)('is nothing for whoever is not signed in: %s', async (what) => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const id = await write(susan);
    await tom.browser.succeed('logout');
    for (const browser of [new Browser(nod), tom.browser]) {
      expect(await unchanged(nod, () => refusal(browser, what, id))).toEqual([401, 'not_signed_in']);
    }
    expect((await new Browser(nod).call('saved')).status).toBe(401);
  });
});

describe('a repost', () => {
  it('stands among what its author wrote, names them, and can be of one’s own', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const hers = await write(susan, 'Hers');
    const old = await write(tom, 'Old');
    await act(tom.browser, 'repost', hers);
    const later = await write(tom, 'Later');
    await act(tom.browser, 'repost', old);
    const page = await ofAuthor(tom);
    expect(page.map(({ id, by }) => [id, by?.username])).toEqual([
      [old, tom.username],
      [later, undefined],
      [hers, tom.username],
    ]);
    expect(page[2]).toMatchObject({
      author: { username: susan.username },
      body: 'Hers',
      counts: { reposts: 1 },
    });
    const everybodys = (await new Browser(nod).succeed('posts')).items.slice(0, 3);
    expect(everybodys.map(({ id, by }) => [id, by])).toEqual([later, old, hers].map((id) => [id, undefined]));
  });

  it('is taken away by undoing it, alone, and a new one is a new row', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const id = await write(susan);
    const own = await write(tom);
    const rowsOf = async () =>
      (await nod.rows()).Posts.filter(({ repostOf }) => (repostOf as { id?: string })?.id === id);
    await act(tom.browser, 'repost', id);
    const [first] = await rowsOf();
    expect(first).toMatchObject({ username: tom.username, sessionId: expect.stringMatching(/^ses_/) });
    expect([first?.feed, first?.body]).toEqual([undefined, undefined]);
    await act(tom.browser, 'unrepost', id);
    expect(await rowsOf()).toEqual([]);
    await act(tom.browser, 'repost', id);
    const [second] = await rowsOf();
    expect(second?.postId).not.toBe(first?.postId);
    expect((await ofAuthor(tom)).map((post) => post.id)).toEqual([id, own]);
  });

  it('is no post: it can be neither deleted, liked nor read by its own id', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const id = await write(susan);
    await act(tom.browser, 'repost', id);
    const repost = (await nod.rows()).Posts.find(({ repostOf }) => (repostOf as { id?: string })?.id === id);
    const params = { postId: repost?.postId as PostId };
    const tries = async () => [
      (await tom.browser.call('post-delete', { params })).status,
      (await tom.browser.call('post', { params })).status,
    ];
    expect(await unchanged(nod, tries)).toEqual([404, 404]);
    expect(await refusal(tom.browser, 'like', params.postId)).toEqual([404, 'not_found']);
  });
});

describe.each([
  ['saved', 'save', 'unsave', 'saved'],
  ['likes', 'like', 'unlike', 'liked'],
] as const)('the list of %s', (list, set, clear, mark) => {
  it('comes the latest first, a page at a time, without what is gone, and is nobody else’s', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const ids: string[] = [];
    for (let at = 0; at < 7; at++) ids.push(await write(susan, `Post ${at}`));
    const order = [3, 1, 6, 0, 5, 2, 4].map((at) => ids[at] as string);
    for (const id of order) await act(tom.browser, set, id);
    await act(tom.browser, clear, order[1] as string);
    await act(tom.browser, set, order[1] as string);
    await susan.browser.succeed('post-delete', { params: { postId: order[2] as PostId } });
    const found: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: List<PostResponse> = await tom.browser.succeed(list, {
        query: { limit: '3', ...(cursor === undefined ? {} : { cursor }) },
      });
      found.push(...page.items.map(({ id }) => id));
      expect(page.items.every(({ mine }) => mine?.[mark])).toBe(true);
      cursor = page.next;
    }
    expect(found).toEqual([1, 6, 5, 4, 3, 0].map((at) => order[at]));
    expect((await susan.browser.succeed(list)).items).toEqual([]);
    expect((await new Browser(nod).call(list)).status).toBe(401);
  });

  it.each([
    [{ cursor: 'nonsense' }, 'cursor'],
    [{ cursor: Buffer.from('2027-03-10T12:00:00.000Z#x').toString('base64url') }, 'cursor'],
    [{ limit: '0' }, 'limit'],
  ])('is not asked for by %j', async (query, field) => {
    const { browser } = await newPerson(nod);
    const { status, problem } = await browser.call(list, { query });
    expect([status, problem.field]).toEqual([400, field]);
  });
});

describe('races', () => {
  it('liked while it is deleted: either it is not found, or it was liked before', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    for (let round = 0; round < 8; round++) {
      const id = await write(susan);
      const [liked, , deleted] = await Promise.all([
        tom.browser.call('post-like', { params: { postId: id } }),
        tom.browser.call('post-repost', { params: { postId: id } }),
        susan.browser.call('post-delete', { params: { postId: id } }),
      ]);
      expect(deleted.status).toBe(204);
      expect([200, 404]).toContain(liked.status);
      expect((await nod.rows()).Posts.find(({ sk }) => sk === `post#${id}`)).toBeUndefined();
    }
  });

  it('liked while the session ends: what was refused has left nothing', async () => {
    const susan = await newPerson(nod);
    const id = await write(susan);
    const tom = await newPerson(nod);
    let likes = 0;
    for (let round = 0; round < 4; round++) {
      const tab = await signIn(nod, tom);
      const [liked] = await Promise.all([
        tab.call('post-like', { params: { postId: id } }),
        tab.call('logout'),
      ]);
      expect([200, 401]).toContain(liked.status);
      likes = liked.status === 200 ? 1 : likes;
      expect((await read(id)).counts.likes).toBe(likes);
    }
  });

  it('hidden and shown while others like it: nothing that was counted is lost', async () => {
    const susan = await newPerson(nod);
    const there = await signIn(nod, susan);
    const people = await Promise.all(Array.from({ length: 4 }, () => newPerson(nod)));
    const { id } = await there.succeed('post-create', { body: { body: 'Loved' } });
    const params = { sessionId: (await there.succeed('me')).session.id };
    await Promise.all([
      ...people.map(({ browser }) => browser.call('post-like', { params: { postId: id } })),
      susan.phone.succeed('session-end', { params, query: { notMe: '1' } }),
    ]);
    await susan.browser.succeed('unhide', { params });
    const marked = (await nod.rows()).Posts.filter(({ sk, liked }) => sk === `mark#${id}` && liked);
    expect((await read(id)).counts.likes).toBe(marked.length);
    expect((await new Browser(nod).succeed('posts')).items.map((post) => post.id)).toContain(id);
  });
});

it('counts are what a model says, after whatever history', async () => {
  const people = await Promise.all(Array.from({ length: 3 }, () => newPerson(nod)));
  const ids = await Promise.all(people.map((person) => write(person)));
  const model = new Map<string, Set<string>>();
  let seed = 20_261_129;
  const random = (most: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >> 8) % most;
  };
  for (let step = 0; step < 90; step++) {
    const [who, which] = [random(people.length), random(ids.length)];
    const what = ACTS[random(ACTS.length)] as Act;
    const person = people[who] as Person;
    const key = `${what.replace(/^un/, '')} ${ids[which]}`;
    const those = model.get(key) ?? new Set();
    model.set(key, those);
    if (what.startsWith('un')) those.delete(person.username);
    else those.add(person.username);
    const { counts } = await act(person.browser, what, ids[which] as string);
    const of = (kind: string) => model.get(`${kind} ${ids[which]}`)?.size ?? 0;
    expect(counts).toEqual({ likes: of('like'), reposts: of('repost'), replies: 0 });
  }
  for (const id of ids) {
    const of = (kind: string) => model.get(`${kind} ${id}`) ?? new Set();
    for (const person of people) {
      expect(await read(id, person.browser)).toMatchObject({
        counts: { likes: of('like').size, reposts: of('repost').size },
        mine: {
          liked: of('like').has(person.username),
          reposted: of('repost').has(person.username),
          saved: of('save').has(person.username),
        },
      });
    }
  }
  const { Posts } = await nod.rows();
  expect(Posts.filter(({ repostOf }) => ids.includes((repostOf as { id: PostId })?.id))).toHaveLength(
    ids.flatMap((id) => [...(model.get(`repost ${id}`) ?? [])]).length,
  );
});

it('everything that a session did is undone from its log, the newest first, and undone once', async () => {
  const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
  const [liked, other] = [await write(susan), await write(susan)];
  // What tom has done himself, an intruder takes away.
  for (const what of ['like', 'repost', 'save'] as const) await act(tom.browser, what, liked);
  const userId = await userIdOf(tom);
  const before = async () => (await nod.rows()).Posts.filter(({ sk }) => !String(sk).startsWith('mark#'));
  const likes = async () => (await tom.browser.succeed('likes')).items.map((post) => post.id);
  const rows = await before();
  expect(await likes()).toEqual([liked]);
  const at = new Date();
  const intruder = await signIn(nod, tom);
  for (const what of ['unlike', 'unrepost', 'unsave'] as const) await act(intruder, what, liked);
  for (const what of ['like', 'repost', 'save', 'unlike', 'like'] as const) await act(intruder, what, other);

  const log = undoLogStore(nod.db);
  expect(await likes()).toEqual([other]);
  const { id } = (await intruder.succeed('me')).session;
  const { entries } = await log.since({ userId, startedAt: at } as never, undefined, new Date());
  const its = entries.filter(({ sessionId }) => sessionId === id) as MarkingEntry[];
  expect(its.map(({ kind }) => kind)).toEqual([
    'like',
    'unlike',
    'save',
    'repost',
    'like',
    'unsave',
    'unrepost',
    'unlike',
  ]);
  for (const entry of its) {
    await nod.db.write(...(await undoMarking(nod.db, userId, entry)), log.settle(entry, true));
    expect(await undoMarking(nod.db, userId, entry)).toEqual([]);
  }
  expect(await before()).toEqual(
    rows.map((row) => (row.postId === other ? expect.objectContaining(row) : row)),
  );
  expect(await likes()).toEqual([liked]);
  expect((await read(other)).counts).toEqual(NONE);
  expect((await read(liked, tom.browser)).mine).toEqual({ liked: true, reposted: true, saved: true });
});

it('costs the same however much there is', async () => {
  const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
  const ids: string[] = [];
  for (let at = 0; at < 25; at++) ids.push(await write(susan, `Post ${at}`));
  for (const id of ids.slice(1)) await act(tom.browser, 'save', id);
  const [id] = ids as [string];
  await tom.browser.succeed('me');
  const acts = Object.fromEntries(ACTS.map((what) => [what, () => act(tom.browser, what, id)]));
  const costs = await storeCosts(nod.recordingProxy, {
    ...acts,
    'like, as it is': () => act(tom.browser, 'unlike', id),
    saved: () => tom.browser.succeed('saved'),
  });
  expect(costs).toEqual({
    // A post is found by its id with two queries at once: it may be a reply.
    like: { calls: 5, reads: 2.5, writes: 10 },
    unlike: { calls: 5, reads: 3.5, writes: 10 },
    repost: { calls: 5, reads: 3.5, writes: 10 },
    unrepost: { calls: 6, reads: 4.5, writes: 10 },
    save: { calls: 5, reads: 3.5, writes: 10 },
    unsave: { calls: 6, reads: 4.5, writes: 8 },
    'like, as it is': { calls: 4, reads: 3.5, writes: 0 },
    saved: { calls: 3, reads: 22, writes: 0 },
  });
});

it('a row that somebody else holds stays theirs: nobody’s mark is made under another’s name', async () => {
  const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
  const id = await write(susan);
  for (const what of ['like', 'repost', 'save'] as const) await act(tom.browser, what, id);
  const tomId = await userIdOf(tom);
  const { Posts } = await nod.rows();
  const made = Posts.filter(({ sk }) => /^(mark|saved|liked)#/.test(String(sk)) && String(sk).includes(id));
  expect(made.map(({ pk }) => pk)).toEqual([tomId, tomId, tomId]);
  const post = Posts.find(({ sk }) => sk === postKey(tomId, id as PostId).sk);
  expect(post).toMatchObject({ username: susan.username, likes: 1, reposts: 1 });
});
