import { userCall } from '../shared/api/posts.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { profileStore } from '../shared/people/profile-store.ts';
import { profileResponse } from '../shared/users/profile-response.ts';
import { userStore } from '../shared/users/user-store.ts';

/** An author's profile. */
export const user = (db: Database, users = userStore(db), profiles = profileStore(db)) =>
  endpoint(userCall, async ({ params: { username: name } }) => {
    const userId = await users.idByName(name);
    const [found, profile] = userId ? await Promise.all([users.get(userId), profiles.get(userId)]) : [];
    if (found === undefined || profile === undefined)
      throw new NodError('not_found', 'Nobody has this name.', { params: { what: 'user' } });
    return { status: 200, body: profileResponse(found, profile) };
  });

export const handler = serve(user(database()));
