import { browsersCall } from '../shared/api/sessions.ts';
import { type Database, database } from '../shared/database.ts';
import { browserTokenOf } from '../shared/http/cookies.ts';
import { userIdOf } from '../shared/http/request.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { matchesSecret } from '../shared/secrets.ts';
import { isKnown } from '../shared/sessions/known-browser.ts';
import { knownBrowserStore } from '../shared/sessions/known-browser-store.ts';
import { browserResponse } from '../shared/sessions/session-responses.ts';
import { userStore } from '../shared/users/user-store.ts';

/** The browsers that the caller's account knows, and which may therefore ring: the one that signed in last first. */
export const browsers = (db: Database, known = knownBrowserStore(db), users = userStore(db)) =>
  endpoint(browsersCall, async ({ caller, cookies, now }) => {
    const userId = userIdOf(caller);
    const [all, user] = await Promise.all([
      known.ofUser(userId),
      caller.kind === 'phone' ? caller.user : users.get(userId),
    ]);
    const token = browserTokenOf(cookies, userId);
    const items = all
      .filter((browser) => isKnown(browser, user ?? {}, now))
      .toSorted((a, b) => b.lastUsedAt.getTime() - a.lastUsedAt.getTime())
      .map((browser) => {
        const isThis = token?.browserId === browser.id && matchesSecret(token.secret, browser.secretHash);
        return browserResponse(browser, isThis);
      });
    return { status: 200, body: { items, next: null } };
  });

export const handler = serve(browsers(database()));
