/** The time by which everything is judged. */

/** Epoch milliseconds: the latest that this process has been told by its clock. */
let latest = 0;

/**
 * Now, which never goes back: what was over stays over where the clock is set back (DESIGN.md §6.5). A moment that another
 * clock has put before it, such as when the call reached the API, holds as well, so that a function whose clock is behind
 * takes nothing for alive that another one has found over. It is not noted for later calls, and times in rows do not count:
 * one clock that is ahead would spread through them to all functions.
 */
export function currentTime(atLeast?: Date): Date {
  latest = Math.max(latest, Date.now());
  return new Date(Math.max(latest, atLeast?.getTime() ?? 0));
}
