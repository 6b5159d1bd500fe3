import { meCall } from '../shared/api/signin.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { noteSeen } from '../shared/people/last-seen.ts';
import { profileStore } from '../shared/people/profile-store.ts';
import { recoveryStore } from '../shared/recovery/recovery-store.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { sessionResponse, userResponse } from '../shared/sessions/session-responses.ts';
import { unlessOvertaken } from '../shared/store-errors.ts';
import { faceUnlike } from '../shared/users/face.ts';

/**
 * The current user, and whether there is a recovery code. Like every call of a signed-in user it counts as activity, and
 * once a day it notes that they were here, if they want that shown. A session that shows an earlier name or picture of
 * theirs, because another browser has changed it, shows the present one from then on.
 */
export const me = (
  db: Database,
  recovery = recoveryStore(db),
  profiles = profileStore(db),
  live = liveSessionStore(db),
) =>
  endpoint(meCall, async ({ caller: { session }, now }) => {
    const { userId, username, roles } = session;
    const [code, profile] = await Promise.all([recovery.get(userId), profiles.get(userId)]);
    await noteSeen(db, profile, now);
    const face = faceUnlike(session, profile);
    if (face !== undefined) await unlessOvertaken(() => db.write(live.stillActiveAs(session, face, now)));
    const { displayName = session.displayName, avatar } = profile;
    return {
      status: 200,
      body: {
        user: userResponse({ username, displayName, roles, ...(avatar === undefined ? {} : { avatar }) }),
        session: sessionResponse(session, session.id),
        recoveryCode: code === undefined ? null : { createdAt: code.createdAt.toISOString() },
      },
    };
  });

await prime('Sessions');

export const handler = serve(me(database()));
