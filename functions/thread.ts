import { threadCall } from '../shared/api/threads.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { readThread } from '../shared/threads/read-thread.ts';

/** The thread around a post, as whoever reads is to see it. */
export const thread = (db: Database) =>
  endpoint(threadCall, async ({ params: { postId }, query: { cursor }, caller }) => {
    const found = await readThread(db, caller?.session, postId, cursor);
    if (found === undefined)
      throw new NodError('not_found', 'There is no such post.', { params: { what: 'post' } });
    return { status: 200, body: found };
  });

export const handler = serve(thread(database()));
