/** What people are told, through the real streams: of what others do, for as long as that stands, and counted. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { NoticeResponse } from '../../shared/responses.ts';
import { markRead, send } from '../support/chats.ts';
import { follow, type Member, newMember, post, unfollow } from '../support/graph.ts';
import { nod as startNod } from '../support/nod.ts';
import { signIn } from '../support/people.ts';

const nod = startNod({ triggers: true });

const PATIENT = { timeout: 60_000, interval: 100 };
const eventually = (check: () => Promise<void>) => vi.waitFor(check, PATIENT);
const BOUNDED = { timeout: 180_000 };

afterEach(() => {
  nod.recordingProxy.weighs = false;
});

const pageOf = (who: Member, cursor?: string) =>
  who.browser.succeed('notices', { query: cursor === undefined ? {} : { cursor } });

/** Each notice in a few words, newest first. */
async function toldTo(who: Member): Promise<string[]> {
  return (await pageOf(who)).items.map(inWords);
}

function inWords(notice: NoticeResponse): string {
  if (notice.kind === 'account') return `account ${notice.what}`;
  const people = 'people' in notice ? notice.people : [notice.person];
  const names = people.map(({ displayName }) => displayName).join(' ');
  const others = 'others' in notice && notice.others > 0 ? ` +${notice.others}` : '';
  return `${notice.kind} ${names}${others}${'post' in notice ? `: ${notice.post.excerpt}` : ''}`;
}

const unreadOf = async ({ browser }: Member) => (await browser.succeed('status')).unread;

const untilTold = (who: Member, told: string[]) =>
  eventually(async () => expect(await toldTo(who)).toEqual(told));

const untilUnread = (who: Member, notices: number, messages = 0) =>
  eventually(async () => expect(await unreadOf(who)).toEqual({ notices, messages }));

const read = async (who: Member) => {
  const { newest } = await pageOf(who);
  if (newest !== null) await who.browser.succeed('notices-read', { body: { upTo: newest } });
};

const mark = (
  who: Pick<Member, 'browser'>,
  how: 'post-like' | 'post-unlike' | 'post-repost',
  postId: string,
) => who.browser.succeed(how, { params: { postId } });

const reply = async (who: Pick<Member, 'browser'>, replyTo: `pst_${string}`, body: string) =>
  (await who.browser.succeed('post-create', { body: { body, replyTo } })).id;

/** With a name to show that is the username, as it is in these tests. */
async function members(count: number): Promise<Member[]> {
  const all: Member[] = [];
  for (let at = 0; at < count; at++) all.push(await newMember(nod));
  return all;
}

