import { savedCall } from '../shared/api/marks.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { markedPage } from '../shared/timelines/marked-page.ts';

/** What the caller has saved, the latest first, a page at a time. */
export const saved = (db: Database) =>
  endpoint(savedCall, async ({ caller: { session }, query }) => ({
    status: 200,
    body: await markedPage(db, 'saved', session.userId, query),
  }));

export const handler = serve(saved(database()));
