/**
 * Watches the status of this browser's session, or of its waiting sign-in (DESIGN.md §5.3). `poll-timing.ts`
 * decides when to ask and `leader-election.ts` which tab asks; every tab gets every answer, whoever asked.
 */
import type { StatusResponse } from '../../shared/responses.ts';
import { ApiError, call, Unreachable } from './api.ts';
import { type Bell, LOST_SPREAD_MS, openBell } from './bell.ts';
import { ownClock, serverNow } from './clock.ts';
import { onInput } from './input.ts';
import { electLeader } from './leader-election.ts';
import { isActive, isDueAtOnce, isSilentTooLong, LOCK_AFTER_MS, untilNextPoll } from './poll-timing.ts';
import { openChannel } from './tabs.ts';

const RING = 'nod-ring';

/** A poll that takes longer counts as unanswered. */
const POLL_TIMEOUT_MS = 5000;
/** Tabs tell each other of input at most this often; it is judged by the minute. */
const TELL_INPUT_MS = 5000;
/** How often a page looks whether the machine has slept, and what is too short to be a sleep. */
const AWAKE_EVERY_MS = 5000;
const NO_SLEEP_MS = 5000;

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
  | { kind: 'input' }
  /** Said by the tab that leads. */
  | { kind: 'bell'; hears: boolean };

/** Starts to watch: asks at once, then in the rhythm of `poll-timing.ts`, until it is stopped. */
export function watchStatus({ of, onAnswer, onSilence = () => {} }: WatchOptions): Watch {
  const channel = openChannel<Message>(`nod-polls-${of}`, hear);
  const stopped = new AbortController();
  const { signal } = stopped;
  const polls = {
    lastPollAt: Number.NEGATIVE_INFINITY,
    pollAfterMs: 1000,
    notBefore: 0,
    changesAt: Number.POSITIVE_INFINITY,
    isRung: false,
  };
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
  /** Whether there is a bell to be heard, and whether it is, here or in the tab that leads. */
  let hasBell = false;
  let hears = false;
  let bell: Bell | undefined;
  /** Whether it has rung since the last answer. */
  let hasRung = false;

  const leadership = electLeader(`nod-polls-${of}`, onElected);
  onInput(noteInput, signal);
  document.addEventListener('visibilitychange', onVisibility, { signal });
  addEventListener('online', () => void ask(), { signal });
  addEventListener('offline', () => void ask(), { signal });
  const staysAwake = setInterval(noteSleep, AWAKE_EVERY_MS);
  let aheadMs = ownClock() - performance.now();
  void ask();

  function schedule(): void {
    // First: it may schedule by itself.
    keepBell();
    clearTimeout(pollTimer);
    if (signal.aborted || isAsking || isSwapping) return;
    const wait = untilNextPoll(attention(), { ...polls, leads: leadership.leads }, performance.now());
    if (wait !== Number.POSITIVE_INFINITY) pollTimer = setTimeout(() => void ask(), wait);
  }

  function attention() {
    const visible = document.visibilityState === 'visible';
    // Where a poll was not answered, another one has to follow soon, whoever would say that something is new.
    return { visible, waiting: of === 'signin', lastInputAt, hears: hears && unansweredSince === undefined };
  }

  async function ask(): Promise<void> {
    // A hidden page does not ask; it asks as soon as it is visible again.
    if (isAsking || isSwapping || signal.aborted || document.visibilityState !== 'visible') return;
    isAsking = true;
    polls.isRung = false;
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
        // Whoever has just opened must know that there is somebody who listens for it.
        if (bell !== undefined && hears && !isAsking) channel.post({ kind: 'bell', hears });
        break;
      case 'failure':
        if (!underWay.delete(message.poll)) break;
        polls.notBefore = now + message.retryAfterMs;
        noteUnanswered(now - message.unansweredMs);
        break;
      case 'answer':
        noteAnswer(message.poll, message.answer);
        break;
      case 'bell':
        // Not where this tab has hung up because it is hidden: it asks at once when it is seen again.
        if (hears && !message.hears && document.visibilityState === 'visible') {
          polls.notBefore = Math.max(polls.notBefore, now + Math.random() * LOST_SPREAD_MS);
        }
        hears = message.hears;
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
    polls.changesAt = performance.now() + untilChange(answer);
    hasBell = answer.bell === true;
    // What rang may have been the end of the session that it listens to, where this browser has the next one already.
    if (hasRung && of === 'session' && answer.user !== undefined) bell?.renew();
    hasRung = false;
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

  /** Only the tab that leads listens, while somebody sees it, and not while the cookie is on its way to be another. */
  function keepBell(): void {
    const listens = hasBell && leadership.leads && !isSwapping && !signal.aborted;
    if (listens) {
      bell ??= openBell(of, { onRing: noteRing, onHearing: noteHearing });
    } else if (bell !== undefined) {
      bell.close();
      bell = undefined;
      noteHearing(false);
    }
  }

  function noteRing(): void {
    dispatchEvent(new Event(RING));
    polls.isRung = true;
    hasRung = true;
    schedule();
  }

  function noteHearing(isHeard: boolean): void {
    // What has changed while nobody listened is asked for once.
    if (isHeard) polls.isRung = true;
    tell({ kind: 'bell', hears: isHeard });
  }

  /**
   * While a machine sleeps neither `performance.now()` nor timers go on in some browsers, and connections may end without
   * a word: what has changed meanwhile is asked for. (Somebody who sets the clock only makes the page ask once more.)
   */
  function noteSleep(): void {
    const before = aheadMs;
    aheadMs = ownClock() - performance.now();
    if (aheadMs - before < NO_SLEEP_MS) return;
    bell?.renew();
    void ask();
  }

  /** Whether the bell is heard is for this tab to find out now. */
  function onElected(): void {
    if (hears) tell({ kind: 'bell', hears: false });
    else schedule();
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
      keepBell();
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
    keepBell();
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
      clearInterval(staysAwake);
      keepBell();
      leadership.resign();
      channel.close();
    },
  };
}

/** Calls back when the bell rings for this tab. Returns what ends that. */
export function onRing(listener: () => void): () => void {
  addEventListener(RING, listener);
  return () => removeEventListener(RING, listener);
}

/** In how many milliseconds an answer is another one without anybody's doing. */
function untilChange({ expiresAt, awayAt }: StatusResponse): number {
  const times = [expiresAt, awayAt].flatMap((at) => (at === undefined ? [] : [Date.parse(at) - serverNow()]));
  return Math.min(Number.POSITIVE_INFINITY, ...times);
}
