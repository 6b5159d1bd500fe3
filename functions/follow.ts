import { followCall } from '../shared/api/people.ts';
import { currentTime } from '../shared/clock.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { followStore } from '../shared/people/follow-store.ts';
import { startFollowing } from '../shared/people/following.ts';
import { idOf } from '../shared/people/list-people.ts';
import { userStore } from '../shared/users/user-store.ts';

/** The caller follows somebody; who does already is answered alike, and nothing is counted. */
export const follow = (
  db: Database,
  users = userStore(db),
  follows = followStore(db),
  limits = limitStore(db),
) =>
  endpoint(followCall, async ({ caller: { session }, params: { username: name }, now }) => {
    if (name === session.username) {
      throw new NodError('invalid_input', 'Nobody follows themselves.', { field: 'username' });
    }
    const userId = await idOf(db, name);
    const [user, already] = await Promise.all([users.get(userId), follows.get(session.userId, userId)]);
    if (user === undefined)
      throw new NodError('not_found', 'Nobody has this name.', { params: { what: 'user' } });
    if (already !== undefined) return { status: 204 };
    await limits.count(LIMITS.followsPerUser, session.userId, now);
    const { username, displayName } = user;
    await startFollowing(db, session, { userId, username, displayName }, currentTime(now));
    return { status: 204 };
  });

await prime('Sessions');

export const handler = serve(follow(database()));
