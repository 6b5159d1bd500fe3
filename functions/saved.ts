import { toCursor } from '../shared/api/cursor.ts';
import { savedCall } from '../shared/api/marks.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { savedPostStore } from '../shared/posts/saved-post-store.ts';
import { assembledPosts, blockedOnly } from '../shared/timelines/assembled-posts.ts';

/** What the caller has saved, the latest first, a page at a time. What one has saved is there, whoever is muted since. */
export const saved = (db: Database, saved = savedPostStore(db)) =>
  endpoint(savedCall, async ({ caller: { session }, query: { cursor, limit } }) => {
    const { entries, next } = await saved.ofUser(session.userId, {
      limit,
      ...(cursor === undefined ? {} : { before: cursor }),
    });
    return {
      status: 200,
      body: {
        items: await assembledPosts(db, session.userId, entries, blockedOnly),
        next: next && toCursor(next),
      },
    };
  });

export const handler = serve(saved(database()));
