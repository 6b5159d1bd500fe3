import { meCall } from '../shared/api/signin.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { noteSeen } from '../shared/people/last-seen.ts';
import { profileStore } from '../shared/people/profile-store.ts';
import { recoveryStore } from '../shared/recovery/recovery-store.ts';
import { sessionResponse, userResponse } from '../shared/sessions/session-responses.ts';

/**
 * The current user, and whether there is a recovery code. Like every call of a signed-in user it counts as activity, and
 * once a day it notes that they were here, if they want that shown.
 */
export const me = (db: Database, recovery = recoveryStore(db), profiles = profileStore(db)) =>
  endpoint(meCall, async ({ caller: { session }, now }) => {
    const { userId } = session;
    const [code, profile] = await Promise.all([recovery.get(userId), profiles.get(userId)]);
    await noteSeen(db, profile, now);
    return {
      status: 200,
      body: {
        user: userResponse(session),
        session: sessionResponse(session, session.id),
        recoveryCode: code === undefined ? null : { createdAt: code.createdAt.toISOString() },
      },
    };
  });

await prime('Sessions');

export const handler = serve(me(database()));
