import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { isPlace } from '../posts/post.ts';
import { postStore } from '../posts/post-store.ts';
import type { Undoable } from './undoable.ts';

/** A reply that was taken out of the user's thread stands in it again. @returns none if it is gone, or stands there */
export async function undoReplyRemoved(
  db: Database,
  userId: UserId,
  { author, post: id }: Extract<Undoable, { kind: 'reply-removed' }>,
): Promise<Write[]> {
  const posts = postStore(db);
  const reply = await posts.row({ author, id });
  if (reply === undefined || isPlace(reply) || reply.removedBy !== userId) return [];
  const { thread, replyTo } = reply;
  if (thread === undefined || replyTo === undefined) return [];
  const above = await posts.row(replyTo);
  return [
    posts.putBack(reply, thread.id, userId),
    ...(above === undefined ? [] : [posts.countBelow(replyTo, { replies: 1, places: -1 })]),
  ];
}
