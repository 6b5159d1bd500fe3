/**
 * Watches the status of this browser's session, or of its waiting sign-in (DESIGN.md §5.3). `poll-timing.ts`
 * decides when to ask and `leader-election.ts` which tab asks; every tab gets every answer, whoever asked.
 */
import type { StatusResponse } from '../../shared/responses.ts';
import { ApiError, call, Unreachable } from './api.ts';
import { onInput } from './input.ts';
import { electLeader } from './leader-election.ts';
import { isActive, isDueAtOnce, isSilentTooLong, LOCK_AFTER_MS, untilNextPoll } from './poll-timing.ts';

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

type Message =
  | { kind: 'answer'; askedAt: number; answer: StatusResponse }
  | { kind: 'failure'; askedAt: number; unansweredSince: number; notBefore: number }
  | { kind: 'input'; at: number };

/** Starts to watch: asks at once, then in the rhythm of `poll-timing.ts`, until it is stopped. */
export function watchStatus({ of, onAnswer, onSilence = () => {} }: WatchOptions): Watch {
  const channel = new BroadcastChannel(`nod-watch-${of}`);
  const stopped = new AbortController();
  const { signal } = stopped;
  const polls = { lastPollAt: Number.NEGATIVE_INFINITY, pollAfterMs: 1000, notBefore: 0 };
  // Opening the page counts as input.
  let lastInputAt = Date.now();
  let inputToldAt = 0;
  // What was asked before this began may be about an earlier cookie.
  let lastAnswerAskedAt = Date.now();
  let unansweredSince: number | undefined;
  let isSilent = false;
  let isAsking = false;
  let isSwapping = false;
  let pollTimer: ReturnType<typeof setTimeout> | undefined;
  let silenceTimer: ReturnType<typeof setTimeout> | undefined;

  const leadership = electLeader(`nod-watch-${of}`, schedule);
  channel.onmessage = ({ data }: MessageEvent<Message>) => hear(data);
  onInput(noteInput, signal);
  document.addEventListener('visibilitychange', onVisibility, { signal });
  addEventListener('online', () => void ask(), { signal });
  addEventListener('offline', () => void ask(), { signal });
  void ask();

  function schedule(): void {
    clearTimeout(pollTimer);
    if (signal.aborted || isAsking || isSwapping) return;
    const wait = untilNextPoll(attention(), { ...polls, leads: leadership.leads }, Date.now());
    if (wait !== Number.POSITIVE_INFINITY) pollTimer = setTimeout(() => void ask(), wait);
  }

  function attention() {
    return { visible: document.visibilityState === 'visible', waiting: of === 'signin', lastInputAt };
  }

  async function ask(): Promise<void> {
    // A hidden page does not ask; it asks as soon as it is visible again.
    if (isAsking || isSwapping || signal.aborted || document.visibilityState !== 'visible') return;
    isAsking = true;
    const askedAt = Date.now();
    polls.lastPollAt = askedAt;
    noteUnanswered(askedAt);
    try {
      const query = of === 'signin' ? { of } : {};
      const answer = await call('status', { query, timeoutMs: POLL_TIMEOUT_MS });
      tell({ kind: 'answer', askedAt, answer });
    } catch (error) {
      if (!(error instanceof ApiError || error instanceof Unreachable)) throw error;
      const retryAfter = error instanceof ApiError ? (error.retryAfter ?? 0) : 0;
      const notBefore = askedAt + retryAfter * 1000;
      tell({ kind: 'failure', askedAt, unansweredSince: unansweredSince ?? askedAt, notBefore });
    } finally {
      isAsking = false;
      schedule();
    }
  }

  function tell(message: Message): void {
    if (signal.aborted) return;
    channel.postMessage(message);
    hear(message);
  }

  function hear(message: Message): void {
    if (signal.aborted) return;
    if (message.kind === 'input') {
      lastInputAt = Math.max(lastInputAt, message.at);
    } else {
      polls.lastPollAt = Math.max(polls.lastPollAt, message.askedAt);
      if (message.kind === 'failure') {
        polls.notBefore = message.notBefore;
        noteUnanswered(message.unansweredSince);
      } else if (message.askedAt >= lastAnswerAskedAt) {
        // An older call's answer may arrive after a newer one's; it is ignored.
        lastAnswerAskedAt = message.askedAt;
        polls.pollAfterMs = message.answer.pollAfterMs;
        polls.notBefore = 0;
        noteAnswered();
        if (!isSwapping) onAnswer(message.answer);
      }
    }
    schedule();
  }

  function noteUnanswered(since: number): void {
    unansweredSince ??= since;
    clearTimeout(silenceTimer);
    silenceTimer = setTimeout(judgeSilence, Math.max(0, unansweredSince + LOCK_AFTER_MS - Date.now()));
  }

  function noteAnswered(): void {
    unansweredSince = undefined;
    judgeSilence();
  }

  function judgeSilence(): void {
    clearTimeout(silenceTimer);
    const before = isSilent;
    isSilent = isSilentTooLong(unansweredSince, Date.now());
    if (isSilent !== before) onSilence(isSilent);
  }

  function noteInput(): void {
    const now = Date.now();
    const isAfterPause = !isActive(lastInputAt, now);
    lastInputAt = now;
    if (isAfterPause || now - inputToldAt >= TELL_INPUT_MS) {
      inputToldAt = now;
      channel.postMessage({ kind: 'input', at: now } satisfies Message);
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
    if (isDueAtOnce({ ...polls, leads: true }, Date.now())) void ask();
    else schedule();
  }

  async function during<T>(swap: () => Promise<T>): Promise<T> {
    isSwapping = true;
    try {
      return await swap();
    } finally {
      isSwapping = false;
      lastAnswerAskedAt = Date.now();
      // An answer that is still on its way is about the cookie before.
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
