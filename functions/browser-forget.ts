import { activityStore } from '../shared/activity/activity-store.ts';
import { browserForgetCall } from '../shared/api/sessions.ts';
import { type Database, database } from '../shared/database.ts';
import { NodError } from '../shared/errors.ts';
import { browserCookie, browserTokenOf } from '../shared/http/cookies.ts';
import { userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { forgetting } from '../shared/sessions/forgetting.ts';
import { knownBrowserStore } from '../shared/sessions/known-browser-store.ts';

/** Forgets a browser: it rings no more, and what it asks for is denied. A session in it goes on. */
export const browserForget = (
  db: Database,
  browsers = knownBrowserStore(db),
  activities = activityStore(db),
  forget = forgetting(db),
) =>
  endpoint(browserForgetCall, async ({ caller, params: { browserId }, cookies, now }) => {
    const userId = userIdOf(caller);
    const known = await browsers.get(userId, browserId);
    if (known === undefined)
      throw new NodError('not_found', 'This browser is not known, or not any more.', {
        params: { what: 'browser' },
      });
    const { sessionId, browser, os, place } = known;
    const entry = { userId, at: now, kind: 'browser_forgotten', sessionId, browser, os, place } as const;
    await forget(known, [activities.record(entry)], now);
    const isThis = browserTokenOf(cookies, userId)?.browserId === browserId;
    return {
      status: 200,
      body: { status: 'forgotten' },
      ...(isThis ? { cookies: [browserCookie(cookies, userId, undefined)] } : {}),
    };
  });

export const handler = serve(browserForget(database()));
