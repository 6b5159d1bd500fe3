/**
 * Liking, reposting and saving a post, and taking that back (DESIGN.md §3): each is one transaction that changes the mark,
 * what it counts, and notes how it is undone; and each may be asked for again, which changes nothing.
 */
import type { Database, Item, Write } from '../database.ts';
import { ConditionFailed, NodError } from '../errors.ts';
import type { PostId, UserId } from '../ids.ts';
import { limitStore } from '../limits/limit-store.ts';
import { LIMITS } from '../limits/limits.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { type Hides, isBlocked } from '../people/hides.ts';
import { hidesFrom, hidesKey } from '../people/hides-store.ts';
import type { MarksResponse } from '../responses.ts';
import { liveSessionStore } from '../sessions/live-session-store.ts';
import { provenanceOf } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import { isContention, jitter } from '../store-errors.ts';
import { undoLogStore } from '../undo/undo-log-store.ts';
import type { Undoable } from '../undo/undoable.ts';
import type { Mark } from './mark.ts';
import { markedIn, markFrom, markKey, markStore } from './mark-store.ts';
import { markedPostStore } from './marked-post-store.ts';
import { newPostId, type Post } from './post.ts';
import { countsOf, marksOf } from './post-response.ts';
import { isPostRow, postFrom, postKey, postStore } from './post-store.ts';
import { repostStore } from './repost-store.ts';

/** What is done with a post, and what takes it back. */
export type Marking = 'like' | 'unlike' | 'repost' | 'unrepost' | 'save' | 'unsave';

/** How often what was decided by rows that have changed meanwhile is decided anew. */
const ATTEMPTS = 4;

/**
 * How often a transaction is sent again, each time by the rule for contended ones (DESIGN.md §2), because so many like the
 * same post at once. With the pauses between them that takes five seconds at most, of the ten that a function has.
 */
const ROUNDS = 5;

/** The longest of these pauses is 2 to this power times that of a first repeat: a second. */
const PAUSE = 4;

/** A post and what somebody has done with it. */
type Marked = { post: Post; mark: Mark };

/**
 * The handler of each.
 * @returns how the post stands then
 * @throws {NodError} `not_found`, `blocked`, `not_signed_in`, `too_many`, `store_unavailable`
 */
export async function markingAnswer(
  db: Database,
  what: Marking,
  {
    caller: { session },
    params: { postId },
    now,
  }: { caller: { session: Session }; params: { postId: PostId }; now: Date },
): Promise<{ status: 200; body: MarksResponse }> {
  await limitStore(db).count(LIMITS.marksPerUser, session.userId, now);
  const { post, mark } = await marking(db, session, postId, what, now);
  return { status: 200, body: { counts: countsOf(post), mine: marksOf(mark) } };
}

/** The same, by what the handler has found out. @throws {NodError} as {@link markingAnswer}, but `too_many` */
export async function marking(
  db: Database,
  session: Session,
  postId: PostId,
  what: Marking,
  now: Date,
): Promise<Marked> {
  const author = (await postStore(db).get(postId))?.userId;
  if (author === undefined) throw noSuchPost();
  const changes = changesOf(db);
  return optimisticRetry(
    ATTEMPTS,
    async () => {
      const { post, mark, hides } = await read(db, session.userId, author, postId);
      if (post === undefined) throw noSuchPost();
      if (!what.startsWith('un') && isBlocked(hides, author)) {
        throw new NodError('blocked', 'One of you has blocked the other.');
      }
      const change = await changes[what]({ session, post, mark, now });
      if (change === undefined) return { post, mark };
      await persistently(() =>
        db.write(
          // First, because it is what a refusal is explained by.
          liveSessionStore(db).stillActive(session, now),
          ...change.writes,
          undoLogStore(db).note(session, now, change.undo),
        ),
      );
      return { post: { ...post, ...change.counts }, mark: { ...mark, ...change.mark } };
    },
    ({ failed: [isOver] }) => {
      if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
    },
  );
}

/** Sends it again while others write the same rows. */
async function persistently(send: () => Promise<void>): Promise<void> {
  for (let round = 1; ; round++) {
    try {
      return await send();
    } catch (error) {
      if (!isContention(error) || round === ROUNDS) throw error;
      await jitter(PAUSE);
    }
  }
}

const noSuchPost = () => new NodError('not_found', 'There is no such post.', { params: { what: 'post' } });

