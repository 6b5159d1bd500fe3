/** Keeps the phone's screen on (Screen Wake Lock API). The browser lets go of it whenever the page is hidden. */
let lock: WakeLockSentinel | undefined;

/** Answers whether the screen stays on: a battery that runs low, or a browser without the API, says no. */
export async function keepAwake(): Promise<boolean> {
  if (lock !== undefined && !lock.released) return true;
  try {
    lock = await navigator.wakeLock.request('screen');
    return true;
  } catch {
    return false;
  }
}

export function letSleep(): void {
  void lock?.release();
  lock = undefined;
}
