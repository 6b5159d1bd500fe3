import { postCall } from '../shared/api/posts.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { postResponse } from '../shared/posts/post-response.ts';
import { postStore } from '../shared/posts/post-store.ts';

/** One post. */
export const post = (db: Database, posts = postStore(db)) =>
  endpoint(postCall, async ({ params: { postId } }) => {
    const found = await posts.get(postId);
    if (found === undefined)
      throw new NodError('not_found', 'There is no such post.', { params: { what: 'post' } });
    return { status: 200, body: postResponse(found) };
  });

export const handler = serve(post(database()));
