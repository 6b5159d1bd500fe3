import type { PhoneBell } from './phone-bell.ts';

/** A pause that ends only when the page is shown or connected again. */
export const UNTIL_SHOWN = Number.POSITIVE_INFINITY;

/** How often to look while the bell says when to: for what it may have missed. */
const RUNG_EVERY_MS = 60_000;

/**
 * Runs a task again and again while somebody looks: at once, then `everyMs` after each end, not at all while
 * the page is hidden, and at once when it is shown or connected again. Returns what stops it.
 *
 * The task may answer how many milliseconds to wait instead. While the `bell` is heard, it waits for that, and runs at once
 * when it rings.
 */
export function whileVisible(
  everyMs: number,
  task: () => Promise<number | undefined>,
  bell?: PhoneBell,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isStopped = false;
  let isRung = false;

  const run = async () => {
    clearTimeout(timer);
    if (isStopped || isRunning || document.visibilityState !== 'visible') return;
    isRunning = true;
    isRung = false;
    const pause = (await task()) ?? (bell?.hears ? Math.max(everyMs, RUNG_EVERY_MS) : everyMs);
    isRunning = false;
    if (isRung) void run();
    else if (!isStopped && pause !== UNTIL_SHOWN) timer = setTimeout(run, pause);
  };
  /** What it rings for while the task runs may be too late for that run. */
  const onRing = () => {
    isRung = true;
    void run();
  };

  document.addEventListener('visibilitychange', run);
  addEventListener('online', run);
  const unhear = bell?.listen(onRing);
  void run();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    unhear?.();
    document.removeEventListener('visibilitychange', run);
    removeEventListener('online', run);
  };
}
