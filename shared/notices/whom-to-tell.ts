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
 * Whom a post is about: whom it answers, and of those whom its text mentions the first ones.
 * @param body the text as it was written; what is edited into it later tells nobody
 */
export async function meantBy(db: Database, post: Post, body: string): Promise<UserId[]> {
  const names = new Set(
    entitiesIn(body).flatMap((entity) => (entity.kind === 'mention' ? [entity.username] : [])),
  );
  const mentioned = await Promise.all(
    [...names].slice(0, MOST_MENTIONED).map((username) => userStore(db).idByName(username)),
  );
  const meant = new Set([post.replyTo?.author, ...mentioned]);
  return [...meant].filter((userId) => userId !== undefined && userId !== post.userId) as UserId[];
}

/**
 * Whether somebody is told of a post that is about them: not where they do not hear of its author, nor where its thread is
 * closed to them, because they or whoever began it have blocked the other.
 */
export async function isToldOf(
  db: Database,
  userId: UserId,
  { userId: author, thread }: Post,
): Promise<boolean> {
  const hides = await hidesStore(db).get(userId);
  return !isUnheard(hides, author) && !(thread !== undefined && isBlocked(hides, thread.author));
}

/** By which name a post's notice is found. */
export const aboutPost = (id: PostId) => `post#${id}` as const;
