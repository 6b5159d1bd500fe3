import { postDeleteCall } from '../shared/api/posts.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { deletePost } from '../shared/posts/delete-post.ts';

/** Deletes one of the caller's own posts; another author's is not found under the caller's key. */
export const postDelete = (db: Database) =>
  endpoint(postDeleteCall, async ({ caller: { session }, params: { postId }, now }) => {
    await deletePost(db, session, postId, now);
    return { status: 204 };
  });

export const handler = serve(postDelete(database()));
