import { userCall } from '../shared/api/posts.ts';
import { type Database, database, type Item, type Key } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import type { UserId } from '../shared/ids.ts';
import { followKey, relationIn } from '../shared/people/follow-store.ts';
import { hidesFrom, hidesKey } from '../shared/people/hides-store.ts';
import { lastSeenOf } from '../shared/people/last-seen.ts';
import { profileStore } from '../shared/people/profile-store.ts';
import { profileResponse } from '../shared/users/profile-response.ts';
import { userStore } from '../shared/users/user-store.ts';

/** An author's profile, as whoever reads is to see it. */
export const user = (db: Database, users = userStore(db), profiles = profileStore(db)) =>
  endpoint(userCall, async ({ params: { username: name }, caller }) => {
    const userId = await users.idByName(name);
    const found = userId && (await both(userId, caller?.session.userId));
    if (!found) throw new NodError('not_found', 'Nobody has this name.', { params: { what: 'user' } });
    return { status: 200, body: found };

    async function both(userId: UserId, reader: UserId | undefined) {
      const other = reader === userId ? undefined : reader;
      const between: Key[] =
        other === undefined ? [] : [followKey(other, userId), followKey(userId, other), hidesKey(other)];
      // Somebody's own page shows what they have just changed.
      const [user, profile, { Posts: found }] = await Promise.all([
        users.get(userId),
        profiles.get(userId),
        between.length === 0 ? { Posts: [] } : db.getTogether({ Posts: between }),
      ]);
      if (user === undefined) return undefined;
      const hides = other && hidesBetween(found, other, userId);
      const areApart = hides?.blocked || hides?.blockedBy;
      return {
        ...profileResponse(user, profile, other && relationIn(found, other, userId)),
        ...(reader === undefined || areApart ? {} : lastSeenOf(profile)),
        ...(hides === undefined ? {} : { hides }),
      };
    }
  });

/** What the reader's row says of the other one. */
function hidesBetween(rows: readonly Item[], reader: UserId, other: UserId) {
  const { sk } = hidesKey(reader);
  const { muted, blocked, blockedBy } = hidesFrom(rows.find((row) => row.sk === sk));
  return { muted: muted.has(other), blocked: blocked.has(other), blockedBy: blockedBy.has(other) };
}

export const handler = serve(user(database()));
