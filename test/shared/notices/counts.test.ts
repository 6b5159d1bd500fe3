/** Whatever happens, in whichever order and how often it is told: what is counted as unread is what there is. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inboxKey } from '../../../shared/chats/chat-store.ts';
import type { Change, Copier } from '../../../shared/copies/change.ts';
import type { Database, Item, Key } from '../../../shared/database.ts';
import type { MessageId, PostId, UserId } from '../../../shared/ids.ts';
import { countChats } from '../../../shared/notices/count-chats.ts';
import { noticeFollows } from '../../../shared/notices/notice-follows.ts';
import { noticeHides } from '../../../shared/notices/notice-hides.ts';
import { noticeMarks } from '../../../shared/notices/notice-marks.ts';
import { noticePosts } from '../../../shared/notices/notice-posts.ts';
import { noticeStore } from '../../../shared/notices/notice-store.ts';
import { readUpTo } from '../../../shared/notices/reading.ts';
import { unreadFrom } from '../../../shared/notices/unread-store.ts';
import { followKey } from '../../../shared/people/follow-store.ts';
import { hidesKey } from '../../../shared/people/hides-store.ts';
import { markKey } from '../../../shared/posts/mark-store.ts';
import { newPostId } from '../../../shared/posts/post.ts';
import { itemOf, postKey } from '../../../shared/posts/post-store.ts';
import { toSeconds } from '../../../shared/seconds.ts';
import { sessionKey } from '../../../shared/sessions/session-store.ts';
import { seeded } from '../../support/seeded.ts';
import { active } from '../../support/sessions.ts';
import { tables } from '../../support/tables.ts';

const { db, rows, empty } = tables();

beforeEach(empty);

const COPIERS: readonly Copier[] = [noticePosts, noticeFollows, noticeMarks, noticeHides, countChats];
const PEOPLE = ['a', 'b', 'c'].map((letter): UserId => `usr_${letter.repeat(22)}`);
const usernameOf = (userId: UserId) => `name_${userId.at(-1)}`;

async function village(seed: number) {
  const random = seeded(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const changes: Change[] = [];
  const posts: { id: PostId; author: UserId }[] = [];
  const table = db.tableName('Posts');
  const now = new Date();
  await db.putAll('Users', {
    put: PEOPLE.flatMap((userId) => {
      const username = usernameOf(userId);
      return [
        { pk: userId, sk: 'user', username, displayName: username },
        { pk: `name#${username}`, sk: 'name', userId },
      ];
    }),
  });
  const sessions = PEOPLE.map((userId) => ({ ...active(now), userId }));
  for (const session of sessions) {
    await db.putAll('Sessions', {
      put: [{ ...sessionKey(session.userId, session.id), status: 'active', endsAt: toSeconds(now) + 86_400 }],
    });
  }

  /** Writes a row, and keeps what the stream will say of that. */
  async function put(key: Key, item: Item | undefined): Promise<void> {
    const before = await db.get({ TableName: table, Key: key });
    if (item === undefined) await db.remove({ Delete: { TableName: table, Key: key } });
    else await db.put({ Put: { TableName: table, Item: { ...key, ...item } } });
    changes.push({
      key,
      ...(before === undefined ? {} : { before }),
      ...(item === undefined ? {} : { after: { ...key, ...item } }),
    });
  }

  const two = (): [UserId, UserId] => {
    const who = one(PEOPLE);
    return [who, one(PEOPLE.filter((other) => other !== who))];
  };
  const toggled = async (key: Key, item: Item) =>
    put(key, (await db.get({ TableName: table, Key: key })) ? undefined : item);

  const acts = {
    follow: async () => {
      const [who, other] = two();
      await toggled(followKey(who, other), { at: toSeconds(now) });
    },
    mark: async () => {
      if (posts.length === 0) return;
      const { id } = one(posts);
      const key = markKey(one(PEOPLE), id);
      const { pk: _, sk: __, ...mark } = (await db.get({ TableName: table, Key: key })) ?? {};
      const kind = one(['liked', 'reposted', 'saved']);
      const { [kind]: was, ...rest } = mark as Item;
      await put(key, was === undefined ? { ...rest, [kind]: true } : rest);
    },
    post: async () => {
      const [author, other] = two();
      const answered = random() < 0.5 ? posts.at(-1) : undefined;
      const id = newPostId(now);
      const username = usernameOf(author);
      const {
        pk: _,
        sk: __,
        ...item
      } = itemOf({
        id,
        userId: author,
        username,
        displayName: username,
        body: `Hello @${usernameOf(other)}`,
        createdAt: now,
        sessionId: 'ses_test',
        ...(answered === undefined
          ? {}
          : { replyTo: { ...answered, username: usernameOf(answered.author) } }),
      });
      posts.push({ id, author });
      await put(postKey(author, id), item);
    },
    unpost: async () => {
      if (posts.length < 3) return;
      const [{ id, author } = one(posts)] = posts.splice(Math.floor(random() * posts.length), 1);
      await put(postKey(author, id), undefined);
    },
    message: async () => {
      const [to, from] = two();
      await put(inboxKey(to, from), { lastId: 'msg_' as MessageId, unread: 1 + Math.floor(random() * 3) });
    },
    readChat: async () => {
      const [to, from] = two();
      await put(inboxKey(to, from), { lastId: 'msg_' as MessageId, unread: 0 });
    },
    mute: async () => {
      const [who, other] = two();
      await toggled(hidesKey(who), { muted: new Set([other]) });
    },
    read: async () => {
      const at = Math.floor(random() * PEOPLE.length);
      const page = await noticeStore(db).page(PEOPLE[at] as UserId, { before: undefined, limit: 3 });
      const session = sessions[at];
      if (page.length > 0 && session !== undefined) await readUpTo(db, session, one(page).id, new Date());
    },
  };

  async function tell(change: Change): Promise<void> {
    await Promise.all(COPIERS.map((copier) => copier(db, change, new Date())));
  }

  return {
    changes,
    one,
    random,
    tell,
    act: async () => acts[one(Object.keys(acts) as (keyof typeof acts)[])](),
  };
}

