import type { Change, Copier } from '../copies/change.ts';
import { copyingIn, copyingStore } from '../copies/copying-store.ts';
import type { Database } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { followStore } from '../people/follow-store.ts';
import { isPostId } from '../posts/post.ts';
import { postIdIn, postStore } from '../posts/post-store.ts';
import { type Copy, copyOf, homeStore } from './home-store.ts';

/** How many followers a step reaches: some hundred milliseconds of writing, and few seconds where the store is slow. */
export const STEP = 500;

/**
 * Puts a new post into the timelines of its author and of whoever follows them: the first {@link STEP} at once, the others
 * step by step. What is gone again by then is not put, and what is deleted later stays as an id that no page shows.
 */
export const copyPosts: Copier = async (db, { key }: Change, now) => {
  const userId = key.pk as UserId;
  const going = copyingIn(key);
  const id = going ?? postIdIn(key);
  if (id === undefined || !isPostId(id)) return;

  const [copies, homes] = [copyingStore(db), homeStore(db)];
  const [row, seen] = await Promise.all([
    postStore(db).rowOf(userId, id),
    going === undefined ? undefined : copies.get(userId, id),
  ]);
  // Another call has done the last step.
  if (going !== undefined && seen === undefined) return;
  const copy = row && copyOf(row, now);
  if (copy === undefined) return copies.moveOn(userId, id, seen, undefined);
  if (seen === undefined) await homes.put([{ userId, copy }]);
  const next = await copyToFollowers(db, userId, copy, seen?.cursor ?? '');
  await copies.moveOn(userId, id, seen, next);
};

/** One step. @returns where the next one begins, if there are more of them */
async function copyToFollowers(
  db: Database,
  author: UserId,
  copy: Copy,
  after: string,
): Promise<string | undefined> {
  const [follows, homes] = [followStore(db), homeStore(db)];
  const { followers, next } = await follows.followersAfter(author, after, STEP);
  await homes.put(followers.map(({ userId }) => ({ userId, copy })));
  // Who has unfollowed before this second look may have been put it after their timeline was cleaned; who does so after
  // it has a timeline in which the cleaning finds it.
  const still = await follows.followersAfter(author, after, STEP);
  const there = new Set(still.followers.map(({ userId }) => userId));
  const last = still.followers.at(-1)?.place ?? '';
  await Promise.all(
    followers
      .filter(({ userId, place }) => !there.has(userId) && (place <= last || still.next === undefined))
      .map(({ userId }) => takeFromStranger(db, userId, author, copy.place)),
  );
  return next;
}

async function takeFromStranger(db: Database, userId: UserId, author: UserId, place: PostId): Promise<void> {
  // They may have followed anew, and got it by that.
  const follow = await followStore(db).get(userId, author);
  if (follow === undefined) await homeStore(db).remove(userId, [place]);
}
