import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { mayRing } from '../shared/sessions/session.ts';
import { approvalShape } from '../shared/sessions/session-shapes.ts';
import { sessionStore } from '../shared/sessions/session-store.ts';

/** The waiting sign-ins of known browsers, newest first: without their numbers, which the person types. */
export const approvals = (db: Database, sessions = sessionStore(db)) =>
  endpoint('approvals', async ({ caller: { user }, now }) => {
    const all = await sessions.ofUser(user.id);
    const items = all
      .filter((session) => mayRing(session, now))
      .sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
      .map(approvalShape);
    return { status: 200, body: { items, next: null } };
  });

export const handler = serve(approvals(database()));
