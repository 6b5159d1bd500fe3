/**
 * The bell (DESIGN.md §5.3): a connection over which the server says when to ask, and nothing else. What hears it asks at
 * once, so that one which is forged, late or lost changes nothing but the time.
 */

/** What a connection is about: this browser's session, its waiting sign-in, or the phone that it is. */
export type BellOf = 'session' | 'signin' | 'phone';

export type BellOptions = {
  onRing(): void;
  /** Whether it is heard from now on. */
  onHearing(hears: boolean): void;
};

export type Bell = {
  /** Connects anew, where the cookie may be another. */
  renew(): void;
  close(): void;
};

/** Where the bell is lost, all its hearers go back to polling, and do not begin at the same moment. */
export const LOST_SPREAD_MS = 5000;
/** The only message there is. */
const LOOK = 'look';
const MINUTE_MS = 60_000;
/** API Gateway closes a connection on which nothing was said for ten minutes, and every one after two hours. */
const HERE_EVERY_MS = 9 * MINUTE_MS;
const RENEWED_AFTER_MS = 105 * MINUTE_MS;
/** What many browsers lose at once, they do not ask for at once. */
const SPREAD_OVER_MS = MINUTE_MS;
const FIRST_RETRY_MS = 2000;
const LAST_RETRY_MS = 5 * MINUTE_MS;

/** Connects, and connects again for as long as it is not closed. */
export function openBell(of: BellOf, { onRing, onHearing }: BellOptions): Bell {
  let current: WebSocket | undefined;
  let next: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isClosed = false;
  let failures = 0;
  connect();

  /** The one before is heard until the next one is. */
  function connect(): void {
    clearTimeout(timer);
    if (isClosed) return;
    const socket = socketTo(of);
    next = socket;
    if (socket === undefined) {
      failed();
      return;
    }
    let here: ReturnType<typeof setInterval> | undefined;
    socket.onopen = () => {
      // Not earlier: a browser complains of what is closed before it is open.
      if (socket !== next) {
        socket.close();
        return;
      }
      const before = current;
      [current, next, failures] = [socket, undefined, 0];
      before?.close();
      here = setInterval(() => socket.send('here'), HERE_EVERY_MS);
      again(RENEWED_AFTER_MS * between(0.9, 1));
      onHearing(true);
    };
    socket.onmessage = ({ data }) => {
      if (socket === current && data === LOOK) onRing();
    };
    socket.onclose = () => {
      clearInterval(here);
      if (socket === next) {
        next = undefined;
        failed();
      } else if (socket === current) {
        lost();
      }
    };
  }

  function failed(): void {
    failures++;
    again(Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** failures) * between(0.5, 1));
  }

  function lost(): void {
    current = undefined;
    // A renewal under way goes on.
    if (next === undefined) again(between(0, SPREAD_OVER_MS));
    onHearing(false);
  }

  function again(afterMs: number): void {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(connect, afterMs);
  }

  return {
    renew: connect,
    close() {
      isClosed = true;
      clearTimeout(timer);
      const before = current;
      [current, next] = [undefined, undefined];
      before?.close();
    },
  };
}

/** `undefined` where the browser refuses, or has none. */
function socketTo(of: BellOf): WebSocket | undefined {
  try {
    return new WebSocket(`${location.origin.replace('http', 'ws')}/live?of=${of}`);
  } catch {
    return undefined;
  }
}

/** Anything between two numbers, so that browsers do not go in step. */
function between(least: number, most: number): number {
  return least + Math.random() * (most - least);
}
