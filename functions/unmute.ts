import { unmuteCall } from '../shared/api/hides.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { limitStore } from '../shared/limits/limit-store.ts';
import { LIMITS } from '../shared/limits/limits.ts';
import { hiding } from '../shared/people/hiding.ts';
import { otherPerson } from '../shared/people/other-person.ts';
import { userStore } from '../shared/users/user-store.ts';

/** Takes a mute back. */
export const unmute = (db: Database, users = userStore(db), limits = limitStore(db), hides = hiding(db)) =>
  endpoint(unmuteCall, async ({ params: { username }, caller: { session }, now }) => {
    await limits.count(LIMITS.hidesPerUser, session.userId, now);
    await hides.unmute(session, await otherPerson(users, session, username), now);
    return { status: 204 };
  });

export const handler = serve(unmute(database()));
