/**
 * Watching does not count as activity, or no session would ever go idle; reading and writing do. So a page with
 * input calls `me` every five minutes (DESIGN.md §4), one tab for all of them.
 */
import { ApiError, call, Unreachable } from './api.ts';
import { serverNow } from './clock.ts';
import { onInput } from './input.ts';
import { browserStore } from './storage.ts';

const EVERY_MS = 5 * 60_000;
/** What two tabs may take the server's time for differs by less. */
const TOLERANCE_MS = 10_000;
/** The server's time of the last call. A computer's own may be set back, and would count as recent until it is caught up. */
const KEY = 'nod.activeAt';

/** Tells the API of the person's activity from now on, whenever `isOfUse` says that a session is there to be kept. */
export function noteActivity(isOfUse: () => boolean): void {
  /** What this very document has noted last. */
  let told = { note: '', at: 0 };

  function isRecent(): boolean {
    const note = browserStore.read(KEY);
    const age = serverNow() - Number(note);
    // Either clock is enough to say that it is due: the document's own may have stood still while the machine slept.
    const isOver = note === told.note && performance.now() - told.at >= EVERY_MS;
    return !isOver && age > -TOLERANCE_MS && age < EVERY_MS;
  }

  onInput(() => {
    if (!isOfUse() || isRecent()) return;
    told = { note: String(serverNow()), at: performance.now() };
    browserStore.write(KEY, told.note);
    call('me').catch((error: unknown) => {
      // The session watch tells the person what is wrong; the next input tries again.
      if (!(error instanceof ApiError || error instanceof Unreachable)) throw error;
      browserStore.remove(KEY);
    });
  });
}
