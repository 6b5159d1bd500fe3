/**
 * When to ask for the status (DESIGN.md §5.3): pure decisions over times in milliseconds, all by `performance.now()` of
 * one document. Request fees are most of what a poll costs, so a page that nobody uses asks seldom, and one that nobody
 * sees does not ask.
 */

/** While a sign-in waits, or somebody is active. */
const QUICK_MS = 1000;
/** While the page is merely visible. */
const SLOW_MS = 5000;
/** Somebody is active for this long after the last input. */
const ACTIVE_MS = 60_000;
/** How much longer than the interval a tab waits for the leader's answer, before it asks by itself. */
const GRACE_MS = 4000;
/** A page that has got no answer for this long is locked. */
export const LOCK_AFTER_MS = 10_000;

/** What the operator's `pollAfterMs` is measured against. */
const BASE_MS = 1000;

export type Attention = {
  visible: boolean;
  /** Whether a sign-in waits for its phone. */
  waiting: boolean;
  /** The last input in any tab of this browser. */
  lastInputAt: number;
};

/** The time between the starts of two polls; infinite for a page that nobody sees. */
export function pollInterval({ visible, waiting, lastInputAt }: Attention, pollAfterMs: number, now: number) {
  if (!visible) return Number.POSITIVE_INFINITY;
  const isQuick = waiting || isActive(lastInputAt, now);
  return (isQuick ? QUICK_MS : SLOW_MS) * stretch(pollAfterMs);
}

/** Whether there was input within the last minute. */
export function isActive(lastInputAt: number, now: number): boolean {
  return now - lastInputAt < ACTIVE_MS;
}

/** The operator can only slow pages down: a wrong 0 must not make every page ask without pause. */
function stretch(pollAfterMs: number): number {
  return Number.isFinite(pollAfterMs) ? Math.max(1, pollAfterMs / BASE_MS) : 1;
}

export type Polls = {
  /** When the last poll of any tab began; minus infinity if there was none. */
  lastPollAt: number;
  /** What the last answer said. */
  pollAfterMs: number;
  /** Not before this time, because the server asked for it (`Retry-After`). */
  notBefore: number;
  /** Whether this tab polls for all. */
  leads: boolean;
};

/** How long to wait from `now` until this tab asks; infinite for a page that nobody sees. */
export function untilNextPoll(attention: Attention, polls: Polls, now: number): number {
  const interval = pollInterval(attention, polls.pollAfterMs, now);
  if (interval === Number.POSITIVE_INFINITY) return interval;
  const due = polls.lastPollAt + interval + (polls.leads ? 0 : GRACE_MS);
  return Math.max(0, Math.max(due, polls.notBefore) - now);
}

/**
 * Whether to ask at once, on becoming visible or on the first input after a pause: unless another tab has
 * just asked.
 */
export function isDueAtOnce({ lastPollAt, notBefore }: Polls, now: number): boolean {
  return now - lastPollAt >= QUICK_MS && now >= notBefore;
}

/** Whether the page has waited too long; `unansweredSince` is when the first poll without an answer began. */
export function isSilentTooLong(unansweredSince: number | undefined, now: number): boolean {
  return unansweredSince !== undefined && now - unansweredSince >= LOCK_AFTER_MS;
}
