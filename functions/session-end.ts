import { activityStore } from '../shared/activity/activity-store.ts';
import { sessionEndCall } from '../shared/api/sessions.ts';
import { type Database, database } from '../shared/database.ts';
import { requireFresh } from '../shared/http/auth.ts';
import { clearCookie, SESSION_COOKIE } from '../shared/http/cookies.ts';
import { reporterOf, userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { count } from '../shared/metrics.ts';
import type { TakenBackResponse } from '../shared/responses.ts';
import { namedSession } from '../shared/sessions/named-session.ts';
import { compromise } from '../shared/sessions/report-compromise.ts';
import { close, isGranted } from '../shared/sessions/session.ts';
import { takenBackResponse } from '../shared/sessions/session-responses.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';

/**
 * Ends one session of the caller's, from this browser, from another one or from the phone; with `?notMe=1`, "it wasn't
 * me", also takes back all that came of it, for as long as its row is there. That can take phones away, and so only a phone
 * says it, or somebody who has just confirmed who they are.
 */
export const sessionEnd = (
  db: Database,
  sessions = sessionStore(db),
  activities = activityStore(db),
  compromised = compromise(db),
) =>
  endpoint(sessionEndCall, async ({ caller, params, query, now }) => {
    const userId = userIdOf(caller);
    const session = await namedSession(sessions, userId, params.sessionId);
    const isOwn = caller.kind === 'user' && caller.session.id === session.id;
    let undone: { hidden?: number; takenBack?: TakenBackResponse } = {};
    if (query.notMe === undefined) {
      const reason = caller.kind === 'phone' ? 'phone' : isOwn ? 'here' : 'elsewhere';
      await db.write(
        ...sessions.close(close(session, reason, now), now),
        activities.ended(session, reason, now),
      );
    } else {
      if (caller.kind === 'user') requireFresh(caller, 'not_me', now);
      const { hidden, takenBack } = await compromised.report(session, reporterOf(caller), now);
      undone = { hidden, takenBack: takenBackResponse(takenBack) };
    }
    if (!isOwn && isGranted(session, now)) count('RemoteEnds');
    return {
      status: 200,
      body: { status: 'closed', ...undone },
      ...(isOwn ? { cookies: [clearCookie(SESSION_COOKIE)] } : {}),
    };
  });

export const handler = serve(sessionEnd(database()));
