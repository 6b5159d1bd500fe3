import { replyRemoveCall } from '../shared/api/threads.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { removeReply } from '../shared/threads/remove-reply.ts';

/** Takes a reply out of the thread that the caller has begun; done twice it is done. */
export const replyRemove = (db: Database) =>
  endpoint(replyRemoveCall, async ({ caller: { session }, params: { postId, replyId }, now }) => {
    await removeReply(db, session, { root: postId, reply: replyId }, now);
    return { status: 204 };
  });

export const handler = serve(replyRemove(database()));
