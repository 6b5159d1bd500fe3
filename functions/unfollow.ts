import { unfollowCall } from '../shared/api/people.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { stopFollowing } from '../shared/people/following.ts';
import { idOf } from '../shared/people/list-people.ts';

/** The caller follows somebody no more; who does not anyway is answered alike. */
export const unfollow = (db: Database) =>
  endpoint(unfollowCall, async ({ caller: { session }, params: { username }, now }) => {
    await stopFollowing(db, session, await idOf(db, username), now);
    return { status: 204 };
  });

await prime('Sessions');

export const handler = serve(unfollow(database()));
