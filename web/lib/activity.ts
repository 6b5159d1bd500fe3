/**
 * Watching does not count as activity, or no session would ever go idle; reading and writing do. So a page with
 * input calls `me` every five minutes (DESIGN.md §4), one tab for all of them.
 */
import { ApiError, call, Unreachable } from './api.ts';
import { ownClock, serverNow } from './clock.ts';
import { onInput } from './input.ts';
import { browserStore } from './storage.ts';

const EVERY_MS = 5 * 60_000;
/** What two tabs may take the server's time for differs by less. */
const TOLERANCE_MS = 10_000;
/** When it was last told, by the server's clock and by the computer's. */
const KEY = 'nod.activeAt';

/** Tells the API of the person's activity from now on, whenever `isOfUse` says that a session is there to be kept. */
export function noteActivity(isOfUse: () => boolean): void {
  /** What was told last, and when, by this document's own count. */
  let seen = { note: '', at: 0 };

  /**
   * Each clock must say so, because each may be wrong: the computer's was set, this document's stood still while the
   * machine slept, the server's was not heard of for a while. One call more does no harm, and one too few ends a session.
   */
  function isRecent(): boolean {
    const note = browserStore.read(KEY) ?? '';
    const [byServer = Number.NaN, byOwn = Number.NaN] = note.split(' ').map(Number);
    const age = serverNow() - byServer;
    if (note !== seen.note) seen = { note, at: performance.now() - age };
    const ages = [age, ownClock() - byOwn, performance.now() - seen.at];
    return ages.every((ms) => ms > -TOLERANCE_MS && ms < EVERY_MS);
  }

  onInput(() => {
    if (!isOfUse() || isRecent()) return;
    browserStore.write(KEY, `${serverNow()} ${ownClock()}`);
    call('me').catch((error: unknown) => {
      // The session watch tells the person what is wrong; the next input tries again.
      if (!(error instanceof ApiError || error instanceof Unreachable)) throw error;
      browserStore.remove(KEY);
    });
  });
}
