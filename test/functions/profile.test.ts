import { describe, expect, it } from 'vitest';
import type { PostId, UserId } from '../../shared/ids.ts';
import { noteSeen } from '../../shared/people/last-seen.ts';
import { profileStore } from '../../shared/people/profile-store.ts';
import { hidePosts, showPosts } from '../../shared/posts/hide-posts.ts';
import { newPostId } from '../../shared/posts/post.ts';
import { postStore } from '../../shared/posts/post-store.ts';
import type { List, PostResponse, ProfileResponse } from '../../shared/responses.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { storeUnavailable } from '../../shared/store-errors.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { storeCosts } from '../support/store-costs.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

const profileOf = (username: string): Promise<ProfileResponse> =>
  new Browser(nod).succeed('user', { params: { username } });

const write = async (browser: Browser, body: string) => browser.succeed('post-create', { body: { body } });

describe('a profile', () => {
  it('is nothing but a name at first', async () => {
    const { username } = await newPerson(nod);
    expect(await profileOf(username)).toEqual({
      username,
      displayName: username,
      createdAt: expect.any(String),
      links: [],
      counts: { followers: 0, following: 0, posts: 0 },
    });
  });

  it('changes in what is named, and stays in the rest', async () => {
    const { browser, username } = await newPerson(nod);
    const all = {
      displayName: ' Susan ',
      about: ' I grow tomatoes.\r\nAsk @tom. ',
      links: ['example.com/susan', 'https://münchen.de'],
    };
    const changed = await browser.succeed('profile-edit', { body: all });
    expect(changed).toMatchObject({
      displayName: 'Susan',
      about: 'I grow tomatoes.\nAsk @tom.',
      aboutEntities: [{ kind: 'mention', start: 21, end: 25, username: 'tom' }],
      links: [
        {
          address: 'https://example.com/susan',
          href: 'https://example.com/susan',
          host: 'example.com',
          rest: '/susan',
        },
        {
          address: 'https://münchen.de',
          href: 'https://xn--mnchen-3ya.de/',
          host: 'münchen.de',
          rest: '',
        },
      ],
    });
    expect(await profileOf(username)).toEqual(changed);
    expect(await browser.succeed('profile-edit', { body: { about: 'Bees.' } })).toEqual({
      ...changed,
      about: 'Bees.',
      aboutEntities: [],
    });
    const emptied = await browser.succeed('profile-edit', { body: { about: '', links: [] } });
    expect(emptied).toMatchObject({ displayName: 'Susan', links: [] });
    expect(emptied).not.toHaveProperty('about');
    expect(await profileOf(username)).toEqual(emptied);
  });

  it('says its new name in posts of before, and to the browser that has changed it', async () => {
    const { browser, username } = await newPerson(nod);
    const { id } = await write(browser, 'Hello');
    await browser.succeed('profile-edit', { body: { displayName: 'Susan' } });
    expect((await browser.succeed('post', { params: { postId: id } })).author.displayName).toBe('Susan');
    expect((await browser.succeed('me')).user.displayName).toBe('Susan');
    expect((await write(browser, 'Again')).author).toMatchObject({ username, displayName: 'Susan' });
  });

  it('pins a post of one’s own, and lets go of it', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const { id } = await write(susan.browser, 'Mine');
    expect((await susan.browser.succeed('profile-edit', { body: { pinned: id } })).pinned).toBe(id);
    const foreign = await tom.browser.call('profile-edit', { body: { pinned: id } });
    expect([foreign.status, foreign.problem.code]).toEqual([404, 'not_found']);
    expect(await profileOf(tom.username)).not.toHaveProperty('pinned');
    expect(await susan.browser.succeed('profile-edit', { body: { pinned: null } })).not.toHaveProperty(
      'pinned',
    );
    await susan.browser.succeed('post-delete', { params: { postId: id } });
    expect((await susan.browser.call('profile-edit', { body: { pinned: id } })).status).toBe(404);
  });

  it.each([
    [{ displayName: '' }, 'displayName'],
    [{ displayName: 'x'.repeat(51) }, 'displayName'],
    [{ displayName: null }, 'displayName'],
    [{ about: 'x'.repeat(501) }, 'about'],
    [{ about: '👨‍👩‍👧‍👦'.repeat(200) }, 'about'],
    [{ about: 'a\0b' }, 'about'],
    [{ about: ['x'] }, 'about'],
    [{ links: 'https://example.com' }, 'links'],
    [{ links: Array.from({ length: 5 }, (_, at) => `https://example.com/${at}`) }, 'links'],
    [{ links: ['javascript:alert(1)'] }, 'links.0'],
    [{ links: ['https://example.com', 'data:text/html,x'] }, 'links.1'],
    [{ links: ['https://susan:secret@example.com'] }, 'links.0'],
    [{ links: ['https://example.com/" onclick="alert(1)'] }, 'links.0'],
    [{ links: ['https://example.com/\u202egnp.exe'] }, 'links.0'],
    [{ links: ['http://localhost:3000'] }, 'links.0'],
    [{ links: [`https://example.com/${'x'.repeat(300)}`] }, 'links.0'],
    [{ links: ['see https://example.com'] }, 'links.0'],
    [{ links: [''] }, 'links.0'],
    [{ pinned: 'pst_x' }, 'pinned'],
    [{ pinned: 7 }, 'pinned'],
    [['x'], undefined],
  ])('is not changed by %j', async (body, field) => {
    const { browser, username } = await newPerson(nod);
    const before = await profileOf(username);
    const reply = await browser.call('profile-edit', { body: body as never });
    expect([reply.status, reply.problem.code, reply.problem.field]).toEqual([400, 'invalid_input', field]);
    expect(await profileOf(username)).toEqual(before);
  });

  it('is changed by nobody else, and by no session that is over', async () => {
    const { browser, username, phone } = await newPerson(nod);
    const body = { about: 'Somebody else' };
    expect((await new Browser(nod).call('profile-edit', { body })).status).toBe(401);
    expect((await phone.call('profile-edit', { body })).status).toBe(401);
    const { session } = await browser.succeed('me');
    await phone.succeed('session-end', { params: { sessionId: session.id } });
    expect((await browser.call('profile-edit', { body })).status).toBe(401);
    expect(await profileOf(username)).not.toHaveProperty('about');
  });

  it('keeps what all have said who save at once', async () => {
    const { browser, username } = await newPerson(nod);
    const replies = await Promise.all([
      browser.call('profile-edit', { body: { about: 'Bees' } }),
      browser.call('profile-edit', { body: { links: ['https://example.com'] } }),
      browser.call('profile-edit', { body: { displayName: 'Susan' } }),
    ]);
    for (const { status } of replies) expect([200, 503]).toContain(status);
    const profile = await profileOf(username);
    if (replies[0]?.status === 200) expect(profile.about).toBe('Bees');
    if (replies[1]?.status === 200)
      expect(profile.links.map(({ address }) => address)).toEqual(['https://example.com']);
    if (replies[2]?.status === 200) expect(profile.displayName).toBe('Susan');
  });

  it('notes each change with what was there before, and nothing where nothing changes', async () => {
    const { browser } = await newPerson(nod);
    const { session } = await browser.succeed('me');
    await browser.succeed('profile-edit', { body: { about: 'One' } });
    await browser.succeed('profile-edit', { body: { about: 'Two', links: [] } });
    await browser.succeed('profile-edit', { body: { about: 'Two' } });
    const notes = (await nod.rows()).Sessions.filter(
      ({ sk, sessionId }) => String(sk).startsWith('undo#') && sessionId === session.id,
    );
    expect(notes.map(({ kind, before, after }) => ({ kind, before, after }))).toEqual([
      { kind: 'profile', before: { about: null }, after: { about: 'One' } },
      { kind: 'profile', before: { about: 'One' }, after: { about: 'Two' } },
    ]);
  });
});

