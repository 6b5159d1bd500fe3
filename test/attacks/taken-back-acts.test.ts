/** What an intruder does in somebody's name to others is undone with the intruder: the undo log, walked newest first. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PostId, UserId } from '../../shared/ids.ts';
import { hidesStore } from '../../shared/people/hides-store.ts';
import { reportStore } from '../../shared/reports/report-store.ts';
import { undoLogStore } from '../../shared/undo/undo-log-store.ts';
import type { Browser } from '../support/browser.ts';
import { FRIENDS, hidesOf, type Somebody, STRANGERS } from '../support/hides.ts';
import { nod as startNod } from '../support/nod.ts';
import { signIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';
import { whileWriting } from '../support/while-writing.ts';

const nod = startNod();
const { somebody, follow, between } = hidesOf(nod);

/** Somebody whose phone was talked into approving a stranger's browser. */
async function relayed() {
  const owner = await somebody();
  const intruder = await signIn(nod, owner);
  const { session } = await intruder.succeed('me');
  const params = { sessionId: session.id };
  return {
    owner,
    intruder,
    session,
    preview: () => owner.phone.succeed('compromise', { params }),
    report: () => owner.phone.call('session-end', { params, query: { notMe: '1' } }),
    notMe: async () => {
      const { takenBack } = await owner.phone.succeed('session-end', { params, query: { notMe: '1' } });
      return { acts: takenBack?.acts, more: takenBack?.more };
    },
    /** What the activity says was undone, in all. */
    undone: async () => {
      const rows = (await nod.rows()).Sessions.filter(
        ({ pk, kind }) => pk === owner.userId && kind === 'undone',
      );
      return rows.reduce((sum, { count }) => sum + Number(count), 0);
    },
    left: async () =>
      (await nod.rows()).Sessions.filter(
        ({ pk, sk }) => pk === owner.userId && String(sk).startsWith('undo#'),
      ),
  };
}

const act = (by: Browser, what: 'mute' | 'unmute' | 'block' | 'unblock', on: Somebody) =>
  by.succeed(what, { params: { username: on.username } });

const written = async (by: Browser, body: string, replyTo?: PostId) =>
  (await by.succeed('post-create', { body: { body, ...(replyTo === undefined ? {} : { replyTo }) } })).id;

const edited = (by: Browser, postId: PostId, body: string, editedAt?: string) =>
  by.succeed('post-edit', {
    params: { postId },
    body: { body, ...(editedAt === undefined ? {} : { editedAt }) },
  });

