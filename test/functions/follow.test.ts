import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NodError } from '../../shared/errors.ts';
import { MOST_FOLLOWS } from '../../shared/people/follow.ts';
import { followStore } from '../../shared/people/follow-store.ts';
import { startFollowing } from '../../shared/people/following.ts';
import { hidesKey, hidesStore } from '../../shared/people/hides-store.ts';
import { profileKey, profileStore } from '../../shared/people/profile-store.ts';
import { undoFollow, undoUnfollow } from '../../shared/people/undo-follow.ts';
import { hidePosts, showPosts } from '../../shared/posts/hide-posts.ts';
import { toSeconds } from '../../shared/seconds.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { Browser } from '../support/browser.ts';
import { follow, type Member, newMember, post, unfollow } from '../support/graph.ts';
import { nod as startNod } from '../support/nod.ts';
import { newUsername } from '../support/people.ts';

const nod = startNod();

const rowsBetween = async (a: Member, b: Member) =>
  (await nod.rows()).Posts.filter(
    ({ pk, sk }) =>
      (pk === a.userId && /^follow(ing)?#/.test(String(sk)) && String(sk).endsWith(b.userId)) ||
      (pk === b.userId && String(sk).startsWith('follower#') && String(sk).endsWith(a.userId)),
  );
const countsOf = async ({ username }: Pick<Member, 'username'>) =>
  (await new Browser(nod).succeed('user', { params: { username } })).counts;

/** What a block writes to both (`hides`), which is not this file's matter. */
const block = (who: Member, whom: Member) =>
  nod.db.write(
    ...(
      [
        [who, 'blocked', whom],
        [whom, 'blockedBy', who],
      ] as const
    ).map(([of, set, other]) => ({
      Update: {
        TableName: nod.db.tableName('Posts'),
        Key: hidesKey(of.userId),
        UpdateExpression: `ADD ${set} :others`,
        ExpressionAttributeValues: { ':others': new Set([other.userId]) },
      },
    })),
  );

const sessionOf = async ({ userId, browser }: Member) => {
  const { session } = await browser.succeed('me');
  const found = await sessionStore(nod.db).get(userId, session.id as `ses_${string}`);
  if (found === undefined) throw new Error('no session');
  return found;
};

describe('follow', () => {
  it('is there once, however often it is said, and so is its end', async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    const params = { username: miguel.username.toUpperCase() };
    for (let at = 0; at < 3; at++) {
      expect((await susan.browser.call('follow', { params })).status).toBe(204);
      expect(await rowsBetween(susan, miguel)).toHaveLength(3);
    }
    expect(await countsOf(susan)).toEqual({ followers: 0, following: 1, posts: 0 });
    expect(await countsOf(miguel)).toEqual({ followers: 1, following: 0, posts: 0 });
    for (let at = 0; at < 3; at++) {
      expect((await susan.browser.call('unfollow', { params })).status).toBe(204);
      expect(await rowsBetween(susan, miguel)).toEqual([]);
    }
    expect(await countsOf(susan)).toEqual({ followers: 0, following: 0, posts: 0 });
    expect(await countsOf(miguel)).toEqual({ followers: 0, following: 0, posts: 0 });
  });

  it('is nobody’s of themselves, of nobody, or by nobody', async () => {
    const susan = await newMember(nod);
    const own = await susan.browser.call('follow', { params: { username: susan.username } });
    expect([own.status, own.problem.code]).toEqual([400, 'invalid_input']);
    for (const name of ['follow', 'unfollow', 'followers', 'following'] as const) {
      const unknown = await susan.browser.call(name, { params: { username: newUsername() } });
      expect([name, unknown.status, unknown.problem.code]).toEqual([name, 404, 'not_found']);
    }
    const stranger = await new Browser(nod).call('follow', { params: { username: susan.username } });
    expect([stranger.status, stranger.problem.code]).toEqual([401, 'not_signed_in']);
  });

  it('is refused to both once one has blocked the other', async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    await block(susan, miguel);
    for (const [who, whom] of [
      [susan, miguel],
      [miguel, susan],
    ] as const) {
      const reply = await who.browser.call('follow', { params: { username: whom.username } });
      expect([reply.status, reply.problem.code]).toEqual([403, 'blocked']);
    }
    expect(await rowsBetween(susan, miguel)).toEqual([]);
    expect(await countsOf(susan)).toMatchObject({ followers: 0, following: 0 });
  });

  it('is refused from ten thousand on, and from a thousand in a day', async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    const TableName = nod.db.tableName('Users');
    await nod.db.write({
      Put: { TableName, Item: { ...profileKey(susan.userId), following: MOST_FOLLOWS } },
    });
    const reply = await susan.browser.call('follow', { params: { username: miguel.username } });
    expect([reply.status, reply.problem.code, reply.problem.params]).toEqual([
      409,
      'too_many_follows',
      { most: 10_000 },
    ]);
    const open = { count: 1000, lastAt: toSeconds(new Date()) };
    await nod.db.write({
      Put: {
        TableName: nod.db.tableName('Sessions'),
        Item: {
          pk: `rate#follow#${miguel.userId}`,
          sk: 'count',
          openedAt: open.lastAt,
          open: open.count,
          lastAt: open.lastAt,
          closed: [],
          total: 1000,
          version: 1,
          expiresAt: Math.ceil(open.lastAt) + 86_400,
        },
      },
    });
    const late = await miguel.browser.call('follow', { params: { username: susan.username } });
    expect([late.status, late.problem.code]).toEqual([429, 'too_many']);
  });
});

