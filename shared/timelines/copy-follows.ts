import type { Change, Copier } from '../copies/change.ts';
import { copyingIn, copyingStore } from '../copies/copying-store.ts';
import type { Database } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import { isUserId, type UserId } from '../ids.ts';
import { followedIn, followStore } from '../people/follow-store.ts';
import { unfollowedStore } from '../people/unfollowed-store.ts';
import { postStore } from '../posts/post-store.ts';
import { copyOf, homeStore } from './home-store.ts';

/** So many of the last posts of somebody stand in the timeline of whoever begins to follow them. */
export const BACKFILL = 50;

/** How long one step of a cleaning goes on; a timeline of a year takes a fraction of it. */
const STEP_MS = 10_000;

/**
 * Keeps a timeline to whom its owner follows: the last posts of somebody come in when they are followed, and all of theirs
 * go when they no longer are. Which of both is to be done is what the row says now.
 */
export const copyFollows: Copier = async (db, { key }: Change, now) => {
  const userId = key.pk as UserId;
  const other = followedIn(key) ?? copyingIn(key);
  if (other === undefined || !isUserId(other)) return;
  const follow = await followStore(db).get(userId, other);
  if (follow === undefined) await clean(db, userId, other);
  else await bringIn(db, userId, other, now);
};

async function bringIn(db: Database, userId: UserId, other: UserId, now: Date): Promise<void> {
  const rows = await postStore(db).latestRows(other, BACKFILL);
  const copies = rows.flatMap((row) => copyOf(row, now) ?? []);
  await homeStore(db).put(copies.map((copy) => ({ userId, copy })));
  const seen = await copyingStore(db).get(userId, other);
  await copyingStore(db).moveOn(userId, other, seen, undefined);
}

async function clean(db: Database, userId: UserId, other: UserId): Promise<void> {
  const [homes, copying] = [homeStore(db), copyingStore(db)];
  const seen = await copying.get(userId, other);
  const until = Date.now() + STEP_MS;
  let cursor = seen?.cursor;
  do {
    const { places, next } = await homes.ofSource(userId, other, cursor);
    await homes.remove(userId, places);
    cursor = next;
  } while (cursor !== undefined && Date.now() < until);
  await copying.moveOn(userId, other, seen, cursor);
  if (cursor === undefined) await forget(db, userId, other);
}

/** Home need not leave them out any more, unless they are followed again, and so not left out already. */
async function forget(db: Database, userId: UserId, other: UserId): Promise<void> {
  try {
    await db.write(followStore(db).isNotFollowing(userId, other), unfollowedStore(db).forget(userId, other));
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
  }
}
