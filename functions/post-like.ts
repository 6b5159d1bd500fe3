import { postLikeCall } from '../shared/api/marks.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { markingAnswer } from '../shared/posts/marking.ts';

/** Likes a post. */
export const postLike = (db: Database) =>
  endpoint(postLikeCall, (request) => markingAnswer(db, 'like', request));

export const handler = serve(postLike(database()));
