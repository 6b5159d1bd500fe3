/**
 * Deletes a post with all that was kept of its text, in one transaction. Where something stands below it in its thread its
 * place stays, and goes with the last of that. Its pictures are listed for the next sweep.
 */
import type { Database, Write } from '../database.ts';
import { NodError } from '../errors.ts';
import type { PostId } from '../ids.ts';
import { mediaStore } from '../media/media-store.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { profileStore } from '../people/profile-store.ts';
import { liveSessionStore } from '../sessions/live-session-store.ts';
import type { Session } from '../sessions/session.ts';
import { editStore } from './edit-store.ts';
import { isPlace, type Post, type PostAddress, type PostPlace } from './post.ts';
import { postStore } from './post-store.ts';

/** Others reply and edit meanwhile, and each time what was read has changed. */
const ATTEMPTS = 8;

/** So many places that nothing stands below any more go with the last post below them. */
const MOST_PLACES = 20;

/** @throws {NodError} `not_found`, `not_signed_in` */
export function deletePost(db: Database, session: Session, postId: PostId, now: Date): Promise<void> {
  const [posts, edits, live] = [postStore(db), editStore(db), liveSessionStore(db)];
  return optimisticRetry(
    ATTEMPTS,
    async () => {
      const post = await posts.ofAuthorById(session.userId, postId);
      if (post === undefined)
        throw new NodError('not_found', 'You have no such post.', { params: { what: 'post' } });
      await db.write(
        live.stillActive(session, now),
        ...(await deletion(post)),
        ...(post.edits ? await edits.forget(post) : []),
        ...mediaStore(db).forget(
          post.userId,
          (post.media ?? []).map(({ id }) => id),
          now,
        ),
        profileStore(db).count(session.userId, 'posts', -1),
      );
    },
    ({ failed: [isOver] }) => {
      if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
    },
  );

  async function deletion(post: Post): Promise<Write[]> {
    const counted = post.removedBy === undefined ? { replies: -1, places: 0 } : { replies: 0, places: -1 };
    if (isNeeded(post)) {
      const asPlace = { replies: counted.replies, places: counted.places + 1 };
      const above = post.removedBy === undefined ? await rowAt(post.replyTo) : undefined;
      return [posts.leavePlace(post), ...(above ? [posts.countBelow(addressOf(above), asPlace)] : [])];
    }
    return [posts.delete(post), ...(await countedOff(await rowAt(post.replyTo), counted))];
  }

  /** One less below a row; a place that nothing is below then goes as well, and so on. */
  async function countedOff(
    first: Post | PostPlace | undefined,
    by: { replies: number; places: number },
  ): Promise<Write[]> {
    const writes: Write[] = [];
    let [row, less] = [first, by];
    for (let gone = 0; row !== undefined; gone++) {
      const { replies = 0, places = 0 } = row;
      const isLast = replies + less.replies + places + less.places === 0;
      if (!isPlace(row) || row.gone !== 'deleted' || !isLast || gone === MOST_PLACES) {
        return [...writes, posts.countBelow(addressOf(row), less)];
      }
      writes.push(posts.delete(row));
      [row, less] = [await rowAt(row.replyTo), { replies: 0, places: -1 }];
    }
    return writes;
  }

  async function rowAt(address: PostAddress | undefined): Promise<Post | PostPlace | undefined> {
    return address && posts.row(address);
  }
}

const isNeeded = ({ replies = 0, places = 0 }: Post): boolean => replies + places > 0;

const addressOf = ({ userId, id }: Post | PostPlace): PostAddress => ({ author: userId, id });
