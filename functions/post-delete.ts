import { postDeleteCall } from '../shared/api/posts.ts';
import { type Database, database } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { mediaStore } from '../shared/media/media-store.ts';
import { postStore } from '../shared/posts/post-store.ts';

/**
 * Deletes one of the caller's own posts; another author's is not found under the caller's key. Its pictures go with the next
 * sweep, for which they are listed in the same transaction.
 */
export const postDelete = (db: Database, posts = postStore(db), pictures = mediaStore(db)) =>
  endpoint(postDeleteCall, async ({ caller: { session }, params: { postId }, now }) => {
    const { userId } = session;
    const { media = [] } = (await posts.ofAuthorById(userId, postId)) ?? {};
    const ids = media.map(({ id }) => id);
    try {
      await db.write(posts.delete(userId, postId), ...pictures.forget(userId, ids, now));
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      throw new NodError('not_found', 'You have no such post.', { params: { what: 'post' } });
    }
    return { status: 204 };
  });

export const handler = serve(postDelete(database()));
