import { describe, expect, it, onTestFinished } from 'vitest';
import type { PostId, SessionId, UserId } from '../../shared/ids.ts';
import { newPostId } from '../../shared/posts/post.ts';
import { postStore } from '../../shared/posts/post-store.ts';
import { age } from '../support/ageing.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

/** A person, and a browser that somebody else is behind. */
async function intruded() {
  const person = await newPerson(nod);
  const intruder = await signIn(nod, person);
  const { id: sessionId } = (await intruder.succeed('me')).session;
  const write = (browser: Browser, body: string) => browser.succeed('post-create', { body: { body } });
  const params = { sessionId };
  return {
    ...person,
    intruder,
    sessionId,
    params,
    write,
    userId: person.browser.cookies.get('__Host-session')?.split('.')[0] as UserId,
    notMe: (from: Browser = person.browser) => from.succeed('session-end', { params, query: { notMe: '1' } }),
    unhide: () => person.browser.succeed('unhide', { params }),
    seen: async () =>
      (
        await new Browser(nod).succeed('posts', { query: { author: person.username, limit: '100' } })
      ).items.map(({ body }) => body),
    activity: async () => (await person.browser.succeed('activity')).items,
  };
}

type Intruded = Awaited<ReturnType<typeof intruded>>;

/** Many posts of the intruder's, as if they had been written one after the other. */
async function writeMany({ userId, username, sessionId }: Intruded, count: number): Promise<void> {
  const posts = postStore(nod.db);
  for (let at = 0; at < count; at += 50) {
    const writes = Array.from({ length: Math.min(50, count - at) }, (_, more) => {
      const createdAt = new Date();
      const id = newPostId(createdAt);
      const body = `Post ${at + more}`;
      return posts.create({ id, userId, username, displayName: username, body, createdAt, sessionId });
    });
    await nod.db.write(...writes);
  }
}

