import { activityStore } from '../shared/activity/activity-store.ts';
import { sessionEndCall } from '../shared/api/sessions.ts';
import { type Database, database } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { requireFresh } from '../shared/http/auth.ts';
import { clearCookie, SESSION_COOKIE } from '../shared/http/cookies.ts';
import { reporterOf, userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { count } from '../shared/metrics.ts';
import type { TakenBackResponse } from '../shared/responses.ts';
import { endFound, endSessions, type LiveSession } from '../shared/sessions/ending.ts';
import { namedSession } from '../shared/sessions/named-session.ts';
import { signInOf } from '../shared/sessions/provenance.ts';
import { compromise } from '../shared/sessions/report-compromise.ts';
import { close, isGranted } from '../shared/sessions/session.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';
import { takenBackResponse } from '../shared/sessions/session-responses.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';

/**
 * Ends one session of the caller's, or what has taken its place by a step-up, from this browser, from another one or from
 * the phone; with `?notMe=1`, "it wasn't me", also takes back all that came of it, for as long as its row is there. That
 * can take phones away, and so only a phone says it, or somebody who has just confirmed who they are.
 */
export const sessionEnd = (
  db: Database,
  sessions = sessionStore(db),
  lists = sessionListStore(db),
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
      const noteOf = (ended: readonly LiveSession[]) =>
        ended.map((one) => activities.ended(one, reason, now));
      try {
        await db.write(...sessions.close(close(session, reason, now), now), ...noteOf([session]));
      } catch (error) {
        const ended = isOver(error)
          ? await endFound(goingOn, (found) => endSessions(db, sessions, found, reason, now, noteOf))
          : 0;
        if (ended === 0) throw error;
      }
    } else {
      if (caller.kind === 'user') requireFresh(caller, 'not_me', now);
      const { hidden, takenBack, acts } = await compromised.report(session, reporterOf(caller), now);
      undone = { hidden, takenBack: takenBackResponse(takenBack, acts) };
    }
    if (!isOwn && isGranted(session, now)) count('RemoteEnds');
    return {
      status: 200,
      body: { status: 'closed', ...undone },
      ...(isOwn ? { cookies: [clearCookie(SESSION_COOKIE)] } : {}),
    };

    /** What has taken its place, unless that is who asks. */
    async function goingOn(): Promise<LiveSession[]> {
      const found = await lists.goingOn(userId, [signInOf(session)], now);
      return found.filter(({ id }) => caller.kind === 'phone' || id !== caller.session.id);
    }
  });

const isOver = (error: unknown): boolean =>
  error instanceof ConditionFailed || (error instanceof NodError && error.code === 'session_ended');

export const handler = serve(sessionEnd(database()));
