import { likesCall } from '../shared/api/marks.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { markedPage } from '../shared/timelines/marked-page.ts';

/** What the caller likes, the latest first, a page at a time; nobody else is ever told. */
export const likes = (db: Database) =>
  endpoint(likesCall, async ({ caller: { session }, query }) => ({
    status: 200,
    body: await markedPage(db, 'liked', session.userId, query),
  }));

export const handler = serve(likes(database()));
