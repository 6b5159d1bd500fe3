import { prime } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { sessionShape, userShape } from '../shared/sessions/session-shapes.ts';

/** The current user. Like every call of a signed-in user it counts as activity. */
export const me = () =>
  endpoint('me', async ({ caller: { session } }) => ({
    status: 200,
    body: { user: userShape(session), session: sessionShape(session, session.id) },
  }));

await prime('Sessions');

export const handler = serve(me());
