import { toCursor } from '../shared/api/cursor.ts';
import { noticesCall } from '../shared/api/notices.ts';
import { type Database, database, prime } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { affordable, assembledNotices } from '../shared/notices/assembled-notices.ts';
import { noticeEndsAt } from '../shared/notices/notice.ts';
import { noticeStore } from '../shared/notices/notice-store.ts';
import { unreadStore } from '../shared/notices/unread-store.ts';

const PAGE = 20;

/** What the caller is told, newest first, a page at a time. */
export const notices = (db: Database, store = noticeStore(db), unreads = unreadStore(db)) =>
  endpoint(noticesCall, async ({ caller: { session }, query: { cursor: before }, now }) => {
    const { userId } = session;
    const [page, unread] = await Promise.all([
      store.page(userId, { before, limit: PAGE }),
      unreads.get(userId),
    ]);
    const taken = affordable(page);
    // TTL sweeps within days, not seconds.
    const kept = taken.filter(({ id }) => noticeEndsAt(id) > now);
    const last = taken.at(-1);
    const isMore = kept.length === taken.length && (page.length === PAGE || taken.length < page.length);
    return {
      status: 200,
      body: {
        items: await assembledNotices(db, userId, kept, unread),
        next: isMore && last !== undefined ? toCursor(last.id) : null,
        newest: kept[0]?.id ?? null,
      },
    };
  });

await prime('Sessions');

export const handler = serve(notices(database()));
