import { languageSetCall } from '../shared/api/signin.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { ConditionFailed, NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { liveSessionStore } from '../shared/sessions/live-session-store.ts';
import { userStore } from '../shared/users/user-store.ts';

/** Notes the language in which a person is told things while no page is open. */
export const languageSet = (db: Database, users = userStore(db), live = liveSessionStore(db)) =>
  endpoint(languageSetCall, async ({ body: { language }, caller: { session }, now }) => {
    try {
      await db.write(live.stillActive(session, now), users.tellIn(language, session.userId));
    } catch (error) {
      throw error instanceof ConditionFailed ? new NodError('not_signed_in', 'Sign in first.') : error;
    }
    return { status: 204 };
  });

await prime('Sessions');

export const handler = serve(languageSet(database()));
