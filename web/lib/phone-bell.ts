/** The bell of a browser that is a phone (DESIGN.md §5.3): it rings where a browser asks, or need not be answered any more. */
import type { Bell } from './bell.ts';
import { lazyImport } from './lazy-import.ts';

/** Where the bell is lost, not all its hearers begin to ask at the same moment. */
const LOST_SPREAD_MS = 5000;

export type PhoneBell = {
  /** Whether it is heard. */
  readonly hears: boolean;
  /** Calls back when it rings, and when it begins or ceases to be heard. Returns what ends that. */
  listen(listener: () => void): () => void;
};

let hears = false;
let isStarted = false;
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
export async function startPhoneBell(): Promise<void> {
  if (isStarted) return;
  isStarted = true;
  // Without the file, as after a deployment, the page goes on asking by itself.
  const code = await lazyImport(() => import('./bell.ts')).catch(() => undefined);
  if (code === undefined) return;
  let bell: Bell | undefined;
  const keep = () => {
    if (document.visibilityState === 'visible') {
      bell ??= code.openBell('phone', { onRing: ring, onHearing: noteHearing });
      return;
    }
    bell?.close();
    bell = undefined;
    hears = false;
  };
  document.addEventListener('visibilitychange', keep);
  addEventListener('online', () => bell?.renew());
  keep();
}

function noteHearing(isHeard: boolean): void {
  hears = isHeard;
  setTimeout(ring, isHeard ? 0 : Math.random() * LOST_SPREAD_MS);
}

function ring(): void {
  for (const listener of listeners) listener();
}
