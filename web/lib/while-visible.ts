/** A pause that ends only when the page is shown or connected again. */
export const UNTIL_SHOWN = Number.POSITIVE_INFINITY;

/**
 * Runs a task again and again while somebody looks: at once, then `everyMs` after each end, not at all while
 * the page is hidden, and at once when it is shown or connected again. Returns what stops it.
 *
 * The task may answer how many milliseconds to wait instead.
 */
export function whileVisible(everyMs: number, task: () => Promise<number | undefined>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isRunning = false;
  let isStopped = false;

  const run = async () => {
    clearTimeout(timer);
    if (isStopped || isRunning || document.visibilityState !== 'visible') return;
    isRunning = true;
    const pause = (await task()) ?? everyMs;
    isRunning = false;
    if (!isStopped && pause !== UNTIL_SHOWN) timer = setTimeout(run, pause);
  };

  document.addEventListener('visibilitychange', run);
  addEventListener('online', run);
  void run();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', run);
    removeEventListener('online', run);
  };
}