describe('somebody is told', () => {
  it(
    'who follows, mentions, answers, likes and reposts them, and not what they do themselves',
    BOUNDED,
    async () => {
      const [susan, tom, mary] = (await members(3)) as [Member, Member, Member];
      expect(await unreadOf(susan)).toEqual({ notices: 0, messages: 0 });
      const hers = await post(susan, 'My bees');
      await mark(susan, 'post-like', hers);
      await reply(susan, hers, `As for @${susan.username} herself`);
      await follow(tom, susan);
      await untilTold(susan, [`followed ${tom.username}`]);
      const mention = await post(tom, `Ask @${susan.username} and @${mary.username}`);
      await untilTold(susan, [
        `mentioned ${tom.username}: Ask @${susan.username} and @${mary.username}`,
        `followed ${tom.username}`,
      ]);
      await untilTold(mary, [`mentioned ${tom.username}: Ask @${susan.username} and @${mary.username}`]);
      // Whom it answers is told once, whoever it mentions.
      const answer = await reply(tom, hers, `@${susan.username} how many?`);
      await untilUnread(susan, 3);
      expect((await toldTo(susan))[0]).toBe(`replied ${tom.username}: @${susan.username} how many?`);
      await mark(tom, 'post-like', hers);
      await untilUnread(susan, 4);
      await mark(mary, 'post-like', hers);
      await eventually(async () =>
        expect((await toldTo(susan))[0]).toBe(`liked ${mary.username} ${tom.username}: My bees`),
      );
      // One notice for each post, however many like it.
      expect(await unreadOf(susan)).toEqual({ notices: 4, messages: 0 });
      await mark(mary, 'post-repost', hers);
      await untilUnread(susan, 5);

      // What is taken back is told no more.
      await mark(mary, 'post-unlike', hers);
      await unfollow(tom, susan);
      await tom.browser.succeed('post-delete', { params: { postId: answer } });
      await tom.browser.succeed('post-delete', { params: { postId: mention } });
      await untilTold(susan, [`reposted ${mary.username}: My bees`, `liked ${tom.username}: My bees`]);
      await untilUnread(susan, 2);
      await untilTold(mary, []);
      await susan.browser.succeed('post-delete', { params: { postId: hers } });
      await untilTold(susan, []);
      await untilUnread(susan, 0);
    },
  );

  it('nothing of whom they have muted or blocked, from the next look on', BOUNDED, async () => {
    const [susan, tom, mary] = (await members(3)) as [Member, Member, Member];
    const hers = await post(susan, 'My bees');
    await mark(tom, 'post-like', hers);
    await mark(mary, 'post-like', hers);
    await follow(tom, susan);
    await send(tom, susan, 'Psst');
    await untilUnread(susan, 2, 1);
    // Both likes are one notice, and so either counts.
    await eventually(async () => {
      const likes = (await toldTo(susan)).find((told) => told.startsWith('liked ')) ?? '';
      expect([tom, mary].filter(({ username }) => likes.includes(username))).toHaveLength(2);
    });
    await susan.browser.succeed('mute', { params: { username: tom.username } });
    expect(await toldTo(susan)).toEqual([`liked ${mary.username}: My bees`]);
    await untilUnread(susan, 1, 0);
    await reply(tom, hers, 'Hello?');
    await post(tom, `Hello @${susan.username}?`);
    // The stream brings in order what was written: with this it has brought those.
    await post(mary, `Hello @${susan.username}`);
    const marys = [`mentioned ${mary.username}: Hello @${susan.username}`, `liked ${mary.username}: My bees`];
    await untilTold(susan, marys);
    await nod.idle();
    expect(await toldTo(susan)).toEqual(marys);
    await susan.browser.succeed('unmute', { params: { username: tom.username } });
    // What waits in their conversation is counted again.
    await untilUnread(susan, 2, 1);
    await susan.browser.succeed('block', { params: { username: mary.username } });
    await untilTold(susan, []);
    await untilUnread(susan, 0, 1);
  });

  it(
    'by a text that many are named in, ten of them, and by what is edited in later nobody',
    BOUNDED,
    async () => {
      const [author, ...others] = (await members(13)) as [Member, ...Member[]];
      const names = others.map(({ username }) => `@${username}`);
      const id = await post(author, names.join(' '));
      await eventually(async () => {
        const counts = await Promise.all(others.map(async (other) => (await toldTo(other)).length));
        expect(counts.reduce((sum, told) => sum + told, 0)).toBe(10);
      });
      const untold = others[11] as Member;
      await author.browser.succeed('post-edit', {
        params: { postId: id },
        body: { body: `@${untold.username}` },
      });
      await nod.idle();
      expect(await toldTo(untold)).toEqual([]);
      expect((await toldTo(others[0] as Member))[0]).toContain(`@${untold.username}`);
      // They are found again, whatever it says by now.
      await author.browser.succeed('post-delete', { params: { postId: id } });
      for (const other of others) await untilTold(other, []);
    },
  );

  it('what their phones are told of the account', BOUNDED, async () => {
    const susan = await newMember(nod);
    await susan.browser.succeed('recovery-renew');
    await untilTold(susan, ['account recovery_renewed']);
    await untilUnread(susan, 1);
  });
});

