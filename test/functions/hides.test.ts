/** Muting and blocking: what the next page of everybody concerned shows, and what becomes of who followed whom. */
import { describe, expect, it } from 'vitest';
import type { UserId } from '../../shared/ids.ts';
import { MOST_BLOCKED_BY, MOST_HIDDEN } from '../../shared/people/hides.ts';
import { hidesKey } from '../../shared/people/hides-store.ts';
import { Browser } from '../support/browser.ts';
import { FRIENDS, hidesOf, type Somebody, STRANGERS } from '../support/hides.ts';
import { nod as startNod } from '../support/nod.ts';
import { unchanged } from '../support/unchanged.ts';
import { whileWriting } from '../support/while-writing.ts';

const nod = startNod();
const { somebody, follow, between } = hidesOf(nod);

type Act = 'mute' | 'unmute' | 'block' | 'unblock';
const act = (by: Somebody, what: Act, on: Somebody) =>
  by.browser.call(what, { params: { username: on.username } });

async function two() {
  const [one, other] = await Promise.all([somebody(), somebody()]);
  const write = async (by: Somebody, body: string) =>
    (await by.browser.succeed('post-create', { body: { body } })).id;
  return { one, other, posts: [await write(one, 'Mine'), await write(other, 'Theirs')] as const };
}

/** Where somebody sees what: everybody's posts, an author's, and one post. */
async function seenBy(browser: Browser, author: Somebody, postId: string) {
  const [all, own, one] = await Promise.all([
    browser.succeed('posts', { query: { limit: '100' } }),
    browser.succeed('posts', { query: { author: author.username } }),
    browser.call('post', { params: { postId } }),
  ]);
  return [
    all.items.some(({ id }) => id === postId),
    own.items.some(({ id }) => id === postId),
    one.status === 200,
  ];
}

const EVERYWHERE = [true, true, true];
const NOWHERE = [false, false, false];
const ON_THEIR_PAGE = [false, true, true];

describe('a mute', () => {
  it('acts with the next page of whoever has muted, and of nobody else, and is taken back', async () => {
    const { one, other, posts } = await two();
    const third = await somebody();
    expect((await act(one, 'mute', other)).status).toBe(204);
    expect(await seenBy(one.browser, other, posts[1])).toEqual(ON_THEIR_PAGE);
    expect(await seenBy(other.browser, one, posts[0])).toEqual(EVERYWHERE);
    expect(await seenBy(third.browser, other, posts[1])).toEqual(EVERYWHERE);
    expect(await seenBy(new Browser(nod), other, posts[1])).toEqual(EVERYWHERE);
    expect((await act(one, 'unmute', other)).status).toBe(204);
    expect(await seenBy(one.browser, other, posts[1])).toEqual(EVERYWHERE);
    // The first test starts every function, on a machine that may be busy.
  }, 90_000);

  it('is told to nobody who is muted, and leaves who follows whom', async () => {
    const { one, other } = await two();
    await follow(one, other);
    await follow(other, one);
    await act(one, 'mute', other);
    expect(await between(one, other)).toEqual({ ...FRIENDS, muted: true });
    const profile = await other.browser.succeed('user', { params: { username: one.username } });
    expect(profile.hides).toEqual({ muted: false, blocked: false, blockedBy: false });
    const mine = await one.browser.succeed('user', { params: { username: other.username } });
    expect(mine.hides).toEqual({ muted: true, blocked: false, blockedBy: false });
  });
});

