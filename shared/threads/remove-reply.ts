import type { Database } from '../database.ts';
import { NodError } from '../errors.ts';
import type { PostId } from '../ids.ts';
import { optimisticRetry } from '../optimistic-retry.ts';
import { postStore } from '../posts/post-store.ts';
import { liveSessionStore } from '../sessions/live-session-store.ts';
import type { Session } from '../sessions/session.ts';
import { undoLogStore } from '../undo/undo-log-store.ts';

/** It may be deleted, hidden or edited at that very moment. */
const ATTEMPTS = 5;

/**
 * Takes a reply out of a thread, by whoever has begun that. What answers it stays there: each is somebody's word.
 * @throws {NodError} `not_found` where it is not, and never was, in a thread of this user's; `not_signed_in`
 */
export function removeReply(
  db: Database,
  session: Session,
  { root, reply: id }: { root: PostId; reply: PostId },
  now: Date,
): Promise<void> {
  const posts = postStore(db);
  return optimisticRetry(
    ATTEMPTS,
    async () => {
      const { userId } = session;
      const found = await posts.get(id);
      const reply = found && (await posts.ofAuthorById(found.userId, id));
      const { thread, replyTo } = reply ?? {};
      if (reply === undefined || thread?.id !== root || thread.author !== userId || replyTo === undefined)
        throw new NodError('not_found', 'There is no such reply.', { params: { what: 'post' } });
      if (reply.removedBy !== undefined) return;
      const above = await posts.row(replyTo);
      await db.write(
        liveSessionStore(db).stillActive(session, now),
        posts.takeOut(reply, userId),
        ...(above === undefined ? [] : [posts.countBelow(replyTo, { replies: -1, places: 1 })]),
        undoLogStore(db).note(session, now, { kind: 'reply-removed', author: reply.userId, post: id }),
      );
    },
    ({ failed: [isOver] }) => {
      if (isOver) throw new NodError('not_signed_in', 'Sign in first.');
    },
  );
}
