/** Hides what a session wrote, and shows it again: a page of posts to a transaction, with a note of how many. */

import { browserOf } from '../activity/activity.ts';
import { activityStore } from '../activity/activity-store.ts';
import type { Database, Item, Write } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import type { SessionId, UserId } from '../ids.ts';
import { profileStore } from '../people/profile-store.ts';
import type { Provenance } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import { hiddenPostStore, type Rows } from './hidden-post-store.ts';

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
    (rows) => [
      ...rows.flatMap((row) => posts.hide(id, row)),
      ...counted(db, userId, -1, rows),
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
    (rows) => [
      ...rows.flatMap(posts.show),
      ...counted(db, userId, 1, rows),
      activities.record({ userId, at: now, kind: 'shown', sessionId, count: rows.length }),
    ],
  );
}

/** How many posts there are fewer, or more; a repost is none. */
function counted(db: Database, userId: UserId, by: 1 | -1, rows: Item[]): Write[] {
  const posts = rows.filter(({ repostOf }) => repostOf === undefined).length;
  return posts === 0 ? [] : [profileStore(db).count(userId, 'posts', by * posts)];
}

type Read = (after: Item | undefined) => Promise<Rows>;

async function moveAll(db: Database, read: Read, move: (rows: Item[]) => Write[]): Promise<number> {
  let moved = 0;
  await eachPage(read, async (rows) => {
    await db.write(...move(rows));
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
