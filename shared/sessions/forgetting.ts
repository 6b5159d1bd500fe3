/** Forgetting a known browser, and what it asks for at that moment. */
import type { Database, Write } from '../database.ts';
import type { BrowserId, UserId } from '../ids.ts';
import { endSessions } from './ending.ts';
import { knownBrowserStore } from './known-browser-store.ts';
import { sessionListStore } from './session-list-store.ts';
import { sessionStore } from './session-store.ts';

export function forgetting(
  db: Database,
  browsers = knownBrowserStore(db),
  sessions = sessionStore(db),
  lists = sessionListStore(db),
) {
  /**
   * Voids the mark in one transaction with `writes`, and then denies the sign-ins that have come with it: nothing rings,
   * or is shown as known, by a mark that is void. A start is held to its mark's being there, so what is looked for
   * afterwards is all that there can be. @throws {ConditionFailed} if one of `writes` was refused
   */
  return async function forget(
    browser: { userId: UserId; id: BrowserId },
    writes: readonly Write[],
    now: Date,
  ): Promise<void> {
    await db.write(...writes, browsers.forget(browser));
    const ringing = await lists.ringing(browser.userId, now);
    const its = ringing.filter(({ knownBrowserId }) => knownBrowserId === browser.id);
    await endSessions(db, sessions, its, 'denied', now);
  };
}
