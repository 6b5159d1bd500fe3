import { userCall } from '../shared/api/posts.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import type { UserId } from '../shared/ids.ts';
import { hidesStore } from '../shared/people/hides-store.ts';
import { profileResponse } from '../shared/users/profile-response.ts';
import { userStore } from '../shared/users/user-store.ts';

/** An author's profile, and for whoever is signed in what stands between the two. */
export const user = (db: Database, users = userStore(db), hides = hidesStore(db)) =>
  endpoint(userCall, async ({ params: { username: name }, caller }) => {
    const userId = await users.idByName(name);
    if (userId === undefined) throw nobody();
    const [found, between] = await Promise.all([
      users.get(userId),
      hidesBetween(caller?.session.userId, userId),
    ]);
    if (found === undefined) throw nobody();
    return { status: 200, body: { ...profileResponse(found), ...between } };

    async function hidesBetween(reader: UserId | undefined, other: UserId) {
      if (reader === undefined || reader === other) return {};
      const { muted, blocked, blockedBy } = await hides.get(reader);
      return {
        hides: { muted: muted.has(other), blocked: blocked.has(other), blockedBy: blockedBy.has(other) },
      };
    }
  });

const nobody = () => new NodError('not_found', 'Nobody has this name.', { params: { what: 'user' } });

export const handler = serve(user(database()));
