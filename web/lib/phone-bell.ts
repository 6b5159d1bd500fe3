/** The bell of a browser that is a phone (DESIGN.md §5.3): it rings where a browser asks, or need not be answered any more. */
import { type Bell, LOST_SPREAD_MS, openBell } from './bell.ts';

export type PhoneBell = {
  /** Whether it is heard. */
  readonly hears: boolean;
  /** Calls back when it rings, and when it begins or ceases to be heard. Returns what ends that. */
  listen(listener: () => void): () => void;
};

let hears = false;
let isStarted = false;
let bell: Bell | undefined;
const listeners = new Set<() => void>();

export const phoneBell: PhoneBell = {
  get hears() {
    return hears;
  },
  listen(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};

/** Listens while the page is visible, from when it is known that there is a bell and that this browser is a phone. */
export function startPhoneBell(): void {
  if (isStarted) return;
  isStarted = true;
  const keep = () => {
    if (document.visibilityState === 'visible') {
      bell ??= openBell('phone', { onRing: ring, onHearing: noteHearing });
      return;
    }
    bell?.close();
    bell = undefined;
    hears = false;
  };
  document.addEventListener('visibilitychange', keep);
  keep();
}

/** This browser has another cookie as a phone: who listens with the one before is told nothing any more. */
export const renewPhoneBell = (): void => bell?.renew();

function noteHearing(isHeard: boolean): void {
  hears = isHeard;
  setTimeout(ring, isHeard ? 0 : Math.random() * LOST_SPREAD_MS);
}

function ring(): void {
  for (const listener of listeners) listener();
}
