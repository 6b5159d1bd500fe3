import { followingCall } from '../shared/api/people.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { listPeople } from '../shared/people/list-people.ts';

/** Whom somebody follows, newest first, a page at a time. */
export const following = (db: Database) =>
  endpoint(followingCall, async ({ params: { username }, query: { cursor: after }, caller }) => {
    const reader = caller?.session.userId;
    return { status: 200, body: await listPeople(db, 'following', { username, after, reader }) };
  });

await prime('Users');

export const handler = serve(following(database()));
