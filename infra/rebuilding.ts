/** Makes what is derived anew from what it follows from (DESIGN.md §3): the same rows as the stream's functions have put. */

import { inboxFrom, isInboxRow } from '../shared/chats/chat-store.ts';
import type { Inbox } from '../shared/chats/message.ts';
import { allRows } from '../shared/copies/all-rows-store.ts';
import { connect, type Database, type Item } from '../shared/database.ts';
import type { UserId } from '../shared/ids.ts';
import { unreadStore } from '../shared/notices/unread-store.ts';
import type { Follow } from '../shared/people/follow.ts';
import { followedIn, followFrom } from '../shared/people/follow-store.ts';
import { isUnheard } from '../shared/people/hides.ts';
import { hidesStore } from '../shared/people/hides-store.ts';
import { postIdsFrom } from '../shared/posts/post.ts';
import { postIn } from '../shared/posts/post-store.ts';
import { indexRowsOf } from '../shared/search/people-index-store.ts';
import { postingsOf } from '../shared/search/posting-store.ts';
import type { TableName } from '../shared/tables.ts';
import { BACKFILL } from '../shared/timelines/copy-follows.ts';
import { type Copy, copyOf, homeRow, homeStore } from '../shared/timelines/home-store.ts';

export type Rebuilding = {
  db: Database;
  /** All rows of the Posts table, as they are read one after the other. */
  rows(): AsyncIterable<Item>;
  /** The same of the Users table. */
  users(): AsyncIterable<Item>;
  now: Date;
};

/** Makes one kind of rows anew. @returns how many it has put and taken away */
export type Rebuilder = (from: Rebuilding) => Promise<{ put: number; removed: number }>;

/** So many are gathered before they are put, so that no batch is half full: those of some twenty posts. */
const POSTINGS_AT_ONCE = 500;

/** What there is to make anew. Whoever keeps something more in Copies adds it here. */
export const REBUILDERS: Readonly<Record<string, Rebuilder>> = {
  homes: rebuildHomes,
  words: rebuildWords,
  names: rebuildNames,
  'unread conversations': rebuildChats,
};

/**
 * Makes all of it anew, beside what goes on meanwhile; it may be stopped, and begun again.
 * @param db by which it writes, where that is to be done in a way of its own
 */
export async function rebuild(
  client: NonNullable<Parameters<typeof connect>[0]>,
  tableName: (table: TableName) => string,
  now: Date,
  db: Database = connect(client, tableName),
): Promise<Record<string, { put: number; removed: number }>> {
  const rows = () => allRows(client, tableName('Posts'));
  const users = () => allRows(client, tableName('Users'));
  const done: Record<string, { put: number; removed: number }> = {};
  for (const [name, rebuilder] of Object.entries(REBUILDERS)) {
    done[name] = await rebuilder({ db, rows, users, now });
  }
  return done;
}

/**
 * Timelines: one's own posts, those of whom one follows since then, and the last that they had written before. What has
 * come since it was begun is left to the stream.
 */
async function rebuildHomes({ db, rows, now }: Rebuilding): Promise<{ put: number; removed: number }> {
  const copies = new Map<UserId, Copy[]>();
  const follows = new Map<UserId, Follow[]>();
  const listOf = <T>(lists: Map<UserId, T[]>, userId: UserId): T[] => {
    const list = lists.get(userId) ?? [];
    lists.set(userId, list);
    return list;
  };
  for await (const row of rows()) {
    const copy = copyOf(row, now);
    if (copy !== undefined) listOf(copies, row.pk as UserId).push(copy);
    else if (followedIn({ pk: String(row.pk), sk: String(row.sk) }) !== undefined) {
      listOf(follows, row.pk as UserId).push(followFrom(row));
    }
  }
  for (const list of copies.values()) list.sort((a, b) => (a.place < b.place ? -1 : 1));

  const homes = homeStore(db);
  let [put, removed] = [0, 0];
  for (const userId of new Set([...copies.keys(), ...follows.keys()])) {
    const wanted = new Map((copies.get(userId) ?? []).map((copy) => [copy.place, copy]));
    for (const { followed, at } of follows.get(userId) ?? []) {
      const theirs = copies.get(followed) ?? [];
      const begin = theirs.findIndex(({ place }) => place >= postIdsFrom(at));
      const first = Math.max(0, (begin < 0 ? theirs.length : begin) - BACKFILL);
      for (const copy of theirs.slice(first)) wanted.set(copy.place, copy);
    }
    const there = new Set(await homes.places(userId));
    const missing = [...wanted.values()].filter(({ place }) => !there.has(place));
    const stale = [...there].filter((place) => !wanted.has(place) && place < postIdsFrom(now));
    await db.putAll('Copies', { put: missing.map((copy) => homeRow(userId, copy)) });
    await homes.remove(userId, stale);
    put += missing.length;
    removed += stale.length;
  }
  return { put, removed };
}

/** By what posts are found. What is found by more than there is leads to no post, and needs no taking away. */
async function rebuildWords({ db, rows }: Rebuilding): Promise<{ put: number; removed: number }> {
  let put = 0;
  let postings: Item[] = [];
  const putThem = async () => {
    await db.putAll('Copies', { put: postings });
    put += postings.length;
    postings = [];
  };
  for await (const row of rows()) {
    const post = postIn(row);
    if (post === undefined) continue;
    postings.push(...postingsOf(post));
    if (postings.length >= POSTINGS_AT_ONCE) await putThem();
  }
  await putThem();
  return { put, removed: 0 };
}

/** By which names people are found. */
async function rebuildNames({ db, users }: Rebuilding): Promise<{ put: number; removed: number }> {
  let put = 0;
  for await (const { pk, sk, username, displayName } of users()) {
    if (sk !== 'user') continue;
    const person = { userId: pk as UserId, username: String(username), displayName: String(displayName) };
    const names = indexRowsOf(person);
    await db.putAll('Copies', { put: names });
    put += names.length;
  }
  return { put, removed: 0 };
}

/** In which conversations something is unread. Notices are not made anew: when they came is written nowhere else. */
async function rebuildChats({ db, rows }: Rebuilding): Promise<{ put: number; removed: number }> {
  const chats = new Map<UserId, Inbox[]>();
  for await (const row of rows()) {
    if (!isInboxRow(row)) continue;
    const inbox = inboxFrom(row);
    chats.set(inbox.userId, [...(chats.get(inbox.userId) ?? []), inbox]);
  }
  const unreads = unreadStore(db);
  let [all, removed] = [0, 0];
  for (const [userId, inboxes] of chats) {
    const seen = await unreads.get(userId);
    const hides = await hidesStore(db).get(userId);
    const wanted = inboxes.filter(({ unread, other }) => unread > 0 && !isUnheard(hides, other));
    const others = new Set(wanted.map(({ other }) => other));
    const counted = await unreads.counted(userId);
    const put = [...others].filter((other) => !counted.includes(other));
    const remove = counted.filter((other) => !others.has(other));
    await unreads.recount(userId, { put, remove });
    if (seen.messages !== others.size)
      await db.write(unreads.change(userId, seen, { messages: others.size }));
    all += put.length;
    removed += remove.length;
  }
  return { put: all, removed };
}
