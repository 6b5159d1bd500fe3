import { postUnrepostCall } from '../shared/api/marks.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { markingAnswer } from '../shared/posts/marking.ts';

/** Undoes a repost. */
export const postUnrepost = (db: Database) =>
  endpoint(postUnrepostCall, (request) => markingAnswer(db, 'unrepost', request));

export const handler = serve(postUnrepost(database()));
