/** How "It wasn't me" undoes that a session has followed somebody, or has ceased to. */
import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { fromSeconds } from '../seconds.ts';
import type { Provenance } from '../sessions/provenance.ts';
import type { Named } from '../timelines/timeline-entry.ts';
import type { Undoable } from '../undo/undoable.ts';
import { userStore } from '../users/user-store.ts';
import { followStore } from './follow-store.ts';
import { isBlocked } from './hides.ts';
import { hidesStore } from './hides-store.ts';
import { unfollowedStore } from './unfollowed-store.ts';

type Entry<Kind> = Extract<Undoable, { kind: Kind }> & Provenance;

/** Ceases to follow, where it is still this session's doing: their owner may have followed anew. */
export async function undoFollow(
  db: Database,
  userId: UserId,
  { other, sessionId }: Entry<'follow'>,
): Promise<Write[]> {
  const follows = followStore(db);
  const follow = await follows.get(userId, other);
  if (follow?.sessionId !== sessionId) return [];
  const { unfollowed } = await hidesStore(db).get(userId);
  // Without room the posts go with the copies.
  const hide = unfollowed.size < 900 ? [unfollowedStore(db).add(userId, other)] : [];
  return [...follows.unfollow(follow), ...hide];
}

/** Follows again since when it was, unless they do already, or neither is to see the other. */
export async function undoUnfollow(
  db: Database,
  userId: UserId,
  { other, since, by }: Entry<'unfollow'>,
): Promise<Write[]> {
  const [follows, users] = [followStore(db), userStore(db)];
  const [follow, hides, me, them] = await Promise.all([
    follows.get(userId, other),
    hidesStore(db).get(userId),
    users.get(userId),
    users.get(other),
  ]);
  if (follow !== undefined || isBlocked(hides, other) || me === undefined || them === undefined) return [];
  const nameOf = ({ username, displayName }: typeof me, id: UserId): Named => ({
    userId: id,
    username,
    displayName,
  });
  return follows.follow(
    { follower: userId, followed: other, at: fromSeconds(since), ...by },
    { follower: nameOf(me, userId), followed: nameOf(them, other) },
  );
}
