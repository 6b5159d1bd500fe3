import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bell, openBell } from '../../../web/lib/bell.ts';

const MINUTE = 60_000;

/** The browser's end of a connection, of which the tests are the other one. */
class Socket {
  static made: Socket[] = [];
  onopen = () => {};
  onmessage = (_: { data: unknown }) => {};
  onclose = () => {};
  sent: string[] = [];
  isClosed = false;
  readonly address: string;

  constructor(address: string) {
    this.address = address;
    Socket.made.push(this);
  }

  send(message: string): void {
    this.sent.push(message);
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    // As in a browser: later, and not in the call.
    queueMicrotask(() => this.onclose());
  }
}

const newest = (): Socket => Socket.made.at(-1) as Socket;
const heard: string[] = [];
let bell: Bell;

function open(): Bell {
  bell = openBell('session', {
    onRing: () => heard.push('ring'),
    onHearing: (hears) => heard.push(hears ? 'hears' : 'deaf'),
  });
  return bell;
}

/** What the other end, or the network, does. */
async function hangUp(socket: Socket): Promise<void> {
  socket.isClosed = true;
  socket.onclose();
  await Promise.resolve();
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('location', { origin: 'https://nod.example' });
  vi.stubGlobal('WebSocket', Socket);
  Socket.made = [];
  heard.length = 0;
});

afterEach(() => {
  bell.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the bell', () => {
  it('connects to this very host, with nothing but what it is about', () => {
    open();
    expect(newest().address).toBe('wss://nod.example/live?of=session');
  });

  it('is heard once it is open, and rings for the one message there is', () => {
    open();
    expect(heard).toEqual([]);
    newest().onopen();
    for (const data of ['look', 'Look', '', '{"message":"Forbidden"}', new ArrayBuffer(4), 'look']) {
      newest().onmessage({ data });
    }
    expect(heard).toEqual(['hears', 'ring', 'ring']);
  });

  it('says every nine minutes that it is here', () => {
    open();
    const socket = newest();
    socket.onopen();
    vi.advanceTimersByTime(28 * MINUTE);
    expect(socket.sent).toEqual(['here', 'here', 'here']);
  });

  it('is made anew before two hours are over, and heard all the while', async () => {
    open();
    const first = newest();
    first.onopen();
    await vi.advanceTimersByTimeAsync(106 * MINUTE);
    expect(Socket.made).toHaveLength(2);
    expect(first.isClosed).toBe(false);
    first.onmessage({ data: 'look' });
    newest().onopen();
    await vi.advanceTimersByTimeAsync(1000);
    expect(first.isClosed).toBe(true);
    first.onmessage({ data: 'look' });
    expect(heard).toEqual(['hears', 'ring', 'hears']);
    expect(Socket.made).toHaveLength(2);
  });

  it('goes on with the one it has where it cannot be made anew, and tries again', async () => {
    open();
    const first = newest();
    first.onopen();
    await vi.advanceTimersByTimeAsync(105 * MINUTE);
    await hangUp(newest());
    first.onmessage({ data: 'look' });
    expect(heard).toEqual(['hears', 'ring']);
    await vi.advanceTimersByTimeAsync(5000);
    expect(Socket.made).toHaveLength(3);
    await hangUp(first);
    expect(heard).toEqual(['hears', 'ring', 'deaf']);
    newest().onopen();
    expect(heard.at(-1)).toBe('hears');
    expect(Socket.made).toHaveLength(3);
  });

  it.for([
    ['at once', 0, 0],
    ['in the middle of a minute', 0.5, 30_000],
    ['at its end', 0.999, 59_940],
  ] as const)('that many lose at the same moment is asked for %s', async ([, random, afterMs]) => {
    vi.spyOn(Math, 'random').mockReturnValue(random);
    open();
    newest().onopen();
    await hangUp(newest());
    expect(heard).toEqual(['hears', 'deaf']);
    await vi.advanceTimersByTimeAsync(Math.max(0, afterMs - 1));
    expect(Socket.made).toHaveLength(afterMs === 0 ? 2 : 1);
    await vi.advanceTimersByTimeAsync(2);
    expect(Socket.made).toHaveLength(2);
  });

  it('is asked for less and less often where it is refused, and not seldomer than every five minutes', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.999);
    open();
    const gaps: number[] = [];
    for (let tries = 1; tries <= 10; tries++) {
      const at = performance.now();
      await hangUp(newest());
      while (Socket.made.length === tries) await vi.advanceTimersByTimeAsync(500);
      gaps.push(Math.round((performance.now() - at) / 1000));
    }
    expect(gaps).toEqual([4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    expect(heard).toEqual([]);
  });

  it('is nothing where a browser has none, or refuses', async () => {
    vi.stubGlobal('WebSocket', function refusing() {
      throw new DOMException('blocked', 'SecurityError');
    });
    open();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(heard).toEqual([]);
  });

  it.for(['connecting', 'open', 'lost', 'refused'] as const)(
    'that is closed while it is %s stays closed',
    async (when) => {
      open();
      if (when !== 'connecting') newest().onopen();
      if (when === 'lost' || when === 'refused') await hangUp(newest());
      const told = heard.length;
      bell.close();
      if (when === 'connecting') newest().onopen();
      await vi.advanceTimersByTimeAsync(200 * MINUTE);
      expect(Socket.made.every(({ isClosed }) => isClosed)).toBe(true);
      expect(Socket.made).toHaveLength(1);
      expect(heard).toHaveLength(told);
    },
  );

  it('is renewed without a gap where the cookie may be another', async () => {
    open();
    const first = newest();
    first.onopen();
    bell.renew();
    expect(first.isClosed).toBe(false);
    newest().onopen();
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(first.isClosed).toBe(true);
    expect(heard).toEqual(['hears', 'hears']);
  });
});
