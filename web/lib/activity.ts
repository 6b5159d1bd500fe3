/**
 * Watching does not count as activity, or no session would ever go idle; reading and writing do. So a page with
 * input calls `me` every five minutes (DESIGN.md §4), one tab for all of them.
 */
import { ApiError, call, Unreachable } from './api.ts';
import { onInput } from './input.ts';

const EVERY_MS = 5 * 60_000;
const KEY = 'nod.activeAt';

/** Tells the API of the person's activity from now on, whenever `isOfUse` says that a session is there to be kept. */
export function noteActivity(isOfUse: () => boolean): void {
  onInput(() => {
    const now = Date.now();
    if (!isOfUse() || now - Number(localStorage.getItem(KEY)) < EVERY_MS) return;
    localStorage.setItem(KEY, String(now));
    call('me').catch((error: unknown) => {
      // The session watch tells the person what is wrong; the next input tries again.
      if (!(error instanceof ApiError || error instanceof Unreachable)) throw error;
      localStorage.removeItem(KEY);
    });
  });
}
