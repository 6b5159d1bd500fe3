import { postUnsaveCall } from '../shared/api/marks.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { markingAnswer } from '../shared/posts/marking.ts';

/** Takes a post out of what is saved. */
export const postUnsave = (db: Database) =>
  endpoint(postUnsaveCall, (request) => markingAnswer(db, 'unsave', request));

export const handler = serve(postUnsave(database()));
