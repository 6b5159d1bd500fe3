import { noticesReadCall } from '../shared/api/notices.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { readUpTo } from '../shared/notices/reading.ts';

/** Notes up to which notice the caller has read; what is read stays read. */
export const noticesRead = (db: Database) =>
  endpoint(noticesReadCall, async ({ body: { upTo }, caller: { session }, now }) => {
    await readUpTo(db, session, upTo, now);
    return { status: 204 };
  });

export const handler = serve(noticesRead(database()));
