/** What an intruder does in somebody's name to others is undone with the intruder: the undo log, walked newest first. */
import { describe, expect, it, onTestFinished } from 'vitest';
import type { UserId } from '../../shared/ids.ts';
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
    expect(await between(owner, enemy)).toEqual({ ...STRANGERS, blocked: [true, true] });
    expect(await between(owner, bore)).toEqual({ ...STRANGERS, muted: true });
    expect(await between(owner, author)).toEqual(STRANGERS);
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