describe('a block', () => {
  it('acts with the next page of both, and of nobody else', async () => {
    const { one, other, posts } = await two();
    const third = await somebody();
    expect((await act(one, 'block', other)).status).toBe(204);
    expect(await seenBy(one.browser, other, posts[1])).toEqual(NOWHERE);
    expect(await seenBy(other.browser, one, posts[0])).toEqual(NOWHERE);
    for (const by of [third.browser, new Browser(nod)]) {
      expect(await seenBy(by, other, posts[1])).toEqual(EVERYWHERE);
      expect(await seenBy(by, one, posts[0])).toEqual(EVERYWHERE);
    }
  });

  it('is told on the page of whoever has blocked, and nowhere to others', async () => {
    const { one, other } = await two();
    await act(one, 'block', other);
    const hidesOn = async (by: Browser, of: Somebody) =>
      (await by.succeed('user', { params: { username: of.username } })).hides;
    expect(await hidesOn(other.browser, one)).toEqual({ muted: false, blocked: false, blockedBy: true });
    expect(await hidesOn(one.browser, other)).toEqual({ muted: false, blocked: true, blockedBy: false });
    expect(await hidesOn(new Browser(nod), one)).toBeUndefined();
    expect(await hidesOn(one.browser, one)).toBeUndefined();
  });

  it('ends both ways of following, with every row and count; taking it back brings back nothing but sight', async () => {
    const { one, other, posts } = await two();
    await follow(one, other);
    await follow(other, one);
    expect(await between(one, other)).toEqual(FRIENDS);
    await act(one, 'block', other);
    expect(await between(one, other)).toEqual({ ...STRANGERS, blocked: [true, true] });
    const rows = (await nod.rows()).Posts.filter(({ pk }) => pk === one.userId || pk === other.userId);
    expect(rows.filter(({ sk }) => String(sk).startsWith('follow'))).toEqual([]);
    await act(one, 'unblock', other);
    expect(await between(one, other)).toEqual(STRANGERS);
    expect(await seenBy(other.browser, one, posts[0])).toEqual(EVERYWHERE);
  });

  it('of both by both is taken back by each for themselves', async () => {
    const { one, other, posts } = await two();
    await Promise.all([act(one, 'block', other), act(other, 'block', one)]);
    await act(one, 'unblock', other);
    expect(await seenBy(one.browser, other, posts[1])).toEqual(NOWHERE);
    await act(other, 'unblock', one);
    expect(await seenBy(one.browser, other, posts[1])).toEqual(EVERYWHERE);
  });
});

describe('each of them', () => {
  it('may be said again, and changes nothing then', async () => {
    const { one, other } = await two();
    for (const what of ['mute', 'block'] as const) {
      expect((await act(one, what, other)).status).toBe(204);
      await unchanged(
        nod,
        async () => expect((await act(one, what, other)).status).toBe(204),
        'a limit counts it',
      );
    }
    for (const what of ['unmute', 'unblock'] as const) {
      expect((await act(one, what, other)).status).toBe(204);
      await unchanged(
        nod,
        async () => expect((await act(one, what, other)).status).toBe(204),
        'a limit counts it',
      );
    }
  });

  it('is not for oneself, nor for a name that nobody has', async () => {
    const { one } = await two();
    for (const what of ['mute', 'unmute', 'block', 'unblock'] as const) {
      await unchanged(
        nod,
        async () => {
          const self = await act(one, what, one);
          expect([self.status, self.problem.code]).toEqual([400, 'invalid_input']);
          const nobody = await one.browser.call(what, { params: { username: 'nobody_here' } });
          expect([nobody.status, nobody.problem.code]).toEqual([404, 'not_found']);
        },
        'a limit counts it',
      );
    }
  });

  it('is refused in the name of a session that ends meanwhile', async () => {
    const { one, other } = await two();
    for (const what of ['mute', 'block'] as const) {
      const { session } = await one.browser.succeed('me');
      const reply = await whileWriting(
        nod,
        { from: what },
        () => act(one, what, other),
        () => one.phone.succeed('session-end', { params: { sessionId: session.id } }),
      );
      expect([reply.status, reply.problem.code]).toEqual([401, 'not_signed_in']);
      expect(await between(one, other)).toEqual(STRANGERS);
      Object.assign(one, { browser: (await somebodyAgain(one)).browser });
    }
  });

  it('side by side with the same and with its opposite leaves one of the two, on both sides alike', async () => {
    const { one, other } = await two();
    await follow(one, other);
    await follow(other, one);
    const twice = await Promise.all([act(one, 'block', other), act(one, 'block', other)]);
    expect(twice.map(({ status }) => status)).toEqual([204, 204]);
    expect(await between(one, other)).toEqual({ ...STRANGERS, blocked: [true, true] });
    for (let round = 0; round < 3; round++) {
      await Promise.all([act(one, 'unblock', other), act(one, 'block', other), act(one, 'unblock', other)]);
      const { blocked, counts } = await between(one, other);
      expect(blocked[0]).toBe(blocked[1]);
      expect(counts).toEqual(STRANGERS.counts);
    }
  });

  it('leaves nobody following whom a block has met in the middle of it', async () => {
    const { one, other } = await two();
    await follow(one, other);
    await whileWriting(
      nod,
      { from: 'block' },
      () => act(one, 'block', other),
      () => follow(other, one),
    );
    expect(await between(one, other)).toEqual({ ...STRANGERS, blocked: [true, true] });
    await expect(follow(other, one)).rejects.toThrow('a conditional write was refused');
    await expect(follow(one, other)).rejects.toThrow('a conditional write was refused');
  });
});

