import { activityStore } from '../shared/activity/activity-store.ts';
import { toCursor } from '../shared/api/cursor.ts';
import { activityCall } from '../shared/api/sessions.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';

const PAGE = 30;

/** What happened to the account in the last 90 days, newest first, a page at a time. */
export const activity = (db: Database, activities = activityStore(db)) =>
  endpoint(activityCall, async ({ caller: { session }, query: { cursor: before }, now }) => {
    const page = await activities.ofUser(session.userId, {
      limit: PAGE,
      now,
      ...(before === undefined ? {} : { before }),
    });
    const items = page.entries.map(({ userId: _, id, at, ...fields }) => ({
      ...fields,
      id: toCursor(id),
      at: at.toISOString(),
    }));
    return { status: 200, body: { items, next: page.next && toCursor(page.next) } };
  });

export const handler = serve(activity(database()));
