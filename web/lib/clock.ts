/**
 * The server's clock, as its answers tell it: a countdown must be right on a computer whose own clock is not. What
 * elapses in between is counted by `performance.now()`, which nobody can set, and never by `Date.now()`, which goes back
 * an hour where somebody corrects it (`test/web/one-file-each.test.ts`). Some browsers stop counting while the machine sleeps:
 * the first answer afterwards puts that right.
 */

/** More than the header's rounding and the way through the network. */
const ROUNDING_MS = 2000;

/** When this document began, by the computer's own clock: as good as any until the first answer. */
const beganAt = Date.now() - performance.now();
let aheadMs = 0;

/** Takes the time from an answer's `Date` header, which has whole seconds. */
export function noteServerTime(header: string | null): void {
  const at = Date.parse(header ?? '');
  if (Number.isNaN(at)) return;
  const difference = at - ownNow();
  // What fits this answer, too, is kept: a countdown must not jump with the rounding of each.
  if (aheadMs >= difference && aheadMs <= difference + ROUNDING_MS) return;
  aheadMs = Math.abs(difference) > ROUNDING_MS ? difference : 0;
}

/** Milliseconds since the epoch, by the server's clock. */
export function serverNow(): number {
  return ownNow() + aheadMs;
}

/** The computer's clock, which may be set at any moment: good for a doubt whether time has passed, never for counting it. */
export function ownClock(): number {
  return Date.now();
}

function ownNow(): number {
  return beganAt + performance.now();
}