describe('the day on which somebody was last here', () => {
  const today = new Date().toISOString().slice(0, 10);
  const lastSeenBy = async (browser: Browser, username: string) =>
    (await browser.succeed('user', { params: { username } })).lastSeen;
  const profileRow = async (username: string) => {
    const { Users } = await nod.rows();
    const pk = Users.find(({ sk, username: name }) => sk === 'user' && name === username)?.pk;
    return Users.find((row) => row.pk === pk && row.sk === 'profile');
  };
  /** As if they had been here last on that day. */
  async function lastSeenOn(username: string, day: string): Promise<void> {
    const { pk, sk } = (await profileRow(username)) ?? {};
    await nod.db.update({
      Update: {
        TableName: nod.db.tableName('Users'),
        Key: { pk: String(pk), sk: String(sk) },
        UpdateExpression: 'SET lastSeen = :day',
        ExpressionAttributeValues: { ':day': day },
      },
    });
  }

  it('is noted of nobody who has not asked for it', async () => {
    const { browser, username } = await newPerson(nod);
    await browser.succeed('profile-edit', { body: { about: 'Bees' } });
    await browser.succeed('me');
    expect(await profileRow(username)).not.toHaveProperty('lastSeen');
    expect(await lastSeenBy(browser, username)).toBeUndefined();
  });

  it('is seen by who is signed in, and by nobody whom a block keeps apart', async () => {
    const [susan, tom, ada] = [await newPerson(nod), await newPerson(nod), await newPerson(nod)];
    const edited = await susan.browser.succeed('profile-edit', { body: { showsLastSeen: true } });
    expect(edited.lastSeen).toBe(today);
    await susan.browser.succeed('block', { params: { username: tom.username } });
    await ada.browser.succeed('block', { params: { username: susan.username } });
    const other = await newPerson(nod);
    const seen = [susan, other, tom, ada].map(({ browser }) => lastSeenBy(browser, susan.username));
    expect(await Promise.all(seen)).toEqual([today, today, undefined, undefined]);
    expect(await lastSeenBy(new Browser(nod), susan.username)).toBeUndefined();
  });

  it('moves on once a day, by what a page notes and no status poll', async () => {
    const { browser, username } = await newPerson(nod);
    await browser.succeed('profile-edit', { body: { showsLastSeen: true } });
    await lastSeenOn(username, '2025-02-03');
    await browser.succeed('status');
    expect(await lastSeenBy(browser, username)).toBe('2025-02-03');
    await Promise.all([browser.succeed('me'), browser.succeed('me'), browser.succeed('me')]);
    expect(await lastSeenBy(browser, username)).toBe(today);
    await unchanged(nod, () => browser.succeed('me'));
  });

  it('is left for the next call where others write the same row all the time', async () => {
    const { browser, username } = await newPerson(nod);
    await browser.succeed('profile-edit', { body: { showsLastSeen: true } });
    await lastSeenOn(username, '2025-02-03');
    const profiles = profileStore(nod.db);
    const profile = await profiles.get((await profileRow(username))?.pk as UserId);
    const failing = (name: string) => ({
      ...nod.db,
      update: async () => {
        throw storeUnavailable(Object.assign(new Error(name), { name }));
      },
    });
    await noteSeen(failing('TransactionConflictException'), profile, new Date());
    await expect(noteSeen(failing('TimeoutError'), profile, new Date())).rejects.toMatchObject({
      code: 'store_unavailable',
    });
    await noteSeen(nod.db, profile, new Date());
    expect(await lastSeenBy(browser, username)).toBe(today);
  });

  it('is forgotten by who shows it no more, and an intruder’s word on it is taken back', async () => {
    const person = await newPerson(nod);
    const { browser, username } = person;
    await browser.succeed('profile-edit', { body: { showsLastSeen: true } });
    await lastSeenOn(username, '2025-02-03');
    // The same again is no change.
    await unchanged(
      nod,
      () => browser.call('profile-edit', { body: { showsLastSeen: true } }),
      'a limit counts it',
    );
    const byIntruder = async (showsLastSeen: boolean) => {
      const intruder = await signIn(nod, person);
      const params = { sessionId: (await intruder.succeed('me')).session.id };
      await intruder.succeed('profile-edit', { body: { showsLastSeen } });
      return () => browser.succeed('session-end', { params, query: { notMe: '1' } });
    };
    const notMe = await byIntruder(false);
    expect(await profileRow(username)).not.toHaveProperty('lastSeen');
    await browser.succeed('me');
    expect(await lastSeenBy(browser, username)).toBeUndefined();
    await notMe();
    expect(await lastSeenBy(browser, username)).toBe(today);

    await browser.succeed('profile-edit', { body: { showsLastSeen: false } });
    const notMeEither = await byIntruder(true);
    // Another day may have come since.
    await lastSeenOn(username, '2025-02-03');
    await notMeEither();
    expect(await profileRow(username)).not.toHaveProperty('lastSeen');
  });
});

