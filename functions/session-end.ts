import { activityStore } from '../shared/activity/activity-store.ts';
import { sessionEndCall } from '../shared/api/sessions.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { clearCookie, SESSION_COOKIE } from '../shared/http/cookies.ts';
import { userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { count } from '../shared/metrics.ts';
import { reportCompromise } from '../shared/sessions/report-compromise.ts';
import { close, isGranted } from '../shared/sessions/session.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';

/**
 * Ends one session of the caller's, from this browser, from another one or from the phone; with `?notMe=1`, "it wasn't
 * me", also takes back what it wrote, for as long as its row is there.
 */
export const sessionEnd = (db: Database, sessions = sessionStore(db), activities = activityStore(db)) =>
  endpoint(sessionEndCall, async ({ caller, params, query, now }) => {
    const userId = userIdOf(caller);
    const session = await sessions.get(userId, params.sessionId);
    if (session === undefined || session.decoy) throw new NodError('not_found', 'There is no such session.');
    const isOwn = caller.kind === 'user' && caller.session.id === session.id;
    let hidden: number | undefined;
    if (query.notMe === undefined) {
      const reason = caller.kind === 'phone' ? 'phone' : isOwn ? 'here' : 'elsewhere';
      await db.write(
        ...sessions.close(close(session, reason, now), now),
        activities.ended(session, reason, now),
      );
    } else {
      hidden = await reportCompromise(db, session, now);
    }
    if (!isOwn && isGranted(session, now)) count('RemoteEnds');
    return {
      status: 200,
      body: { status: 'closed', ...(hidden === undefined ? {} : { hidden }) },
      ...(isOwn ? { cookies: [clearCookie(SESSION_COOKIE)] } : {}),
    };
  });

export const handler = serve(sessionEnd(database()));
