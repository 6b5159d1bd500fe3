import { approvalsCall } from '../shared/api/approvals.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { sessionListStore } from '../shared/sessions/session-list-store.ts';
import { approvalResponse } from '../shared/sessions/session-responses.ts';

/** The waiting sign-ins of known browsers, newest first: without their numbers, which the person types. */
export const approvals = (db: Database, lists = sessionListStore(db)) =>
  endpoint(approvalsCall, async ({ caller: { user }, now }) => {
    const ringing = await lists.ringing(user.id, now);
    const items = ringing.sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime()).map(approvalResponse);
    return { status: 200, body: { items, next: null } };
  });

export const handler = serve(approvals(database()));
