import { sessionsCall } from '../shared/api/sessions.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { isSignedIn } from '../shared/sessions/session.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';
import { sessionResponse } from '../shared/sessions/session-responses.ts';

/** The browsers that are signed in as the caller, the one used last first. */
export const sessions = (db: Database, lists = sessionListStore(db)) =>
  endpoint(sessionsCall, async ({ caller, now }) => {
    const userId = userIdOf(caller);
    const currentId = caller.kind === 'user' ? caller.session.id : undefined;
    const all = await lists.granted(userId, now);
    const items = all
      .filter((session) => isSignedIn(session, now))
      .map((session) => sessionResponse(session, currentId))
      .sort((a, b) => b.lastActiveAt.localeCompare(a.lastActiveAt));
    return { status: 200, body: { items, next: null } };
  });

await prime('Sessions');

export const handler = serve(sessions(database()));