describe('of what comes at once', () => {
  it('two follows are one', async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    const params = { username: miguel.username };
    const replies = await Promise.all([1, 2, 3, 4].map(() => susan.browser.call('follow', { params })));
    expect(replies.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect(await rowsBetween(susan, miguel)).toHaveLength(3);
    expect(await countsOf(miguel)).toMatchObject({ followers: 1 });
    const ended = await Promise.all([1, 2, 3, 4].map(() => susan.browser.call('unfollow', { params })));
    expect(ended.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect(await countsOf(miguel)).toMatchObject({ followers: 0 });
    expect(await countsOf(susan)).toMatchObject({ following: 0 });
  });

  it('a follow and its end leave all of it or nothing', async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    const params = { username: miguel.username };
    for (let at = 0; at < 5; at++) {
      const replies = await Promise.all([
        susan.browser.call('follow', { params }),
        susan.browser.call('unfollow', { params }),
      ]);
      expect(replies.map(({ status }) => status)).toEqual([204, 204]);
      const rows = (await rowsBetween(susan, miguel)).length;
      expect([0, 3]).toContain(rows);
      const { unfollowed } = await hidesStore(nod.db).get(susan.userId);
      if (rows > 0) expect(unfollowed.has(miguel.userId)).toBe(false);
      expect(await countsOf(miguel)).toMatchObject({ followers: rows / 3 });
      expect(await countsOf(susan)).toMatchObject({ following: rows / 3 });
    }
  });

  it('a follow that meets a block is refused, or was there before it', async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    const [reply] = await Promise.all([
      susan.browser.call('follow', { params: { username: miguel.username } }),
      block(miguel, susan),
    ]);
    expect([204, 403]).toContain(reply.status);
    expect(await rowsBetween(susan, miguel)).toHaveLength(reply.status === 204 ? 3 : 0);
    expect(await countsOf(miguel)).toMatchObject({ followers: reply.status === 204 ? 1 : 0 });
  });

  it('nothing is followed by a session that ends meanwhile', async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    const session = await sessionOf(susan);
    await susan.browser.succeed('logout');
    const { userId, username } = miguel;
    await expect(
      startFollowing(nod.db, session, { userId, username, displayName: username }, new Date()),
    ).rejects.toSatisfy((error) => error instanceof NodError && error.code === 'not_signed_in');
    expect(await rowsBetween(susan, miguel)).toEqual([]);
  });
});

