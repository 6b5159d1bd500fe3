import type { Database } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import { isBlocked, isUnheard } from '../people/hides.ts';
import { hidesStore } from '../people/hides-store.ts';
import { entitiesIn } from '../posts/entities.ts';
import type { Post } from '../posts/post.ts';
import type { Named } from '../timelines/timeline-entry.ts';
import { userStore } from '../users/user-store.ts';

/** So many people are told at most that a post mentions them. */
export const MOST_MENTIONED = 10;

/** Whether somebody is told of what another one does: neither of their own acts, nor of those of whom they do not see. */
export async function hears(db: Database, userId: UserId, other: UserId): Promise<boolean> {
  return userId !== other && !isUnheard(await hidesStore(db).get(userId), other);
}

/** As somebody is called; nobody by an id that is no user's. */
export async function namedBy(db: Database, userId: UserId): Promise<Named | undefined> {
  const user = await userStore(db).get(userId);
  return user && { userId, username: user.username, displayName: user.displayName };
}

/**
 * Who is told of a post: whom it answers, and whom its text mentions. Of the latter nobody to whom the thread is closed,
 * because they or whoever began it have blocked the other.
 * @param body the text as it was written; what is edited into it later tells nobody
 */
export async function toldOf(db: Database, post: Post, body: string): Promise<UserId[]> {
  const names = new Set(
    entitiesIn(body).flatMap((entity) => (entity.kind === 'mention' ? [entity.username] : [])),
  );
  const mentioned = await Promise.all(
    [...names].slice(0, MOST_MENTIONED).map((username) => userStore(db).idByName(username)),
  );
  const wanted = new Set([post.replyTo?.author, ...mentioned].filter((userId) => userId !== undefined));
  const told = await Promise.all(
    [...wanted].map(async (userId) => ((await isOpenTo(db, userId, post)) ? [userId] : [])),
  );
  return told.flat();
}

async function isOpenTo(db: Database, userId: UserId, { userId: author, thread }: Post): Promise<boolean> {
  if (userId === author) return false;
  const hides = await hidesStore(db).get(userId);
  return !isUnheard(hides, author) && !(thread !== undefined && isBlocked(hides, thread.author));
}

/** By which name a post's notice is found. */
export const aboutPost = (id: PostId) => `post#${id}` as const;
