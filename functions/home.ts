import { homeCall } from '../shared/api/timelines.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { homePage } from '../shared/timelines/home.ts';

/** What the caller and those whom they follow wrote, newest first, a page at a time. */
export const home = (db: Database) =>
  endpoint(homeCall, async ({ caller: { session }, query: { cursor, after } }) => ({
    status: 200,
    body: await homePage(db, session.userId, { place: cursor, after }),
  }));

await prime('Sessions');

export const handler = serve(home(database()));
