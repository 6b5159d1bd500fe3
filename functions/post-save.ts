import { postSaveCall } from '../shared/api/marks.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { markingAnswer } from '../shared/posts/marking.ts';

/** Saves a post. */
export const postSave = (db: Database) =>
  endpoint(postSaveCall, (request) => markingAnswer(db, 'save', request));

export const handler = serve(postSave(database()));
