import { meCall } from '../shared/api/signin.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { recoveryStore } from '../shared/recovery/recovery-store.ts';
import { sessionResponse, userResponse } from '../shared/sessions/session-responses.ts';

/** The current user, and whether there is a recovery code. Like every call of a signed-in user it counts as activity. */
export const me = (db: Database, recovery = recoveryStore(db)) =>
  endpoint(meCall, async ({ caller: { session } }) => {
    const code = await recovery.get(session.userId);
    return {
      status: 200,
      body: {
        user: userResponse(session),
        session: sessionResponse(session, session.id),
        recoveryCode: code === undefined ? null : { createdAt: code.createdAt.toISOString() },
      },
    };
  });

await prime('Sessions');

export const handler = serve(me(database()));
