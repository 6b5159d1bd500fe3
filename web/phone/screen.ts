import type { View } from '../lib/html.ts';

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
