/** What a reply answers, and whether its author may (DESIGN.md §5.13). */
import type { Database } from '../database.ts';
import { NodError } from '../errors.ts';
import type { PostId, UserId } from '../ids.ts';
import { followOf } from '../people/follow-store.ts';
import { isBlocked } from '../people/hides.ts';
import { hidesOf } from '../people/hides-store.ts';
import { entitiesIn } from '../posts/entities.ts';
import { isPlace, MOST_ABOVE, type Post, type PostAddress } from '../posts/post.ts';
import { postStore } from '../posts/post-store.ts';

type Somebody = { userId: UserId; username: string };

/** What a reply carries of the post that it answers. */
export type ReplyPlace = Required<Pick<Post, 'replyTo' | 'above' | 'thread'>> & Pick<Post, 'whoMayReply'>;

/** What is answered is not there, or was when it was looked for. */
export const parentGone = (cause?: unknown) =>
  new NodError('not_found', 'There is no such post any more.', {
    params: { what: 'post' },
    field: 'replyTo',
    cause,
  });

/**
 * The place of a reply below a post.
 * @throws {NodError} `not_found`, `blocked`, `may_not_reply`
 */
export async function replyPlace(db: Database, parentId: PostId, author: Somebody): Promise<ReplyPlace> {
  const parent = await postStore(db).get(parentId);
  if (parent === undefined) throw parentGone();
  const hides = await hidesOf(db, author.userId);
  const thread = threadOf(parent);
  if ([parent.userId, thread.author].some((other) => isBlocked(hides, other)))
    throw new NodError('blocked', 'One of you has blocked the other.', { field: 'replyTo' });
  if (!(await mayReply(db, parent, author)))
    throw new NodError('may_not_reply', 'Whoever began this has said who may reply.', { field: 'replyTo' });
  const { id, userId, username, replyTo, above = [], removedBy, whoMayReply } = parent;
  const isInThread = replyTo !== undefined && removedBy === undefined;
  return {
    replyTo: { id, author: userId, username },
    above: isInThread ? [...above, { id: replyTo.id, author: replyTo.author }].slice(-MOST_ABOVE) : [],
    thread,
    ...(whoMayReply === undefined ? {} : { whoMayReply }),
  };
}

/** Where what answers a post is listed: in its thread, or in one of its own, which it begins or was left with. */
export const threadOf = ({
  id,
  userId,
  thread,
  removedBy,
}: Pick<Post, 'id' | 'userId' | 'thread' | 'removedBy'>): PostAddress =>
  thread === undefined || removedBy !== undefined ? { id, author: userId } : thread;

/**
 * Whether whoever began the thread lets somebody reply to this post of it. A reply carries what they have said, so that at
 * most one row has to be read: whom they follow, or whom their post mentions as it stands.
 */
export async function mayReply(db: Database, post: Post, { userId, username }: Somebody): Promise<boolean> {
  const { whoMayReply = 'everybody', thread = { id: post.id, author: post.userId } } = post;
  if (whoMayReply === 'everybody' || thread.author === userId) return true;
  if (whoMayReply === 'following') return (await followOf(db, thread.author, userId)) !== undefined;
  if (whoMayReply === 'nobody') return false;
  const first = thread.id === post.id ? post : await postStore(db).row(thread);
  return first !== undefined && !isPlace(first) && doesMention(first.body, username);
}

const doesMention = (text: string, username: string): boolean =>
  entitiesIn(text).some((entity) => entity.kind === 'mention' && entity.username === username);