describe('"it wasn’t me"', () => {
  it('ends the session and hides everything that it wrote, and nothing else', async () => {
    const { browser, intruder, write, notMe, seen, activity, sessionId } = await intruded();
    await write(browser, 'Mine');
    const { id: postId } = await write(intruder, 'Not mine');
    await write(browser, 'Mine as well');
    await write(intruder, 'Not mine either');
    expect(await notMe()).toMatchObject({ status: 'closed', hidden: 2 });

    expect(await intruder.succeed('status')).toMatchObject({ status: 'closed', reason: 'not_me' });
    expect(await seen()).toEqual(['Mine as well', 'Mine']);
    expect((await new Browser(nod).call('post', { params: { postId } })).status).toBe(404);
    const everybody = await new Browser(nod).succeed('posts', { query: { limit: '100' } });
    expect(everybody.items.filter(({ body }) => body.startsWith('Not mine'))).toEqual([]);
    expect((await browser.call('post-delete', { params: { postId } })).status).toBe(404);
    expect((await activity()).slice(0, 2)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'hidden', count: 2, sessionId, browser: 'Firefox 143' }),
        expect.objectContaining({ kind: 'ended', by: 'not_me', sessionId }),
      ]),
    );
    // The first test starts every function, on a machine that may be busy.
  }, 90_000);

  it('can be taken back, and everything stands where it stood', async () => {
    const { browser, intruder, write, notMe, unhide, seen, activity, params } = await intruded();
    const { id: postId } = await write(intruder, 'First');
    await write(browser, 'Second');
    await write(intruder, 'Third');
    const before = (await nod.rows()).Posts;
    await notMe();
    expect(await unhide()).toEqual({ shown: 2 });
    const byKey = (rows: typeof before) => rows.sort((a, b) => String(a.sk).localeCompare(String(b.sk)));
    expect(byKey((await nod.rows()).Posts)).toEqual(byKey(before));
    expect(await seen()).toEqual(['Third', 'Second', 'First']);
    expect((await new Browser(nod).succeed('post', { params: { postId } })).body).toBe('First');
    expect((await activity())[0]).toMatchObject({ kind: 'shown', count: 2, ...params });
    await unchanged(nod, async () => expect(await unhide()).toEqual({ shown: 0 }));
    expect(await notMe()).toMatchObject({ status: 'closed', hidden: 2 });
  });

  it('denies all other sign-ins that wait', async () => {
    const { browser, phone, username, notMe, activity } = await intruded();
    const known = browser.copy();
    const strangers = [new Browser(nod), new Browser(nod)];
    for (const asking of [known, ...strangers]) await asking.succeed('login-start', { body: { username } });
    const other = await newPerson(nod);
    const elsewhere = new Browser(nod);
    await elsewhere.succeed('login-start', { body: { username: other.username } });
    await notMe(phone);
    for (const asking of strangers) {
      expect(await asking.succeed('status')).toMatchObject({ status: 'denied', reason: 'not_me' });
    }
    expect(await known.succeed('status', { query: { of: 'signin' } })).toMatchObject({ status: 'denied' });
    expect((await phone.succeed('approvals')).items).toEqual([]);
    expect((await elsewhere.succeed('status')).status).toBe('pending');
    const denied = (await activity()).filter(({ kind }) => kind === 'denied');
    expect(denied).toEqual([expect.objectContaining({ by: 'not_me', count: 3 })]);
  });

  it('denies a sign-in that waits itself, as reported', async () => {
    const person = await intruded();
    const stranger = new Browser(nod);
    const { username } = person;
    const { sessionId } = await stranger.succeed('login-start', { body: { username } });
    const query = { notMe: '1' };
    expect(await person.browser.succeed('session-end', { params: { sessionId }, query })).toMatchObject({
      status: 'closed',
      hidden: 0,
    });
    expect(await stranger.succeed('status')).toMatchObject({ status: 'denied', reason: 'not_me' });
    const row = (await nod.rows()).Sessions.find(({ sk }) => sk === `session#${sessionId}`);
    expect(row?.reported).toBe(true);
  });

  it.each([
    [
      'signed out',
      { status: 'closed', reason: 'here' },
      ({ intruder }: Intruded) => intruder.succeed('logout'),
    ],
    [
      'timed out',
      { status: 'timeout' },
      ({ sessionId }: Intruded) => age(nod, 'Sessions', `session#${sessionId}`, 60 * 60),
    ],
  ])(
    'hides as well what a session wrote that has %s, and leaves its end as it was',
    async (_, end, finish) => {
      const person = await intruded();
      const copy = person.intruder.copy();
      await person.write(person.intruder, 'Not mine');
      await finish(person);
      expect(await person.notMe()).toMatchObject({ status: 'closed', hidden: 1 });
      expect(await person.seen()).toEqual([]);
      expect(await copy.succeed('status')).toMatchObject(end);
    },
  );

  it('hides more than one transaction can hold, and shows it again', async () => {
    const person = await intruded();
    await writeMany(person, 90);
    await person.write(person.browser, 'Mine');
    expect(await person.notMe()).toMatchObject({ status: 'closed', hidden: 90 });
    expect(await person.seen()).toEqual(['Mine']);
    const hidden = (await person.activity()).filter(({ kind }) => kind === 'hidden');
    expect(hidden.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(90);
    expect(await person.unhide()).toEqual({ shown: 90 });
    expect(await person.seen()).toHaveLength(91);
  });

  it('goes on where it stopped, when the store goes away in the middle', async () => {
    const person = await intruded();
    await writeMany(person, 90);
    nod.recordingProxy.disturb('cut', { from: 'session-end', operation: 'TransactWriteItems', after: 2 });
    onTestFinished(() => nod.recordingProxy.mend());
    const { params, browser } = person;
    expect((await browser.call('session-end', { params, query: { notMe: '1' } })).status).toBe(503);
    expect(await person.intruder.succeed('status')).toMatchObject({ status: 'closed', reason: 'not_me' });
    expect((await person.seen()).length).toBeLessThan(90);
    nod.recordingProxy.mend();
    expect(await person.notMe()).toMatchObject({ status: 'closed', hidden: 90 });
    expect(await person.seen()).toEqual([]);
    const hidden = (await person.activity()).filter(({ kind }) => kind === 'hidden');
    expect(hidden.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(90);
    await unchanged(nod, async () => expect((await person.notMe()).hidden).toBe(90));
  });

  it('leaves nothing behind that was written while it hid', async () => {
    const person = await intruded();
    const writing = Array.from({ length: 12 }, (_, at) =>
      person.intruder.call('post-create', { body: { body: `Racing ${at}` } }),
    );
    await Promise.all([...writing, person.notMe(), person.notMe()]);
    const statuses = (await Promise.all(writing)).map(({ status }) => status);
    const written = statuses.filter((status) => status === 201).length;
    expect(statuses.filter((status) => status === 401)).toHaveLength(12 - written);
    expect(await person.seen()).toEqual([]);
    expect((await person.notMe()).hidden).toBe(written);
  });

  it('and taking it back side by side lose and double nothing', async () => {
    const person = await intruded();
    await writeMany(person, 30);
    await person.notMe();
    await Promise.all([person.unhide(), person.unhide(), person.notMe(), person.unhide()]);
    await person.unhide();
    const seen = await person.seen();
    expect([seen.length, new Set(seen).size]).toEqual([30, 30]);
    expect((await nod.rows()).Posts.filter(({ pk }) => pk === person.userId)).toHaveLength(30);
  });

  it('passes over what was deleted meanwhile', async () => {
    const person = await intruded();
    const ids: PostId[] = [];
    for (let at = 0; at < 6; at++) ids.push((await person.write(person.intruder, `Post ${at}`)).id);
    await Promise.all([
      person.notMe(),
      ...ids.slice(3).map((postId) => person.browser.call('post-delete', { params: { postId } })),
    ]);
    expect(await person.seen()).toEqual([]);
    const left = (await nod.rows()).Posts.filter(({ pk }) => pk === person.userId);
    expect((await person.notMe()).hidden).toBe(left.length);
    expect(left.length).toBeGreaterThanOrEqual(3);
  });

  it('is said of one’s own sessions only', async () => {
    const [person, stranger] = [await intruded(), await newPerson(nod)];
    await person.write(person.intruder, 'Written');
    const query = { notMe: '1' };
    await unchanged(nod, async () => {
      for (const caller of [stranger.browser, stranger.phone]) {
        const reply = await caller.call('session-end', { params: person.params, query });
        expect([reply.status, reply.problem.code]).toEqual([404, 'not_found']);
      }
      expect((await new Browser(nod).call('session-end', { params: person.params, query })).status).toBe(401);
    });
    await person.notMe();
    await unchanged(nod, async () => {
      expect(await stranger.browser.succeed('unhide', { params: person.params })).toEqual({ shown: 0 });
      expect((await person.intruder.call('unhide', { params: person.params })).status).toBe(401);
      expect((await person.phone.call('unhide', { params: person.params })).status).toBe(401);
      for (const sessionId of ['x', 'ses_', '__proto__'] as SessionId[]) {
        expect((await person.browser.call('unhide', { params: { sessionId } })).status).toBe(404);
      }
    });
  });
});
