/** What is derived can be made anew, and is then what it was. */
import { expect, it } from 'vitest';
import { peopleCopied } from '../../functions/people-copied.ts';
import { postsCopied } from '../../functions/posts-copied.ts';
import { databaseClient, localTableName } from '../../infra/local/database.ts';
import { rebuild } from '../../infra/rebuilding.ts';
import { inboxKey } from '../../shared/chats/chat-store.ts';
import type { UserId } from '../../shared/ids.ts';
import { unreadStore } from '../../shared/notices/unread-store.ts';
import { followKey, followStore } from '../../shared/people/follow-store.ts';
import { hidesKey } from '../../shared/people/hides-store.ts';
import { newPostId } from '../../shared/posts/post.ts';
import { postKey, postStore } from '../../shared/posts/post-store.ts';
import { recordOf } from '../support/stream-records.ts';
import { tables } from '../support/tables.ts';

const { db, rows, endpoint, prefix } = tables();

const PEOPLE = ['john', 'susan', 'mary', 'david'].map((username, at) => ({
  userId: `usr_${String(at).padStart(22, '0')}` as UserId,
  username,
  displayName: username,
}));
type Person = (typeof PEOPLE)[number];

let seconds = Date.now() / 1000 - 10_000;
const later = () => new Date(Math.floor(++seconds * 1000));

async function post(who: Person): Promise<void> {
  const at = later();
  const id = newPostId(at);
  await db.write(postStore(db).create({ id, ...who, body: 'Hello', createdAt: at, sessionId: 'ses_x' }));
  await postsCopied(db).handle({ Records: [recordOf(postKey(who.userId, id))] });
}

async function follow(follower: Person, followed: Person): Promise<void> {
  const follow = {
    follower: follower.userId,
    followed: followed.userId,
    at: later(),
    sessionId: 'ses_x',
  } as const;
  await db.write(...followStore(db).follow(follow, { follower, followed }));
  await peopleCopied(db).handle({ Records: [recordOf(followKey(follower.userId, followed.userId))] });
}

async function unfollow(follower: Person, followed: Person): Promise<void> {
  const found = await followStore(db).get(follower.userId, followed.userId);
  if (found !== undefined) await db.write(...followStore(db).unfollow(found));
  await peopleCopied(db).handle({ Records: [recordOf(followKey(follower.userId, followed.userId))] });
}

it('gives the same rows, whether all are lost, some, or there are too many', {
  timeout: 120_000,
}, async () => {
  const [john, susan, mary, david] = PEOPLE as [Person, Person, Person, Person];
  for (let at = 0; at < 60; at++) await post(susan);
  await post(david);
  await follow(john, susan);
  await follow(john, david);
  await follow(mary, david);
  await follow(susan, mary);
  for (const who of PEOPLE) await post(who);
  await unfollow(mary, david);
  for (const who of PEOPLE) await post(who);

  // John has written to Susan, and so has Mary, whom she has muted.
  for (const from of [john, mary]) {
    const key = inboxKey(susan.userId, from.userId);
    const inbox = { ...key, username: from.username, displayName: from.username, lastId: 'msg_', unread: 2 };
    await db.putAll('Posts', { put: [inbox, { ...hidesKey(susan.userId), muted: new Set([mary.userId]) }] });
    await peopleCopied(db).handle({ Records: [recordOf(key)] });
  }
  expect(await unreadStore(db).counted(susan.userId)).toEqual([john.userId]);

  const sorted = async () =>
    (await rows()).Copies.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  const before = await sorted();
  // John has the last fifty of Susan's and what came since, David's three, and his own two.
  const johns = (await rows()).Copies.filter(({ pk }) => pk === `home#${john.userId}`);
  expect(johns).toHaveLength(50 + 2 + 3 + 2);

  const client = databaseClient(endpoint);
  const again = () => rebuild(client, (table) => localTableName(prefix, table), new Date());
  // What is found by words is put as it is; only of timelines it is looked at what there is.
  const words = (await rows()).Copies.filter(({ pk }) => String(pk).startsWith('t#')).length;
  const others = (chats: number) => ({
    words: { put: words, removed: 0 },
    names: { put: 0, removed: 0 },
    'unread conversations': { put: chats, removed: 0 },
  });
  expect(await again()).toEqual({ homes: { put: 0, removed: 0 }, ...others(0) });
  const keysOf = async () => (await rows()).Copies.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
  const all = await keysOf();
  for (const lost of [all, all.slice(0, 17)]) {
    await db.putAll('Copies', { remove: lost });
    const homes = lost.filter(({ pk }) => pk.startsWith('home#'));
    const chats = lost.filter(({ sk }) => sk.startsWith('chat#'));
    expect(await again()).toEqual({ homes: { put: homes.length, removed: 0 }, ...others(chats.length) });
    expect(await sorted()).toEqual(before);
  }
  const stray = {
    pk: `home#${mary.userId}`,
    sk: newPostId(new Date(0)),
    author: david.userId,
    expiresAt: 1e10,
  };
  await db.putAll('Copies', { put: [stray] });
  expect(await again()).toEqual({ homes: { put: 0, removed: 1 }, ...others(0) });
  expect(await sorted()).toEqual(before);
  client.destroy();
});