describe('what somebody has written', () => {
  async function all(author: string, kind: 'posts' | 'replies', limit: string): Promise<string[]> {
    const bodies: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page: List<PostResponse> = await new Browser(nod).succeed('posts', {
        query: { author, kind, limit, ...(cursor === undefined ? {} : { cursor }) },
      });
      expect(page.items.length).toBeLessThanOrEqual(Number(limit));
      bodies.push(...page.items.map(({ body }) => body));
      cursor = page.next;
    }
    return bodies;
  }

  it.each(['1', '3', '20', '100'])('comes as posts and as replies, each once, by %s', async (limit) => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const toms = await write(tom.browser, 'Tom’s');
    const reply = (body: string) =>
      susan.browser.succeed('post-create', { body: { body, replyTo: toms.id } });
    const [posts, replies]: [string[], string[]] = [[], []];
    for (const at of [1, 2, 3, 4]) {
      await write(susan.browser, `Post ${at}`);
      posts.unshift(`Post ${at}`);
      for (let of = 1; of <= at; of++) {
        await reply(`Reply ${at}.${of}`);
        replies.unshift(`Reply ${at}.${of}`);
      }
    }
    await susan.browser.succeed('post-repost', { params: { postId: toms.id } });
    const gone = await write(susan.browser, 'Gone');
    await susan.browser.succeed('post-delete', { params: { postId: gone.id } });
    expect(await all(susan.username, 'posts', limit)).toEqual(['Tom’s', ...posts]);
    expect(await all(susan.username, 'replies', limit)).toEqual(replies);
    // Who began the thread takes one out, which is a reply still.
    const [first] = (
      await new Browser(nod).succeed('posts', { query: { author: susan.username, kind: 'replies' } })
    ).items;
    await tom.browser.succeed('reply-remove', { params: { postId: toms.id, replyId: first?.id as PostId } });
    expect(await all(susan.username, 'replies', limit)).toEqual(replies);
  });

  it('is looked for in so many rows at most, whatever somebody has written', async () => {
    const [susan, tom] = [await newPerson(nod), await newPerson(nod)];
    const { id: replyTo } = await write(tom.browser, 'Tom’s');
    const { id } = await write(susan.browser, 'First of all');
    const posts = postStore(nod.db);
    const first = await posts.get(id);
    const toms = await posts.get(replyTo);
    if (first === undefined || toms === undefined) throw new Error('it is not there');
    const answered = { id: toms.id, author: toms.userId };
    for (let at = 0; at < 3; at++) {
      const replies = Array.from({ length: 50 }, () => ({
        ...first,
        id: newPostId(new Date()),
        body: 'Again',
        replyTo: { ...answered, username: tom.username },
        thread: answered,
      }));
      await nod.db.write(...replies.map((reply) => posts.create(reply)));
    }
    const asked = { author: susan.username, kind: 'posts' as const };
    const page = await new Browser(nod).succeed('posts', { query: asked });
    expect([page.items, page.next]).toEqual([[], expect.any(String)]);
    const costs = await storeCosts(nod.recordingProxy, {
      posts: () => new Browser(nod).succeed('posts', { query: asked }),
    });
    // Whose name it is, and three looks.
    expect(costs.posts?.calls).toBe(4);
    expect(costs.posts?.reads).toBeLessThanOrEqual(31);
    expect(await all(susan.username, 'posts', '20')).toEqual(['First of all']);
  });

  it('is of no other kind', async () => {
    const { username } = await newPerson(nod);
    const query = { author: username, kind: 'likes' as never };
    const { status, problem } = await new Browser(nod).call('posts', { query });
    expect([status, problem.field]).toEqual([400, 'kind']);
  });
});

describe('how many posts somebody has', () => {
  it('is counted when they are written, deleted, hidden and shown again', async () => {
    const { browser, username } = await newPerson(nod);
    const count = async () => (await profileOf(username)).counts.posts;
    const options = { body: { body: 'Once' }, headers: { 'idempotency-key': 'once' } };
    const { id } = await browser.succeed('post-create', options);
    await browser.succeed('post-create', options);
    for (const body of ['Two', 'Three']) await write(browser, body);
    expect(await count()).toBe(3);
    await browser.succeed('post-delete', { params: { postId: id } });
    await browser.call('post-delete', { params: { postId: id } });
    expect(await count()).toBe(2);

    const row = (await nod.rows()).Users.find(({ username: name, sk }) => name === username && sk === 'user');
    const userId = row?.pk as UserId;
    const { session } = await browser.succeed('me');
    const stored = await sessionStore(nod.db).get(userId, session.id);
    if (stored === undefined) throw new Error('there is no session');
    await hidePosts(nod.db, stored, () => true, new Date());
    expect(await count()).toBe(0);
    await showPosts(nod.db, userId, session.id, new Date());
    expect(await count()).toBe(2);
  });
});