/** What holds at every moment, whatever has been told by then. */
async function expectCounted() {
  const { Copies } = await rows();
  for (const userId of PEOPLE) {
    const of = (pk: string) => Copies.filter((row) => row.pk === pk);
    const unread = unreadFrom(of(userId).find(({ sk }) => sk === 'unread'));
    const list = of(`notes#${userId}`);
    const noted = of(`noted#${userId}`);
    expect(unread.notices).toBe(list.filter(({ sk }) => String(sk) > (unread.readTo ?? '')).length);
    expect(unread.messages).toBe(of(userId).filter(({ sk }) => String(sk).startsWith('chat#')).length);
    const places = noted.filter(({ id }) => id !== undefined).map(({ sk, id }) => [sk, id]);
    expect(places.sort()).toEqual(list.map(({ about, sk }) => [about, sk]).sort());
    for (const { about, count } of list.filter((row) => row.count !== undefined)) {
      expect(noted.filter(({ sk }) => String(sk).startsWith(`${about}#`))).toHaveLength(count as number);
    }
  }
  return Copies;
}

type Told = Item & { kind: string; post?: PostId; who?: { userId: UserId }; latest?: { userId: UserId }[] };

describe('what is unread', () => {
  it.each([1, 2, 3, 4, 5, 6])('is what there is, in history %i', { timeout: 120_000 }, async (seed) => {
    const { act, changes, one, random, tell } = await village(seed);
    for (let at = 0; at < 70; at++) {
      await act();
      // Some at once, some late, some again, and some only at the end.
      while (changes.length > 0 && random() < 0.6)
        await tell(random() < 0.3 ? one(changes) : (changes.at(-1) as Change));
      if (at % 10 === 0) await expectCounted();
    }
    // The stream gives a row's records in order, all of them at least once.
    for (const change of changes) await tell(change);
    const told = await expectCounted();
    // Once more, and all at the same moment: nothing changes.
    await Promise.all(changes.slice(-20).map(tell));
    expect(await expectCounted()).toEqual(told);

    const { Posts } = await rows();
    const has = (pk: string, sk: string) => Posts.some((row) => row.pk === pk && row.sk === sk);
    for (const userId of PEOPLE) {
      const list = told.filter(({ pk }) => pk === `notes#${userId}`);
      for (const { kind, post, who, latest } of list as Told[]) {
        if (kind === 'followed') expect(has(who?.userId ?? '', `follow#${userId}`)).toBe(true);
        if (kind === 'mentioned' || kind === 'replied') {
          expect(has(who?.userId ?? '', `post#${post}`)).toBe(true);
        }
        if (kind === 'liked' || kind === 'reposted') {
          expect(has(userId, `post#${post}`)).toBe(true);
          for (const { userId: liker } of latest ?? []) {
            const mark = Posts.find((row) => row.pk === liker && row.sk === `mark#${post}`);
            expect(mark?.[kind]).toBe(true);
          }
        }
      }
      const unreadChats = Posts.filter(({ pk, sk, unread }) => {
        const other = String(sk).slice('inbox#'.length) as UserId;
        const hides = Posts.find((row) => row.pk === userId && row.sk === 'hides');
        const isMuted = (hides?.muted as Set<UserId> | undefined)?.has(other) ?? false;
        return pk === userId && String(sk).startsWith('inbox#') && Number(unread) > 0 && !isMuted;
      });
      const counted = told.find(({ pk, sk }) => pk === userId && sk === 'unread');
      expect(unreadFrom(counted).messages).toBe(unreadChats.length);
    }
  });

  it.each(['a follow', 'a like', 'a mention'] as const)(
    'has nothing of somebody who is muted while %s of theirs is told of',
    async (what) => {
      await village(1);
      const [author, other] = PEOPLE as [UserId, UserId];
      const now = new Date();
      const table = db.tableName('Posts');
      const put = async (key: Key, item: Item): Promise<Change> => {
        await db.put({ Put: { TableName: table, Item: { ...key, ...item } } });
        return { key, after: { ...key, ...item } };
      };
      const post = (by: UserId, body: string) => {
        const id = newPostId(now);
        const names = { username: usernameOf(by), displayName: usernameOf(by) };
        const item = itemOf({ id, userId: by, ...names, body, createdAt: now, sessionId: 'ses_test' });
        return { id, written: put(postKey(by, id), item) };
      };
      const { id, written } = post(author, 'Mine');
      await written;
      const change = await {
        'a follow': () => put(followKey(other, author), { at: toSeconds(now) }),
        'a like': () => put(markKey(other, id), { liked: true }),
        'a mention': () => post(other, `Hello @${usernameOf(author)}`).written,
      }[what]();

      let mutes = 0;
      const slow: Database = {
        ...db,
        async write(...writes) {
          if (mutes++ === 0) {
            await noticeHides(db, await put(hidesKey(author), { muted: new Set([other]) }), now);
          }
          return db.write(...writes);
        },
      };
      for (const copier of COPIERS) await copier(slow, change, now);
      expect(mutes).toBeGreaterThan(0);
      const copies = await expectCounted();
      expect(copies.filter(({ pk }) => pk === `notes#${author}`)).toEqual([]);
    },
  );
});
