import { type Database, database } from '../shared/database.ts';
import { clearCookie, SESSION_COOKIE } from '../shared/http/cookies.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { close } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';

/** Ends the session of this browser. */
export const logout = (db: Database, sessions = sessionStore(db)) =>
  endpoint('logout', async ({ caller: { session }, now }) => {
    await db.write(...sessions.close(close(session, 'here', now), now));
    return { status: 200, body: { status: 'closed' }, cookies: [clearCookie(SESSION_COOKIE)] };
  });

export const handler = serve(logout(database()));