describe('the lists', () => {
  it('are newest first, a page at a time, each person once', async () => {
    const miguel = await newMember(nod);
    const followers: Member[] = [];
    for (let at = 0; at < 4; at++) followers.unshift(await newMember(nod));
    for (const who of [...followers].reverse()) await follow(who, miguel);
    // More than a page, of people who need not have registered.
    const many = Array.from({ length: 60 }, (_, at) => ({
      userId: `usr_${String(at).padStart(22, '0')}` as const,
      username: `old_${at}`,
      displayName: `Old ${at}`,
    }));
    const at = (index: number) => new Date(Date.UTC(2025, 0, 1, 0, index));
    const { userId, username } = miguel;
    for (const [index, person] of many.entries()) {
      await nod.db.write(
        ...followStore(nod.db).follow(
          { follower: person.userId, followed: userId, at: at(index), sessionId: 'ses_x' },
          { follower: person, followed: { userId, username, displayName: username } },
        ),
      );
    }
    const expected = [...followers.map((who) => who.username), ...many.map((who) => who.username).reverse()];
    for (const browser of [new Browser(nod), miguel.browser]) {
      const names: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { items: { username: string }[]; next: string | null } = await browser.succeed(
          'followers',
          { params: { username }, query: cursor === null ? {} : { cursor } },
        );
        expect(page.items.length).toBe(Math.min(browser === miguel.browser ? 18 : 50, 64 - names.length));
        names.push(...page.items.map((person) => person.username));
        cursor = page.next;
      } while (cursor !== null);
      expect(names).toEqual(expected);
    }
    expect(await countsOf(miguel)).toMatchObject({ followers: 64 });
  });

  it('say who follows whom to whoever is signed in, by the name of today, and leave out the blocked', async () => {
    const [susan, miguel, mary, david] = [
      await newMember(nod),
      await newMember(nod),
      await newMember(nod),
      await newMember(nod),
    ];
    for (const who of [susan, mary, david]) await follow(who, miguel);
    await follow(susan, mary);
    await follow(david, susan);
    await nod.db.write({
      Update: {
        TableName: nod.db.tableName('Users'),
        Key: profileKey(mary.userId),
        UpdateExpression: 'SET displayName = :name, avatar = :avatar',
        ExpressionAttributeValues: { ':name': 'Mary now', ':avatar': '/media/mary' },
      },
    });
    const params = { username: miguel.username };
    const marys = { username: mary.username, displayName: 'Mary now', avatar: '/media/mary' };
    const names = (who: Member) => ({ username: who.username, displayName: who.username });
    expect((await susan.browser.succeed('followers', { params })).items).toEqual([
      { ...names(david), follows: false, followsYou: true },
      { ...marys, follows: true, followsYou: false },
      names(susan),
    ]);
    expect((await new Browser(nod).succeed('followers', { params })).items).toEqual([
      names(david),
      marys,
      names(susan),
    ]);
    expect(
      (await miguel.browser.succeed('following', { params: { username: susan.username } })).items,
    ).toEqual([{ ...marys, follows: false, followsYou: true }, names(miguel)]);
    await block(david, susan);
    const shown = (await susan.browser.succeed('followers', { params })).items;
    expect(shown.map(({ username }) => username)).toEqual([mary.username, susan.username]);
  });

  it.each(['nonsense', Buffer.from('2026-01-01#usr_x').toString('base64url')])(
    'refuse the cursor %s',
    async (cursor) => {
      const { username } = await newMember(nod);
      const reply = await new Browser(nod).call('followers', { params: { username }, query: { cursor } });
      expect([reply.status, reply.problem.field]).toEqual([400, 'cursor']);
    },
  );
});