/** Signs in once more. */
async function somebodyAgain(person: Somebody) {
  const { signIn } = await import('../support/people.ts');
  return { browser: await signIn(nod, person) };
}

describe('the list of them', () => {
  it('has names, says which, and is the caller’s own, a page at a time', async () => {
    const { one, other } = await two();
    const third = await somebody();
    expect(await one.browser.succeed('hides')).toEqual({ items: [], next: null });
    await act(one, 'mute', other);
    await act(one, 'block', other);
    await act(one, 'mute', third);
    const { items, next } = await one.browser.succeed('hides');
    expect(next).toBeNull();
    expect(items.sort((a, b) => Number(b.blocked) - Number(a.blocked))).toEqual([
      { username: other.username, displayName: expect.any(String), muted: true, blocked: true },
      { username: third.username, displayName: expect.any(String), muted: true, blocked: false },
    ]);
    expect((await other.browser.succeed('hides')).items).toEqual([]);
    expect((await new Browser(nod).call('hides')).status).toBe(401);
    const wrong = await one.browser.call('hides', { query: { cursor: 'abc' } });
    expect([wrong.status, wrong.problem.field]).toEqual([400, 'cursor']);
  });

  it('goes on where a page ended, and leaves out who is no more', async () => {
    const { one, other } = await two();
    const strangers = idsOfStrangers(119);
    await nod.db.update(setOf(one.userId, 'muted', [...strangers, other.userId]));
    const found: string[] = [];
    for (let query: { cursor?: string } = {}; ; ) {
      const page = await one.browser.succeed('hides', { query });
      found.push(...page.items.map(({ username }) => username));
      if (page.next === null) break;
      query = { cursor: page.next };
    }
    expect(found).toEqual([other.username]);
  });
});

const idsOfStrangers = (count: number): UserId[] =>
  Array.from({ length: count }, (_, at) => `usr_${String(at).padStart(22, '0')}` as UserId);

const setOf = (userId: UserId, set: string, ids: UserId[]) => ({
  Update: {
    TableName: nod.db.tableName('Posts'),
    Key: hidesKey(userId),
    UpdateExpression: 'ADD #set :ids',
    ExpressionAttributeNames: { '#set': set },
    ExpressionAttributeValues: { ':ids': new Set(ids) },
  },
});

describe('as many as there can be', () => {
  it.each(['mute', 'block'] as const)('are told so for the next %s, which changes nothing', async (what) => {
    const { one, other } = await two();
    const set = what === 'mute' ? 'muted' : 'blocked';
    await nod.db.update(setOf(one.userId, set, idsOfStrangers(MOST_HIDDEN)));
    await unchanged(
      nod,
      async () => {
        const { status, problem } = await act(one, what, other);
        expect([status, problem.code, problem.params]).toEqual([
          409,
          'too_many_hidden',
          { most: MOST_HIDDEN },
        ]);
      },
      'a limit counts it',
    );
  });

  it('keep nobody from blocking whom ten thousand have blocked: the blocker sees them no more', async () => {
    const { one, other, posts } = await two();
    await nod.db.update(setOf(other.userId, 'blockedBy', idsOfStrangers(MOST_BLOCKED_BY)));
    expect((await act(one, 'block', other)).status).toBe(204);
    expect((await between(one, other)).blocked).toEqual([true, false]);
    expect(await seenBy(one.browser, other, posts[1])).toEqual(NOWHERE);
    expect((await act(one, 'unblock', other)).status).toBe(204);
    expect(await seenBy(one.browser, other, posts[1])).toEqual(EVERYWHERE);
  });
});
