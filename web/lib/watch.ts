/**
 * Watches the status of this browser's session, or of its waiting sign-in (DESIGN.md §5.3). `poll-timing.ts`
 * decides when to ask and `leader-election.ts` which tab asks; every tab gets every answer, whoever asked.
 */
import type { StatusResponse } from '../../shared/responses.ts';
import { ApiError, call, Unreachable } from './api.ts';
import { onInput } from './input.ts';
import { electLeader } from './leader-election.ts';
import { isActive, isDueAtOnce, isSilentTooLong, LOCK_AFTER_MS, untilNextPoll } from './poll-timing.ts';
import { openChannel } from './tabs.ts';

/** A poll that takes longer counts as unanswered. */
const POLL_TIMEOUT_MS = 5000;
/** Tabs tell each other of input at most this often; it is judged by the minute. */
const TELL_INPUT_MS = 5000;

export type WatchOptions = {
  /** The session cookie's session, or the sign-in that waits for its phone. */
  of: 'session' | 'signin';
  /** Every answer, in the order in which it was asked for. */
  onAnswer(answer: StatusResponse): void;
  /** No answer has come for ten seconds, or one has come again. */
  onSilence?(isSilent: boolean): void;
};

export type Watch = {
  /** Asks now, whatever the timing says. */
  ask(): void;
  /**
   * Neither asks nor listens while the cookie is being swapped for another: what is asked until then is about
   * the one before. Asks at once afterwards.
   */
  during<T>(swap: () => Promise<T>): Promise<T>;
  stop(): void;
};

/**
 * What tabs tell each other. No time of day: a clock can be set, and documents count theirs from different beginnings.
 * Each poll is told of when it begins, so that every tab knows by itself in which order polls began, and when.
 */
type Message =
  | { kind: 'asked'; poll: string }
  | { kind: 'answer'; poll: string; answer: StatusResponse }
  /** `unansweredMs`: for how long that tab has had no answer. */
  | { kind: 'failure'; poll: string; unansweredMs: number; retryAfterMs: number }
  | { kind: 'input' };

