import { unhideCall } from '../shared/api/sessions.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { showPosts } from '../shared/posts/hide-posts.ts';

/** It was me after all: what was hidden of one of the caller's sessions is shown again. */
export const unhide = (db: Database) =>
  endpoint(unhideCall, async ({ caller: { session }, params: { sessionId }, now }) => {
    return { status: 200, body: { shown: await showPosts(db, session.userId, sessionId, now) } };
  });

export const handler = serve(unhide(database()));
