/**
 * Hides what a session wrote, and shows it again: a page of posts to a transaction, with a note of how many. The next sweep
 * takes their pictures along.
 */

import { browserOf } from '../activity/activity.ts';
import { activityStore } from '../activity/activity-store.ts';
import type { Database, Item, Write } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import type { SessionId, UserId } from '../ids.ts';
import { mediaStore } from '../media/media-store.ts';
import { profileStore } from '../people/profile-store.ts';
import type { Provenance } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import { hiddenPostStore, type Rows } from './hidden-post-store.ts';
import type { Post, PostAddress } from './post.ts';
import { type Below, postFrom, postStore } from './post-store.ts';

/**
 * Hides what came of a session, since it began: what `isOfIt` says so of. The sessions that wrote it must be over: then
 * nothing is written any more (`post-create`). Goes on where a call before has stopped.
 * @returns how much of the session is hidden now
 */
export async function hidePosts(
  db: Database,
  session: Session,
  isOfIt: (row: Partial<Provenance>) => boolean,
  now: Date,
): Promise<number> {
  const [posts, activities] = [hiddenPostStore(db), activityStore(db)];
  const { userId, id } = session;
  await moveAll(
    db,
    (after) => posts.writtenSince(session, isOfIt, after, now),
    async (rows) => [
      ...(await hiding(db, id, rows.map(postFrom))),
      ...rows.flatMap((row) => mediaStore(db).moveWith(postFrom(row), now)),
      profileStore(db).count(userId, 'posts', -rows.length),
      activities.record({ userId, at: now, kind: 'hidden', ...browserOf(session), count: rows.length }),
    ],
  );
  let hidden = 0;
  await eachPage(
    (after) => posts.hiddenOf(userId, id, after),
    async ({ length }) => {
      hidden += length;
    },
  );
  return hidden;
}

/** Shows everything again that was hidden of a session. @returns how much that was */
export async function showPosts(
  db: Database,
  userId: UserId,
  sessionId: SessionId,
  now: Date,
): Promise<number> {
  const [posts, activities] = [hiddenPostStore(db), activityStore(db)];
  return moveAll(
    db,
    (after) => posts.hiddenOf(userId, sessionId, after),
    async (rows) => [
      ...(await showing(db, rows)),
      ...rows.flatMap((row) => mediaStore(db).moveWith(postFrom(row), now)),
      profileStore(db).count(userId, 'posts', rows.length),
      activities.record({ userId, at: now, kind: 'shown', sessionId, count: rows.length }),
    ],
  );
}

const addressOf = ({ userId, id }: Post): PostAddress => ({ author: userId, id });

/** Hides a page of posts, and counts them where they answer something. Of each row there is one write. */
async function hiding(db: Database, reportedId: SessionId, rows: Post[]): Promise<Write[]> {
  const posts = hiddenPostStore(db);
  const counts = countsBelow();
  // Whoever answers is younger: what is below a post is known when it is its turn.
  const youngestFirst = rows.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  for (const post of youngestFirst) {
    if (post.replyTo && !post.removedBy) counts.add(post.replyTo, { replies: -1, places: 1 });
  }
  const writes = youngestFirst.flatMap((post) => posts.hide(reportedId, post, counts.take(addressOf(post))));
  return [...writes, ...(await counts.rest(db))];
}

/** Shows it again, the other way round. */
async function showing(db: Database, rows: Item[]): Promise<Write[]> {
  const hidden = hiddenPostStore(db);
  const counts = countsBelow();
  const posts = rows.map((row) => ({ row, post: postFrom(row) }));
  const places = await hidden.rowsAt(posts.map(({ post }) => addressOf(post)));
  for (const { post } of posts) {
    if (post.replyTo && !post.removedBy) counts.add(post.replyTo, { replies: 1, places: -1 });
  }
  const writes = posts.flatMap(({ row, post }) =>
    hidden.show(
      row,
      places.find(({ id }) => id === post.id),
      counts.take(addressOf(post)),
    ),
  );
  return [...writes, ...(await counts.rest(db))];
}

/** What is to be counted below which post; a row may have only one write in a transaction. */
function countsBelow() {
  const open = new Map<string, { address: PostAddress; by: Below }>();
  return {
    add(address: PostAddress, by: Below): void {
      const { replies, places } = open.get(address.id)?.by ?? { replies: 0, places: 0 };
      const sum = { replies: replies + by.replies, places: places + by.places };
      open.set(address.id, { address: { id: address.id, author: address.author }, by: sum });
    },
    /** What is to be counted by a write that the post has anyway. */
    take({ id }: PostAddress): Below {
      const by = open.get(id)?.by ?? { replies: 0, places: 0 };
      open.delete(id);
      return by;
    },
    /** For the others, where there is still something that can count. */
    async rest(db: Database): Promise<Write[]> {
      const wanted = [...open.values()];
      if (wanted.length === 0) return [];
      const rows = await hiddenPostStore(db).rowsAt(wanted.map(({ address }) => address));
      return wanted
        .filter(({ address }) => rows.some(({ id }) => id === address.id))
        .map(({ address, by }) => postStore(db).countBelow(address, by));
    },
  };
}

type Read = (after: Item | undefined) => Promise<Rows>;

async function moveAll(db: Database, read: Read, move: (rows: Item[]) => Promise<Write[]>): Promise<number> {
  let moved = 0;
  await eachPage(read, async (rows) => {
    await db.write(...(await move(rows)));
    moved += rows.length;
  });
  return moved;
}

/** Page by page; one of which something was moved or deleted meanwhile is read once more. */
async function eachPage(read: Read, handle: (rows: Item[]) => Promise<void>): Promise<void> {
  for (let after: Item | undefined; ; ) {
    const { items, lastKey } = await read(after);
    try {
      if (items.length > 0) await handle(items);
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      continue;
    }
    if (lastKey === undefined) return;
    after = lastKey;
  }
}
