import { postRepostCall } from '../shared/api/marks.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { markingAnswer } from '../shared/posts/marking.ts';

/** Reposts a post. */
export const postRepost = (db: Database) =>
  endpoint(postRepostCall, (request) => markingAnswer(db, 'repost', request));

export const handler = serve(postRepost(database()));
