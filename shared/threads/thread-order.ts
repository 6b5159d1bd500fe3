/** In which order a page of a thread is read; pure. */
import type { PostId } from '../ids.ts';

type Reply = { id: PostId; replyTo?: { id: PostId } | undefined };

/**
 * Replies as they are read: each with what answers it right behind it, the oldest first. What answers something that is not
 * among them stands where its age puts it.
 * @param replies the oldest first
 */
export function inReadingOrder<R extends Reply>(replies: readonly R[]): R[] {
  const ids = new Set(replies.map(({ id }) => id));
  const below = Map.groupBy(replies, ({ replyTo }) =>
    replyTo && ids.has(replyTo.id) ? replyTo.id : 'nobody',
  );
  const branch = (key: PostId | 'nobody'): R[] =>
    (below.get(key) ?? []).flatMap((reply) => [reply, ...branch(reply.id)]);
  return branch('nobody');
}
