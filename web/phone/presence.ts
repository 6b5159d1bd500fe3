/**
 * Sends a heartbeat for the browsers that were let in only while this phone is here. It goes on over all screens of
 * the page, as long as there is such a browser.
 */
import { call } from '../lib/api.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { UNTIL_SHOWN, whileVisible } from '../lib/while-visible.ts';
import type { PhoneContext } from './screen.ts';

/** A third of the 90 seconds after which a browser locks: two heartbeats may get lost. */
const EVERY_MS = 30_000;

export class Presence {
  /** How many browsers are kept unlocked. */
  #bound = 0;
  #isAwake = false;
  #stop: (() => void) | undefined;
  readonly #context: PhoneContext;

  constructor(context: PhoneContext) {
    this.#context = context;
  }

  /** Asks at once whether there is anything to keep unlocked, and goes on for as long as there is. */
  start(): void {
    this.#stop?.();
    this.#stop = whileVisible(EVERY_MS, async () => {
      const pause = await this.#context.reaching(() => this.#beat());
      return pause ?? (this.#bound === 0 ? UNTIL_SHOWN : EVERY_MS);
    });
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#keep(0);
  }

  async #beat(): Promise<void> {
    const { bound } = await call('presence');
    if (bound > 0) this.#isAwake = await requestWakeLock();
    if (this.#stop === undefined) return releaseWakeLock();
    this.#keep(bound);
  }

  #keep(bound: number): void {
    if (bound === 0) releaseWakeLock();
    const isNews = this.#bound !== bound;
    this.#bound = bound;
    if (isNews) this.#context.redraw();
  }

  template(): View {
    if (this.#bound === 0) return nothing;
    return html`
      <section class="card kept" aria-labelledby="kept-title">
        <span class="dot" aria-hidden="true"></span>
        <h2 id="kept-title">${messages.phoneSettings.unlocked(this.#bound)}</h2>
        <p>
          <span>${messages.phoneSettings.unlockedMore(this.#bound)}</span>
          <span>${this.#isAwake ? messages.phoneSettings.awake : messages.phoneSettings.keepAwake}</span>
        </p>
      </section>
    `;
  }
}

/** Keeps the phone's screen on (Screen Wake Lock API). The browser lets go of it whenever the page is hidden. */
let lock: WakeLockSentinel | undefined;

/** Answers whether the screen stays on: a battery that runs low, or a browser without the API, says no. */
export async function requestWakeLock(): Promise<boolean> {
  if (lock !== undefined && !lock.released) return true;
  try {
    lock = await navigator.wakeLock.request('screen');
    return true;
  } catch {
    return false;
  }
}

export function releaseWakeLock(): void {
  void lock?.release();
  lock = undefined;
}
