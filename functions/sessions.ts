import { toCursor } from '../shared/api/cursor.ts';
import { sessionsCall } from '../shared/api/sessions.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';
import { sessionResponse } from '../shared/sessions/session-responses.ts';

const AT_ONCE = 50;

/**
 * The browsers that are signed in as the caller, a page at a time, from their list alone. The one that asks is on the
 * first page, wherever in the list it stands.
 */
export const sessions = (db: Database, lists = sessionListStore(db)) =>
  endpoint(sessionsCall, async ({ caller, query: { cursor }, now }) => {
    const userId = userIdOf(caller);
    const current = caller.kind === 'user' ? caller.session : undefined;
    const page = await lists.signedIn(userId, { after: cursor, limit: AT_ONCE, now });
    const others = page.sessions.filter(({ id }) => id !== current?.id);
    const shown = [...(cursor === undefined && current !== undefined ? [current] : []), ...others];
    const items = shown
      .map((session) => sessionResponse(session, current?.id))
      .sort((a, b) => b.lastActiveAt.localeCompare(a.lastActiveAt));
    return { status: 200, body: { items, next: page.next && toCursor(page.next) } };
  });

await prime('Sessions');

export const handler = serve(sessions(database()));
