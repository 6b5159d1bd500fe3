import { postUnlikeCall } from '../shared/api/marks.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { markingAnswer } from '../shared/posts/marking.ts';

/** Likes a post no more. */
export const postUnlike = (db: Database) =>
  endpoint(postUnlikeCall, (request) => markingAnswer(db, 'unlike', request));

export const handler = serve(postUnlike(database()));