/** Starts to watch: asks at once, then in the rhythm of `poll-timing.ts`, until it is stopped. */
export function watchStatus({ of, onAnswer, onSilence = () => {} }: WatchOptions): Watch {
  const channel = openChannel<Message>(`nod-polls-${of}`, hear);
  const stopped = new AbortController();
  const { signal } = stopped;
  const polls = { lastPollAt: Number.NEGATIVE_INFINITY, pollAfterMs: 1000, notBefore: 0 };
  // Opening the page counts as input.
  let lastInputAt = performance.now();
  let inputToldAt = Number.NEGATIVE_INFINITY;
  /**
   * The polls under way in all tabs, in the order in which they began. What is not among them began before this watch,
   * and so may be about an earlier cookie, or before one that is answered already.
   */
  const underWay = new Set<string>();
  let unansweredSince: number | undefined;
  let isSilent = false;
  let isAsking = false;
  let isSwapping = false;
  let pollTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;

  const leadership = electLeader(`nod-polls-${of}`, schedule);
  onInput(noteInput, signal);
  document.addEventListener('visibilitychange', onVisibility, { signal });
  addEventListener('online', () => void ask(), { signal });
  addEventListener('offline', () => void ask(), { signal });
  void ask();

  function schedule(): void {
    clearTimeout(pollTimer);
    if (signal.aborted || isAsking || isSwapping) return;
    const wait = untilNextPoll(attention(), { ...polls, leads: leadership.leads }, performance.now());
    if (wait !== Number.POSITIVE_INFINITY) pollTimer = setTimeout(() => void ask(), wait);
  }

  function attention() {
    return { visible: document.visibilityState === 'visible', waiting: of === 'signin', lastInputAt };
  }

  async function ask(): Promise<void> {
    // A hidden page does not ask; it asks as soon as it is visible again.
    if (isAsking || isSwapping || signal.aborted || document.visibilityState !== 'visible') return;
    isAsking = true;
    const poll = crypto.randomUUID();
    tell({ kind: 'asked', poll });
    noteUnanswered(performance.now());
    try {
      const query = of === 'signin' ? { of } : {};
      const answer = await call('status', { query, timeoutMs: POLL_TIMEOUT_MS });
      tell({ kind: 'answer', poll, answer });
    } catch (error) {
      if (!(error instanceof ApiError || error instanceof Unreachable)) throw error;
      const retryAfterMs = error instanceof ApiError ? (error.retryAfter ?? 0) * 1000 : 0;
      const now = performance.now();
      tell({ kind: 'failure', poll, unansweredMs: now - (unansweredSince ?? now), retryAfterMs });
    } finally {
      isAsking = false;
      schedule();
    }
  }

  function tell(message: Message): void {
    if (signal.aborted) return;
    channel.post(message);
    hear(message);
  }

  function hear(message: Message): void {
    if (signal.aborted) return;
    const now = performance.now();
    switch (message.kind) {
      case 'input':
        lastInputAt = now;
        break;
      case 'asked':
        underWay.add(message.poll);
        polls.lastPollAt = now;
        break;
      case 'failure':
        if (!underWay.delete(message.poll)) break;
        polls.notBefore = now + message.retryAfterMs;
        noteUnanswered(now - message.unansweredMs);
        break;
      case 'answer':
        noteAnswer(message.poll, message.answer);
    }
    schedule();
  }

  /** An earlier poll's answer may arrive after a later one's; it is ignored. */
  function noteAnswer(poll: string, answer: StatusResponse): void {
    if (!underWay.has(poll)) return;
    for (const earlier of underWay) {
      underWay.delete(earlier);
      if (earlier === poll) break;
    }
    polls.pollAfterMs = answer.pollAfterMs;
    polls.notBefore = 0;
    noteAnswered();
    if (!isSwapping) onAnswer(answer);
  }

  function noteUnanswered(since: number): void {
    unansweredSince ??= since;
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(judgeSilence, Math.max(0, unansweredSince + LOCK_AFTER_MS - performance.now()));
  }

  function noteAnswered(): void {
    unansweredSince = undefined;
    judgeSilence();
  }

  function judgeSilence(): void {
    clearTimeout(silenceTimer);
    const before = isSilent;
    isSilent = isSilentTooLong(unansweredSince, performance.now());
    if (isSilent !== before) onSilence(isSilent);
  }

  function noteInput(): void {
    const now = performance.now();
    const isAfterPause = !isActive(lastInputAt, now);
    lastInputAt = now;
    if (isAfterPause || now - inputToldAt >= TELL_INPUT_MS) {
      inputToldAt = now;
      channel.post({ kind: 'input' });
    }
    if (!isAfterPause) return;
    if (isDueAtOnce({ ...polls, leads: true }, now)) void ask();
    else schedule();
  }

  function onVisibility(): void {
    if (document.visibilityState !== 'visible') {
      clearTimeout(pollTimer);
      clearTimeout(silenceTimer);
      // A hidden page does not ask, so that it got no answer in that time does not mean that Nod is unreachable.
      if (!isSilent) unansweredSince = undefined;
      return;
    }
    if (isDueAtOnce({ ...polls, leads: true }, performance.now())) void ask();
    else schedule();
  }

  async function during<T>(swap: () => Promise<T>): Promise<T> {
    isSwapping = true;
    try {
      return await swap();
    } finally {
      isSwapping = false;
      // What is still on its way is about the cookie before.
      underWay.clear();
      if (isAsking) schedule();
      else void ask();
    }
  }

  return {
    ask: () => void ask(),
    during,
    stop() {
      stopped.abort();
      clearTimeout(pollTimer);
      clearTimeout(silenceTimer);
      leadership.resign();
      channel.close();
    },
  };
}
