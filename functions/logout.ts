import { activityStore } from '../shared/activity/activity-store.ts';
import { logoutCall } from '../shared/api/signin.ts';
import { type Database, database } from '../shared/database.ts';
import { clearCookie, SESSION_COOKIE } from '../shared/http/cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { close } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';
import { upstreamLogout } from '../shared/social/upstream-logout.ts';

/**
 * Ends the session of this browser. If a provider let it in, the page then goes there to sign out as well: the
 * session here is over first, whatever becomes of that.
 */
export const logout = (db: Database, sessions = sessionStore(db), activities = activityStore(db)) =>
  endpoint(logoutCall, async ({ caller: { session }, cookies, now }) => {
    await db.write(
      ...sessions.close(close(session, 'here', now), now),
      activities.ended(session, 'here', now),
    );
    const going = await upstreamLogout(db, session, cookies, now);
    return {
      status: 200,
      body: { status: 'closed', ...(going === undefined ? {} : { providerLogoutUrl: going.url }) },
      cookies: [clearCookie(SESSION_COOKIE), ...(going?.cookies ?? [])],
    };
  });

export const handler = serve(logout(database()));
