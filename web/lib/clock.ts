/**
 * The server's clock, as its answers tell it: a countdown must be right on a computer whose own clock is not.
 */
let aheadMs = 0;

/** Takes the time from an answer's `Date` header, which has whole seconds. */
export function noteServerTime(header: string | null): void {
  const at = Date.parse(header ?? '');
  if (Number.isNaN(at)) return;
  const difference = at - Date.now();
  // Smaller ones are the header's rounding and the way through the network.
  aheadMs = Math.abs(difference) > 2000 ? difference : 0;
}

/** Milliseconds since the epoch, by the server's clock. */
export function serverNow(): number {
  return Date.now() + aheadMs;
}
