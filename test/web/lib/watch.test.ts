import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Watch, watchStatus } from '../../../web/lib/watch.ts';

const ANSWER = {
  status: 'active',
  user: { username: 'susan' },
  expiresAt: '2099-01-01T00:00:00.000Z',
  pollAfterMs: 1000,
  bell: true,
};

const TIMERS = ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'] as const;

/** Opens as soon as it is made. */
class Socket {
  static made = 0;
  static newest: Socket;
  onopen = () => {};
  onclose = () => {};
  constructor() {
    Socket.made++;
    Socket.newest = this;
    queueMicrotask(() => this.onopen());
  }
  send(): void {}
  close(): void {
    queueMicrotask(() => this.onclose());
  }
}

let polls: number;
let page: EventTarget & { visibilityState: string };
let watch: Watch;

/** A page that hears the bell, and has asked all it had to ask. */
beforeEach(async () => {
  vi.useFakeTimers({ toFake: [...TIMERS] });
  polls = 0;
  Socket.made = 0;
  page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const events = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('location', { origin: 'https://nod.example' });
  vi.stubGlobal('navigator', {});
  vi.stubGlobal('BroadcastChannel', undefined);
  vi.stubGlobal('WebSocket', Socket);
  vi.stubGlobal('fetch', async () => {
    polls++;
    return Response.json(ANSWER);
  });
  watch = watchStatus({ of: 'session', onAnswer() {} });
  await passing(10_000);
  polls = 0;
});

afterEach(() => {
  watch.stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

async function passing(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  // What `fetch` answers is read in steps of its own.
  for (let step = 0; step < 20; step++) await new Promise(setImmediate);
}

function show(visibilityState: 'visible' | 'hidden'): void {
  page.visibilityState = visibilityState;
  page.dispatchEvent(new Event('visibilitychange'));
}

describe('a page that hears the bell', () => {
  it('hardly asks', async () => {
    await passing(100_000);
    expect(polls).toBe(0);
  });

  it('asks at once when it is shown again, though it hung up a moment ago', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0.99);
    await passing(20_000);
    show('hidden');
    await passing(1000);
    show('visible');
    await passing(10);
    expect(polls).toBeGreaterThanOrEqual(1);
  });

  it('waits for as long as the server asked for, though the bell is lost meanwhile', async () => {
    vi.stubGlobal('fetch', async () => {
      polls++;
      return new Response('', { status: 429, headers: { 'retry-after': '30' } });
    });
    watch.ask();
    await passing(10);
    Socket.newest.close();
    await passing(25_000);
    expect(polls).toBe(1);
    await passing(10_000);
    expect(polls).toBeGreaterThanOrEqual(2);
  });

  it('asks and listens anew when the machine has slept, which no timer has counted', async () => {
    const { made } = Socket;
    vi.setSystemTime(Date.now() + 3_600_000);
    await passing(6000);
    expect(polls).toBeGreaterThanOrEqual(1);
    expect(Socket.made).toBe(made + 1);
  });
});