describe('what is read', () => {
  it('stays read, and moves forward only; what comes later is unread', BOUNDED, async () => {
    const [susan, tom] = (await members(2)) as [Member, Member];
    const hers = await post(susan, 'My bees');
    await follow(tom, susan);
    await untilUnread(susan, 1);
    const first = (await pageOf(susan)).newest;
    await mark(tom, 'post-like', hers);
    await untilUnread(susan, 2);
    await susan.browser.succeed('notices-read', { body: { upTo: first as `ntc_${string}` } });
    expect(await unreadOf(susan)).toEqual({ notices: 1, messages: 0 });
    expect((await pageOf(susan)).items.map(({ isNew }) => isNew)).toEqual([true, false]);
    await read(susan);
    await susan.browser.succeed('notices-read', { body: { upTo: first as `ntc_${string}` } });
    expect(await unreadOf(susan)).toEqual({ notices: 0, messages: 0 });
    // Nobody has read what is not written yet.
    await susan.browser.succeed('notices-read', { body: { upTo: 'ntc_7ZZZZZZZZZZZZZZZZZZZZZZZZZ' } });
    await mark(tom, 'post-repost', hers);
    await untilUnread(susan, 1);
  });

  it('by many tabs at once, while more comes, is counted to the one', BOUNDED, async () => {
    const [susan, tom] = (await members(2)) as [Member, Member];
    const posts = [];
    for (let at = 0; at < 8; at++) posts.push(await post(susan, `Post ${at}`));
    await Promise.all([
      ...posts.map((id) => mark(tom, 'post-like', id)),
      ...posts.map(async () => {
        await read(susan);
      }),
    ]);
    await nod.idle();
    await eventually(async () => expect(await toldTo(susan)).toHaveLength(8));
    const unread = (await pageOf(susan)).items.filter(({ isNew }) => isNew).length;
    expect(await unreadOf(susan)).toEqual({ notices: unread, messages: 0 });
    await read(susan);
    expect(await unreadOf(susan)).toEqual({ notices: 0, messages: 0 });
  });

  it('of messages is counted by conversations', BOUNDED, async () => {
    const [susan, tom, mary] = (await members(3)) as [Member, Member, Member];
    await send(tom, susan, 'One');
    const { id } = await send(tom, susan, 'Two');
    const other = await send(mary, susan, 'Three');
    await untilUnread(susan, 0, 2);
    expect(await unreadOf(tom)).toEqual({ notices: 0, messages: 0 });
    await markRead(susan, tom, id);
    await untilUnread(susan, 0, 1);
    await mary.browser.succeed('message-delete', {
      params: { username: susan.username, messageId: other.id },
    });
    await untilUnread(susan, 0, 0);
  });

  it('is noted by nobody whose session is over', async () => {
    const [susan, tom] = (await members(2)) as [Member, Member];
    await follow(tom, susan);
    await untilUnread(susan, 1);
    const { newest } = await pageOf(susan);
    await susan.browser.succeed('logout');
    const reply = await susan.browser.call('notices-read', { body: { upTo: newest as `ntc_${string}` } });
    expect(reply.status).toBe(401);
  });
});

describe('what somebody else did in one’s name', () => {
  it('is told no more once its owner has said that it was not they', BOUNDED, async () => {
    const [susan, tom] = (await members(2)) as [Member, Member & Awaited<ReturnType<typeof newMember>>];
    const theirs = tom as Awaited<ReturnType<typeof newMember>>;
    const intruder = { browser: await signIn(nod, theirs) };
    const { id: sessionId } = (await intruder.browser.succeed('me')).session;
    const hers = await post(susan, 'My bees');
    await follow(intruder, susan);
    await mark(intruder, 'post-like', hers);
    await mark(intruder, 'post-repost', hers);
    await reply(intruder, hers, 'Buy this');
    await post(intruder, `Buy this, @${susan.username}`);
    await intruder.browser.succeed('message-create', {
      params: { username: susan.username },
      body: { body: 'Buy this' },
    });
    await untilUnread(susan, 5, 1);
    await theirs.browser.succeed('session-end', { params: { sessionId }, query: { notMe: '1' } });
    await untilTold(susan, []);
    await untilUnread(susan, 0, 0);
  });
});

describe('a page of notices', () => {
  it('costs at most 31 read units and 6 calls, and goes on to the last one', BOUNDED, async () => {
    const people = await members(4);
    const [susan, ...others] = people as [Member, ...Member[]];
    for (let at = 0; at < 24; at++) {
      const id = await post(susan, `Post ${at} ${'x'.repeat(400)}`);
      for (const other of others) await mark(other, 'post-like', id);
    }
    await untilUnread(susan, 24);
    // The last like of all is told of when its post's notice names everybody.
    const first = async () => inWords((await pageOf(susan)).items[0] as NoticeResponse);
    await expect.poll(first, { timeout: 20_000 }).toMatch(/^liked \S+ \S+ \+1: Post 23 x+…$/);
    nod.recordingProxy.weighs = true;
    const { length: before } = nod.recordingProxy.callsFrom('notices');
    const page = await pageOf(susan);
    const calls = nod.recordingProxy.callsFrom('notices').slice(before);
    expect(calls.length).toBeLessThanOrEqual(6);
    expect(calls.reduce((sum, { units = Number.NaN }) => sum + units, 0)).toBeLessThanOrEqual(31);
    expect(page.items).toHaveLength(20);
    const next = await pageOf(susan, page.next ?? '');
    expect(next.items).toHaveLength(4);
    expect(next.next).toBeNull();
  });
});
