import { followersCall } from '../shared/api/people.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { listPeople } from '../shared/people/list-people.ts';

/** Who follows somebody, newest first, a page at a time. */
export const followers = (db: Database) =>
  endpoint(followersCall, async ({ params: { username }, query: { cursor: after }, caller }) => {
    const reader = caller?.session.userId;
    return { status: 200, body: await listPeople(db, 'followers', { username, after, reader }) };
  });

await prime('Users');

export const handler = serve(followers(database()));
