import { postDeleteCall } from '../shared/api/posts.ts';
import { type Database, database } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { profileStore } from '../shared/people/profile-store.ts';
import { postStore } from '../shared/posts/post-store.ts';

/** Deletes one of the caller's own posts; another author's is not found under the caller's key. */
export const postDelete = (db: Database, posts = postStore(db), profiles = profileStore(db)) =>
  endpoint(postDeleteCall, async ({ caller: { session }, params: { postId } }) => {
    try {
      await db.write(posts.delete(session.userId, postId), profiles.count(session.userId, 'posts', -1));
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      throw new NodError('not_found', 'You have no such post.', { params: { what: 'post' } });
    }
    return { status: 204 };
  });

export const handler = serve(postDelete(database()));
