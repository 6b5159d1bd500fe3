import { alertsResponse } from '../shared/alerts/alerts-response.ts';
import { alertsChosenCall } from '../shared/api/alerts.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { userOf } from '../shared/users/user-store.ts';

/** Of what somebody's phones tell them. */
export const alertsChosen = (db: Database) =>
  endpoint(alertsChosenCall, async ({ caller: { session } }) => {
    const user = await userOf(db, session.userId);
    return { status: 200, body: alertsResponse(user?.alerts) };
  });

await prime('Sessions');

export const handler = serve(alertsChosen(database()));
