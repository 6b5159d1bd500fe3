/** What the phone page and its screens know of each other. */
import type { View } from '../lib/html.ts';
import type { Authenticator } from './authenticator.ts';

/** One thing that the phone shows at a time: what is read above, what is decided below under the thumb. */
export type Screen = {
  /** Names the screen in the browser's tab. */
  title: string;
  body(): View;
  /** The decision, at the bottom of the screen. */
  actions?(): View;
  /** Whether the phone's settings are reached from here. */
  hasSettings?: true;
  /** What gets the focus when the screen comes on; its heading unless said otherwise. */
  focus?: string;
  /** Starts what the screen needs while it is on; what it returns is called when it goes. */
  enter?(): () => void;
};

/**
 * What a screen may ask of the page that it is on. Where a screen leads, it does not know: it is given a function for
 * each thing that can come of it.
 */
export type PhoneContext = {
  readonly authenticator: Authenticator;
  /** Whether the browser that waits is this one. */
  readonly isHere: boolean;
  /** Shows what has changed. */
  redraw(): void;
  /**
   * Runs what repeats by itself: a lost connection becomes a quiet bar and not an error. Answers how long to
   * wait before the next time, where that is not as usual.
   */
  reaching(task: () => Promise<void>): Promise<number | undefined>;
  /**
   * What to tell the person of something that failed. `undefined`: the server does not know this phone any more, and
   * the page has gone on to say so.
   */
  sentenceOf(error: unknown): string | undefined;
};
