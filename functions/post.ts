import { postCall } from '../shared/api/posts.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { postStore } from '../shared/posts/post-store.ts';
import { assembledPosts, blockedOnly } from '../shared/timelines/assembled-posts.ts';
import { entryOf } from '../shared/timelines/timeline-entry.ts';

/** One post. */
export const post = (db: Database, posts = postStore(db)) =>
  endpoint(postCall, async ({ params: { postId }, caller }) => {
    const found = await posts.get(postId);
    const [body] = await assembledPosts(
      db,
      caller?.session.userId,
      found ? [entryOf(found)] : [],
      blockedOnly,
    );
    if (body === undefined)
      throw new NodError('not_found', 'There is no such post.', { params: { what: 'post' } });
    return { status: 200, body };
  });

export const handler = serve(post(database()));