describe('"It wasn’t me" undoes', () => {
  it('blocks, with who followed whom, mutes, what was taken back of either, and reports', async () => {
    const { owner, intruder, preview, notMe, undone, left } = await relayed();
    const [friend, enemy, bore, author] = await Promise.all([somebody(), somebody(), somebody(), somebody()]);
    await follow(owner, friend);
    await follow(friend, owner);
    await act(owner.browser, 'block', enemy);
    await act(owner.browser, 'mute', bore);
    const post = await author.browser.succeed('post-create', { body: { body: 'Harmless' } });

    await act(intruder, 'block', friend);
    await act(intruder, 'mute', author);
    await act(intruder, 'unblock', enemy);
    await act(intruder, 'unmute', bore);
    await intruder.succeed('report-create', { body: { about: { post: post.id }, reason: 'illegal' } });
    expect(await between(owner, friend)).toEqual({ ...STRANGERS, blocked: [true, true] });

    const acts = [
      { of: 'follows', count: 2 },
      { of: 'hides', count: 4 },
      { of: 'reports', count: 1 },
    ];
    await unchanged(nod, async () => expect((await preview()).acts).toEqual(acts));
    expect(await notMe()).toEqual({ acts });
    expect(await between(owner, friend)).toEqual(FRIENDS);
    // Counted are the owner and the friend.
    const strangers = { ...STRANGERS, counts: [FRIENDS.counts[0], STRANGERS.counts[1]] };
    expect(await between(owner, enemy)).toEqual({ ...strangers, blocked: [true, true] });
    expect(await between(owner, bore)).toEqual({ ...strangers, muted: true });
    expect(await between(owner, author)).toEqual(strangers);
    expect((await reportStore(nod.db).open(100)).filter(({ post: of }) => of?.id === post.id)).toEqual([]);
    expect(await undone()).toBe(7);
    // What the owner has done stays to be undone, if it comes to that.
    expect((await left()).map(({ kind }) => kind).sort()).toEqual(['block', 'mute']);
    await unchanged(nod, async () => expect(await notMe()).toEqual({ acts: [] }));
    expect((await owner.browser.succeed('activity')).items).toContainEqual(
      expect.objectContaining({ kind: 'undone', count: 7 }),
    );
    // The first test starts every function, on a machine that may be busy.
  }, 90_000);

  it('edits and removals of replies: the words before stand again, and the replies in their thread', async () => {
    const { owner, intruder, preview, notMe } = await relayed();
    const [friend, stranger] = await Promise.all([somebody(), somebody()]);
    const root = await written(owner.browser, 'Be kind');
    const [one, other] = [
      await written(friend.browser, 'One', root),
      await written(stranger.browser, 'Other', root),
    ];
    const below = await written(friend.browser, 'Below', one);
    const own = await edited(owner.browser, root, 'Be kind, please');
    await friend.browser.succeed('post-like', { params: { postId: root } });
    const thread = async (by: Browser) => {
      const { post, items } = await by.succeed('thread', { params: { postId: root } });
      return [post, ...items].map((it) => ('gone' in it ? it.gone : [it.body, it.counts, it.editedAt]));
    };
    const before = await thread(owner.browser);

    const first = await edited(intruder, root, 'Be rude', own.editedAt);
    await edited(intruder, root, 'Be ruder', first.editedAt);
    const params = { postId: root };
    for (const replyId of [one, other, below])
      await intruder.succeed('reply-remove', { params: { ...params, replyId } });
    await intruder.succeed('post-like', { params });
    expect(await thread(owner.browser)).toEqual([
      ['Be ruder', { likes: 2, reposts: 0, replies: 0 }, expect.any(String)],
    ]);

    const acts = [
      { of: 'marks', count: 1 },
      { of: 'posts', count: 5 },
    ];
    await unchanged(nod, async () => expect((await preview()).acts).toEqual(acts));
    expect(await notMe()).toEqual({ acts });
    expect(await thread(friend.browser)).toEqual(before);
    const { items } = await friend.browser.succeed('post-history', { params });
    expect(items.map(({ body }) => body)).toEqual(['Be kind, please', 'Be kind']);
    await unchanged(nod, async () => expect(await notMe()).toEqual({ acts: [] }));
  });

  it('an edit of what it wrote itself, which is hidden, does not: shown again it says what it said', async () => {
    const { owner, intruder, session, notMe } = await relayed();
    const id = await written(intruder, 'Mine after all');
    await edited(intruder, id, 'Mine, after all');
    await notMe();
    await owner.browser.succeed('unhide', { params: { sessionId: session.id } });
    const { body } = await owner.browser.succeed('post', { params: { postId: id } });
    expect(body).toBe('Mine, after all');
  });

  it('no removal of what its author has deleted since, and no edit that its owner has taken back', async () => {
    const { owner, intruder, notMe } = await relayed();
    const friend = await somebody();
    const root = await written(owner.browser, 'Hers');
    const [gone, place] = [
      await written(friend.browser, 'Gone', root),
      await written(friend.browser, 'Place', root),
    ];
    for (const replyId of [gone, place])
      await intruder.succeed('reply-remove', { params: { postId: root, replyId } });
    const { editedAt } = await edited(intruder, root, 'Not hers');
    await edited(owner.browser, root, 'Hers', editedAt);
    await written(friend.browser, 'Below', place);
    for (const postId of [gone, place]) await friend.browser.succeed('post-delete', { params: { postId } });
    // What the intruder had put there goes from the history.
    expect(await notMe()).toEqual({ acts: [{ of: 'posts', count: 1 }] });
    const thread = await owner.browser.succeed('thread', { params: { postId: root } });
    expect(thread).toMatchObject({ post: { body: 'Hers', counts: { replies: 0 } }, items: [] });
    const { items } = await owner.browser.succeed('post-history', { params: { postId: root } });
    expect(items.map(({ body }) => body)).toEqual(['Hers', 'Hers']);
  });

  it('newest first, so that back and forth comes out where it began', async () => {
    const { owner, intruder, notMe } = await relayed();
    const [one, other] = await Promise.all([somebody(), somebody()]);
    await act(owner.browser, 'mute', other);
    for (const what of ['mute', 'block', 'unmute', 'unblock', 'mute', 'block'] as const)
      await act(intruder, what, one);
    for (const what of ['unmute', 'mute', 'unmute', 'block', 'mute', 'unblock', 'unmute'] as const)
      await act(intruder, what, other);
    await notMe();
    expect(await between(owner, one)).toEqual(STRANGERS);
    expect(await between(owner, other)).toEqual({ ...STRANGERS, muted: true });
  });

  it('nothing that its owner has settled since: that is only forgotten', async () => {
    const { owner, intruder, notMe, undone, left } = await relayed();
    const [muted, friend] = await Promise.all([somebody(), somebody()]);
    await follow(owner, friend);
    await act(intruder, 'mute', muted);
    await act(intruder, 'block', friend);
    await act(owner.browser, 'unmute', muted);
    await act(owner.browser, 'unblock', friend);
    await follow(owner, friend);
    expect(await notMe()).toEqual({ acts: [] });
    expect(await undone()).toBe(0);
    expect((await between(owner, friend)).follows).toEqual([true, false]);
    expect((await between(owner, muted)).muted).toBe(false);
    expect((await left()).map(({ kind }) => kind).sort()).toEqual(['unblock', 'unmute']);
  });

  it('what was done before a step-up and after it, and leaves another session of the owner’s alone', async () => {
    const { owner, intruder, notMe } = await relayed();
    const second = await signIn(nod, owner);
    const [before, after, own] = await Promise.all([somebody(), somebody(), somebody()]);
    await act(intruder, 'mute', before);
    const { number } = await intruder.succeed('login-start', {
      body: { username: owner.username, act: 'new_recovery_code' },
    });
    await owner.phone.approve(number);
    await intruder.succeed('login-complete');
    await act(intruder, 'mute', after);
    await act(second, 'mute', own);
    await act(owner.browser, 'block', own);
    expect(await notMe()).toEqual({ acts: [{ of: 'hides', count: 2 }] });
    expect((await between(owner, before)).muted).toBe(false);
    expect((await between(owner, after)).muted).toBe(false);
    expect(await between(owner, own)).toEqual({ ...STRANGERS, muted: true, blocked: [true, true] });
  });

  it('what it was about to do when it was reported: that is refused', async () => {
    const { owner, intruder, report } = await relayed();
    const friend = await somebody();
    await follow(owner, friend);
    const params = { username: friend.username };
    const reply = await whileWriting(
      nod,
      { from: 'block' },
      () => intruder.call('block', { params }),
      report,
    );
    expect([reply.status, reply.problem.code]).toEqual([401, 'not_signed_in']);
    expect((await between(owner, friend)).follows).toEqual([true, false]);
  });

  it('but brings none of it back when the words are shown again', async () => {
    const { owner, intruder, notMe, session } = await relayed();
    const other = await somebody();
    await intruder.succeed('post-create', { body: { body: 'Mine after all' } });
    await act(intruder, 'mute', other);
    await notMe();
    expect(await owner.browser.succeed('unhide', { params: { sessionId: session.id } })).toEqual({
      shown: 1,
    });
    expect((await between(owner, other)).muted).toBe(false);
  });
});

