import { toCursor } from '../shared/api/cursor.ts';
import { hidesCall } from '../shared/api/hides.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { hiddenPeople } from '../shared/people/hidden-people.ts';
import { hidesStore } from '../shared/people/hides-store.ts';

/** Whom the caller has muted and blocked, so that they find them to take it back. */
export const hides = (db: Database, store = hidesStore(db)) =>
  endpoint(hidesCall, async ({ query: { cursor }, caller: { session } }) => {
    const { people, next } = await hiddenPeople(db, await store.get(session.userId), cursor);
    return { status: 200, body: { items: people, next: next === undefined ? null : toCursor(next) } };
  });

export const handler = serve(hides(database()));