describe('user', () => {
  it('says what the reader and they are to each other, and nothing of that to others', async () => {
    const [susan, miguel] = [await newMember(nod), await newMember(nod)];
    await follow(susan, miguel);
    const params = { username: miguel.username };
    const of = async (browser: Browser, username: string) => {
      const { follows, followsYou } = await browser.succeed('user', { params: { username } });
      return [follows, followsYou];
    };
    expect(await of(susan.browser, miguel.username)).toEqual([true, false]);
    expect(await of(miguel.browser, susan.username)).toEqual([false, true]);
    expect(await of(miguel.browser, miguel.username)).toEqual([undefined, undefined]);
    expect(await of(new Browser(nod), miguel.username)).toEqual([undefined, undefined]);
    expect((await susan.browser.succeed('user', { params })).counts.followers).toBe(1);
  });

  it('counts posts, as they are written, deleted, hidden and shown again', async () => {
    const susan = await newMember(nod);
    const [first] = [await post(susan, 'One'), await post(susan, 'Two'), await post(susan, 'Three')];
    expect(await countsOf(susan)).toMatchObject({ posts: 3 });
    await Promise.all(
      [1, 2].map(() => susan.browser.call('post-delete', { params: { postId: first ?? '' } })),
    );
    expect(await countsOf(susan)).toMatchObject({ posts: 2 });
    const session = await sessionOf(susan);
    await hidePosts(nod.db, session, () => true, new Date());
    expect(await countsOf(susan)).toMatchObject({ posts: 0 });
    await showPosts(nod.db, susan.userId, session.id, new Date());
    expect(await countsOf(susan)).toMatchObject({ posts: 2 });
  });
});

describe('what a session has done', () => {
  it('is undone: a follow ends, and an end is as it was', async () => {
    const [susan, miguel, mary] = [await newMember(nod), await newMember(nod), await newMember(nod)];
    await follow(susan, mary);
    const [before] = await rowsBetween(susan, mary);
    await follow(susan, miguel);
    await unfollow(susan, mary);
    const notes = (await nod.rows()).Sessions.filter(
      ({ pk, sk }) => pk === susan.userId && String(sk).startsWith('undo#'),
    ) as never[];
    expect(notes.map(({ kind, other }) => [kind, other])).toEqual([
      ['follow', mary.userId],
      ['follow', miguel.userId],
      ['unfollow', mary.userId],
    ]);
    const [, followed, unfollowed] = notes;
    for (let at = 0; at < 2; at++) {
      await nod.db.write(...(await undoUnfollow(nod.db, susan.userId, unfollowed as never)));
      await nod.db.write(...(await undoFollow(nod.db, susan.userId, followed as never)));
    }
    expect(await rowsBetween(susan, miguel)).toEqual([]);
    expect(await rowsBetween(susan, mary)).toContainEqual(before);
    expect(await countsOf(susan)).toMatchObject({ following: 1 });
    expect(await countsOf(mary)).toMatchObject({ followers: 1 });
    expect(await hidesStore(nod.db).get(susan.userId)).toMatchObject({
      unfollowed: new Set([miguel.userId]),
    });
  });
});

it('counts are those of a model, whatever people do', { timeout: 240_000 }, async () => {
  const members = [await newMember(nod), await newMember(nod), await newMember(nod)];
  const follows = new Set<string>();
  const posts = members.map(() => new Set<string>());
  const step = fc.record({
    who: fc.nat(2),
    whom: fc.nat(2),
    act: fc.constantFrom('follow', 'unfollow', 'post', 'delete'),
    twice: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 12 }), async (steps) => {
      for (const { who, whom, act, twice } of steps) {
        const [actor, other] = [members[who], members[whom]];
        const own = posts[who];
        if (actor === undefined || other === undefined || own === undefined) continue;
        const times = twice ? [1, 2] : [1];
        if (act === 'post') {
          for (const _ of times) own.add(await post(actor, 'Hello'));
        } else if (act === 'delete') {
          const [id] = own;
          if (id === undefined) continue;
          await Promise.all(times.map(() => actor.browser.call('post-delete', { params: { postId: id } })));
          own.delete(id);
        } else if (who !== whom) {
          const params = { username: other.username };
          await Promise.all(times.map(() => actor.browser.call(act, { params })));
          if (act === 'follow') follows.add(`${who}>${whom}`);
          else follows.delete(`${who}>${whom}`);
        }
      }
      for (const [at, { userId }] of members.entries()) {
        const { followers, following, posts: count } = await profileStore(nod.db).get(userId);
        expect({ followers, following, count }).toEqual({
          followers: [...follows].filter((pair) => pair.endsWith(`>${at}`)).length,
          following: [...follows].filter((pair) => pair.startsWith(`${at}>`)).length,
          count: posts[at]?.size,
        });
      }
    }),
    { numRuns: 6 },
  );
});
