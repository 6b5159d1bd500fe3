import { compromiseCall } from '../shared/api/sessions.ts';
import { type Database, database } from '../shared/database.ts';
import { reporterOf, userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { namedSession } from '../shared/sessions/named-session.ts';
import { compromise as compromised } from '../shared/sessions/report-compromise.ts';
import { takenBackResponse } from '../shared/sessions/session-responses.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';

/** What "it wasn't me" (`session-end?notMe=1`) would take back of a session, so that nobody says it unawares. */
export const compromise = (db: Database, sessions = sessionStore(db), { preview } = compromised(db)) =>
  endpoint(compromiseCall, async ({ caller, params, now }) => {
    const session = await namedSession(sessions, userIdOf(caller), params.sessionId);
    const { acts, ...found } = await preview(session, reporterOf(caller), now);
    return { status: 200, body: takenBackResponse(found, acts) };
  });

export const handler = serve(compromise(database()));
