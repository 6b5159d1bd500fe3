import { userCall } from '../shared/api/posts.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { profileResponse } from '../shared/users/profile-response.ts';
import { userStore } from '../shared/users/user-store.ts';

/** An author's profile. */
export const user = (db: Database, users = userStore(db)) =>
  endpoint(userCall, async ({ params: { username: name } }) => {
    const userId = await users.idByName(name);
    const found = userId && (await users.get(userId));
    if (found === undefined)
      throw new NodError('not_found', 'Nobody has this name.', { params: { what: 'user' } });
    return { status: 200, body: profileResponse(found) };
  });

export const handler = serve(user(database()));