/** All as it stands, by one call. */
async function read(
  db: Database,
  reader: UserId,
  author: UserId,
  id: PostId,
): Promise<{ post: Post | undefined; mark: Mark; hides: Hides }> {
  const keys = [postKey(author, id), markKey(reader, id), ...(author === reader ? [] : [hidesKey(reader)])];
  const rows = await db.getAll(db.tableName('Posts'), keys);
  const post = rows.find(isPostRow);
  const mark = rows.find((row) => markedIn(row) !== undefined);
  const hides = rows.find(({ sk }) => sk === hidesKey(reader).sk);
  return {
    // What stands in no feed is no post any more.
    post: post?.feed === undefined ? undefined : postFrom(post),
    mark: mark === undefined ? {} : markFrom(mark),
    hides: hidesFrom(hides),
  };
}

/** What a marking changes, and what of the answer. */
type Change = {
  writes: Write[];
  undo: Undoable;
  counts?: Pick<Post, 'likes' | 'reposts'>;
  mark: Mark;
};

type Now = { session: Session; post: Post; mark: Mark; now: Date };

/** What is to be written for each; nothing where it is so already. */
function changesOf(
  db: Database,
): Record<Marking, (now: Now) => Change | undefined | Promise<Change | undefined>> {
  const [posts, marks, reposts] = [postStore(db), markStore(db), repostStore(db)];
  const [saved, liked] = [markedPostStore(db, 'saved'), markedPostStore(db, 'liked')];
  const about = ({ post }: Now) => ({ author: post.userId, post: post.id });
  /** A row that its mark names is there, but for a repeat that has come in between. */
  const rowOf = async (reading: Promise<Item | undefined>): Promise<Item> => {
    const row = await reading;
    if (row === undefined) throw new ConditionFailed([]);
    return row;
  };

  return {
    like(it) {
      const { session, post, mark, now } = it;
      if (mark.liked !== undefined) return undefined;
      const likedAt = now.toISOString();
      return {
        writes: [
          marks.set(session.userId, post.id, 'liked', likedAt),
          posts.count(post.userId, post.id, 'likes', 1),
          liked.add(session.userId, likedAt, { author: post.userId, id: post.id }),
        ],
        undo: { kind: 'like', ...about(it), likedAt },
        counts: { likes: (post.likes ?? 0) + 1 },
        mark: { liked: likedAt },
      };
    },

    unlike(it) {
      const { session, post, mark } = it;
      if (mark.liked === undefined) return undefined;
      return {
        writes: [
          marks.clear(session.userId, post.id, 'liked', mark.liked),
          posts.count(post.userId, post.id, 'likes', -1),
          liked.remove(session.userId, mark.liked, post.id),
        ],
        undo: { kind: 'unlike', ...about(it), likedAt: mark.liked },
        counts: { likes: (post.likes ?? 0) - 1 },
        mark: { liked: undefined },
      };
    },

    repost(it) {
      const { session, post, mark, now } = it;
      if (mark.reposted !== undefined) return undefined;
      const { userId, username, displayName } = session;
      const id = newPostId(now);
      const repostOf = { author: post.userId, id: post.id, username: post.username };
      const repost = {
        id,
        userId,
        username,
        displayName,
        repostOf,
        createdAt: now,
        ...provenanceOf(session),
      };
      return {
        writes: [
          marks.set(userId, post.id, 'reposted', id),
          posts.count(post.userId, post.id, 'reposts', 1),
          reposts.create(repost),
        ],
        undo: { kind: 'repost', ...about(it), repost: id },
        counts: { reposts: (post.reposts ?? 0) + 1 },
        mark: { reposted: id },
      };
    },

    async unrepost(it) {
      const { session, post, mark } = it;
      if (mark.reposted === undefined) return undefined;
      const row = await rowOf(reposts.row(session.userId, mark.reposted));
      return {
        writes: [
          marks.clear(session.userId, post.id, 'reposted', mark.reposted),
          posts.count(post.userId, post.id, 'reposts', -1),
          reposts.delete(session.userId, mark.reposted),
        ],
        undo: { kind: 'unrepost', ...about(it), row },
        counts: { reposts: (post.reposts ?? 0) - 1 },
        mark: { reposted: undefined },
      };
    },

    save(it) {
      const { session, post, mark, now } = it;
      if (mark.saved !== undefined) return undefined;
      const savedAt = now.toISOString();
      return {
        writes: [
          marks.set(session.userId, post.id, 'saved', savedAt),
          posts.isThere(post.userId, post.id),
          saved.add(session.userId, savedAt, { author: post.userId, id: post.id }),
        ],
        undo: { kind: 'save', ...about(it), savedAt },
        mark: { saved: savedAt },
      };
    },

    async unsave(it) {
      const { session, post, mark } = it;
      if (mark.saved === undefined) return undefined;
      const row = await rowOf(saved.row(session.userId, mark.saved, post.id));
      return {
        writes: [
          marks.clear(session.userId, post.id, 'saved', mark.saved),
          saved.remove(session.userId, mark.saved, post.id),
        ],
        undo: { kind: 'unsave', ...about(it), row },
        mark: { saved: undefined },
      };
    },
  };
}
