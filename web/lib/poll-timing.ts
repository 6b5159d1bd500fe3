/**
 * When to ask for the status (DESIGN.md §5.3): pure decisions over times in milliseconds, all by `performance.now()` of
 * one document. Request fees are most of what a poll costs, so a page that nobody uses asks seldom, and one that nobody
 * sees does not ask.
 */

/** While a sign-in waits, or somebody is active. */
const QUICK_MS = 1000;
/** While the page is merely visible. */
const SLOW_MS = 5000;
/**
 * While the bell says when to ask, for what it may have missed. The same for a page in use, which calls `me` as often
 * (`activity.ts`), and hears from whatever else it calls that its session is over.
 */
const RUNG_MS = 300_000;
/** The same while somebody waits with a number in front of them. */
const RUNG_WAITING_MS = 10_000;
/** What the bell says several times at once is asked for once. */
const RUNG_AGAIN_MS = 300;
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
  /** Whether the bell is heard, in this tab or in the one that leads. */
  hears: boolean;
};

/** The time between the starts of two polls; infinite for a page that nobody sees. */
export function pollInterval(
  { visible, waiting, lastInputAt, hears }: Attention,
  pollAfterMs: number,
  now: number,
): number {
  if (!visible) return Number.POSITIVE_INFINITY;
  if (hears) return waiting ? RUNG_WAITING_MS : RUNG_MS;
  return (waiting || isActive(lastInputAt, now) ? QUICK_MS : SLOW_MS) * stretch(pollAfterMs);
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
  /** When the last answer changes by itself, without anybody who could ring: a session's end, a phone that is not heard of. */
  changesAt: number;
  /** Whether the bell has rung since the last poll began. */
  isRung: boolean;
};

/** How long to wait from `now` until this tab asks; infinite for a page that nobody sees. */
export function untilNextPoll(attention: Attention, polls: Polls, now: number): number {
  const interval = pollInterval(attention, polls.pollAfterMs, now);
  if (interval === Number.POSITIVE_INFINITY) return interval;
  const { lastPollAt, changesAt, notBefore } = polls;
  // Not at once where an answer has just come that is about to change, or should have: clocks are never quite the same.
  const changes = attention.hears ? Math.max(changesAt, lastPollAt + QUICK_MS) : Number.POSITIVE_INFINITY;
  const due = polls.isRung ? lastPollAt + RUNG_AGAIN_MS : Math.min(lastPollAt + interval, changes);
  return Math.max(0, Math.max(due + (polls.leads ? 0 : GRACE_MS), notBefore) - now);
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
