import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { isSessionId } from '../shared/ids.ts';
import { showHidden } from '../shared/posts/hiding.ts';

/** It was me after all: what was hidden of one of the caller's sessions is shown again. */
export const unhide = (db: Database) =>
  endpoint('unhide', async ({ caller: { session }, params: { sessionId = '' }, now }) => {
    if (!isSessionId(sessionId)) throw new NodError('not_found', 'There is no such session.');
    return { status: 200, body: { shown: await showHidden(db, session.userId, sessionId, now) } };
  });

export const handler = serve(unhide(database()));
