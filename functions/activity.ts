import * as v from 'valibot';
import { activityStore, isActivityId } from '../shared/activity/activity-store.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, parseInput, serve } from '../shared/http/serve.ts';

const PAGE = 30;

const query = v.object({
  cursor: v.optional(
    v.pipe(
      v.string(),
      v.transform((cursor) => Buffer.from(cursor, 'base64url').toString('latin1')),
      v.check(isActivityId, 'This is not a cursor: take it from next.'),
    ),
  ),
});

/** What happened to the account in the last 90 days, newest first, a page at a time. */
export const activity = (db: Database, activities = activityStore(db)) =>
  endpoint('activity', async ({ caller: { session }, query: { cursor }, now }) => {
    const { cursor: before } = parseInput(query, cursor === undefined ? {} : { cursor });
    const page = await activities.ofUser(session.userId, {
      limit: PAGE,
      now,
      ...(before === undefined ? {} : { before }),
    });
    const items = page.entries.map(({ userId: _, id, at, ...told }) => ({
      ...told,
      id: toCursor(id),
      at: at.toISOString(),
    }));
    return { status: 200, body: { items, next: page.next && toCursor(page.next) } };
  });

const toCursor = (id: string): string => Buffer.from(id).toString('base64url');

export const handler = serve(activity(database()));