/** Many mutes, as if the session had done them one after the other, and the rows that they leave. */
async function muteMany(owner: Somebody, intruder: Browser, count: number) {
  const { session } = await intruder.succeed('me');
  const [hides, log] = [hidesStore(nod.db), undoLogStore(nod.db)];
  const by = { id: session.id, userId: owner.userId } as Parameters<typeof log.note>[0];
  const ids = Array.from({ length: count }, (_, at) => `usr_${String(at).padStart(22, '0')}` as UserId);
  for (const other of ids.slice(0, 1)) await nod.db.write(hides.mute(owner.userId, other));
  await nod.db.update({
    Update: {
      TableName: nod.db.tableName('Posts'),
      Key: { pk: owner.userId, sk: 'hides' },
      UpdateExpression: 'ADD muted :ids',
      ExpressionAttributeValues: { ':ids': new Set(ids) },
    },
  });
  for (let at = 0; at < count; at += 50) {
    const notes = ids.slice(at, at + 50).map((other) => log.note(by, new Date(), { kind: 'mute', other }));
    await nod.db.write(...notes);
  }
}

const mutedBy = async (owner: Somebody) => (await hidesStore(nod.db).get(owner.userId)).muted.size;

describe('however it goes', () => {
  it('it is undone once, and noted to the last one, where the store goes away in the middle, again and again', async () => {
    const { owner, intruder, report, notMe, undone, left } = await relayed();
    await muteMany(owner, intruder, 60);
    onTestFinished(() => nod.recordingProxy.mend());
    for (const after of [0, 3, 7, 20, 28]) {
      nod.recordingProxy.disturb('cut', { from: 'session-end', operation: 'TransactWriteItems', after });
      expect((await report()).status).toBe(503);
      nod.recordingProxy.mend();
    }
    expect(await mutedBy(owner)).toBeGreaterThan(0);
    await notMe();
    expect(await mutedBy(owner)).toBe(0);
    expect(await undone()).toBe(60);
    expect(await left()).toEqual([]);
  }, 60_000);

  it('it is undone once where the answers are lost', async () => {
    const { owner, intruder, report, notMe, undone } = await relayed();
    await muteMany(owner, intruder, 10);
    nod.recordingProxy.disturb('answer lost', {
      from: 'session-end',
      operation: 'TransactWriteItems',
      after: 2,
      times: 3,
    });
    onTestFinished(() => nod.recordingProxy.mend());
    await report();
    nod.recordingProxy.mend();
    await notMe();
    expect([await mutedBy(owner), await undone()]).toEqual([0, 10]);
  }, 60_000);

  it('three reports at once undo it once, together', async () => {
    const { owner, intruder, notMe, undone, left } = await relayed();
    await muteMany(owner, intruder, 40);
    const answers = await Promise.all([notMe(), notMe(), notMe()]);
    const counts = answers.flatMap(({ acts = [] }) => acts.map(({ count }) => count));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
    expect([await mutedBy(owner), await undone()]).toEqual([0, 40]);
    expect(await left()).toEqual([]);
  }, 60_000);

  it('a thousand acts are counted beforehand, and undone by as many calls as it takes', async () => {
    const { owner, intruder, preview, notMe, undone } = await relayed();
    await muteMany(owner, intruder, 1000);
    expect((await preview()).acts).toEqual([{ of: 'hides', count: 1000 }]);
    let calls = 0;
    for (let more: true | undefined = true; more; calls++) ({ more } = await notMe());
    expect(calls).toBeLessThan(10);
    expect([await mutedBy(owner), await undone()]).toEqual([0, 1000]);
  }, 120_000);
});
