/** Beginning and ceasing to follow somebody, in the name of a session (DESIGN.md §6). */
import type { Database } from '../database.ts';
import { ConditionFailed, NodError } from '../errors.ts';
import type { UserId } from '../ids.ts';
import { toSeconds } from '../seconds.ts';
import { liveSessionStore } from '../sessions/live-session-store.ts';
import { provenanceOf } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import type { Named } from '../timelines/timeline-entry.ts';
import { undoLogStore } from '../undo/undo-log-store.ts';
import { MOST_FOLLOWS } from './follow.ts';
import { followStore } from './follow-store.ts';
import { unfollowedStore } from './unfollowed-store.ts';

/**
 * The session's user follows somebody, if they did not yet.
 * @throws {NodError} `not_signed_in`, `blocked`, `too_many_follows`
 */
export async function startFollowing(
  db: Database,
  session: Session,
  followed: Named,
  now: Date,
): Promise<void> {
  const { userId: follower, username, displayName } = session;
  try {
    await db.write(
      liveSessionStore(db).stillActive(session, now),
      ...followStore(db).follow(
        { follower, followed: followed.userId, at: now, ...provenanceOf(session) },
        { follower: { userId: follower, username, displayName }, followed },
      ),
      undoLogStore(db).note(session, now, { kind: 'follow', other: followed.userId }),
    );
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    const [isOver, isFollowing, isBlocked, areTooMany] = error.failed;
    if (isOver) throw notSignedIn(error);
    if (isBlocked) throw new NodError('blocked', 'You cannot follow each other.', { cause: error });
    if (isFollowing) return;
    if (areTooMany) {
      throw new NodError('too_many_follows', 'You follow as many people as can be.', {
        params: { most: MOST_FOLLOWS },
        cause: error,
      });
    }
    throw error;
  }
}

/** How often it is tried where it begins anew meanwhile. */
const ATTEMPTS = 4;

/**
 * The session's user follows somebody no more, if they did; from now on their home leaves out what the other wrote.
 * @throws {NodError} `not_signed_in`
 */
export async function stopFollowing(
  db: Database,
  session: Session,
  followed: UserId,
  now: Date,
): Promise<void> {
  const [follows, unfollowed] = [followStore(db), unfollowedStore(db)];
  const { userId: follower } = session;
  for (let attempt = 1, hasRoom = true; ; attempt++) {
    const follow = await follows.get(follower, followed);
    if (follow === undefined) return;
    const { follower: _, followed: __, at, ...by } = follow;
    const writes = follows.unfollow(follow);
    try {
      await db.write(
        liveSessionStore(db).stillActive(session, now),
        ...writes,
        undoLogStore(db).note(session, now, { kind: 'unfollow', other: followed, since: toSeconds(at), by }),
        ...(hasRoom ? [unfollowed.add(follower, followed)] : []),
      );
      return;
    } catch (error) {
      if (!(error instanceof ConditionFailed) || attempt === ATTEMPTS) throw error;
      if (error.failed[0]) throw notSignedIn(error);
      hasRoom &&= error.failed.at(-1) !== true;
    }
  }
}

const notSignedIn = (cause: unknown) => new NodError('not_signed_in', 'Sign in first.', { cause });
