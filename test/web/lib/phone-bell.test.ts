import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const sockets: { onopen(): void; onclose(): void; close(): void; isClosed: boolean }[] = [];

class Socket {
  isClosed = false;
  onopen = () => {};
  onclose = () => {};
  constructor() {
    sockets.push(this);
  }
  close(): void {
    this.isClosed = true;
  }
}

beforeEach(() => {
  vi.stubGlobal('location', { origin: 'https://nod.example' });
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('WebSocket', Socket);
});
afterEach(() => vi.unstubAllGlobals());

it('a phone with another cookie listens anew, because with the one before it would hear nothing', async () => {
  const { phoneBell, renewPhoneBell, startPhoneBell } = await import('../../../web/lib/phone-bell.ts');
  renewPhoneBell();
  expect(sockets).toHaveLength(0);
  startPhoneBell();
  sockets[0]?.onopen();
  expect(phoneBell.hears).toBe(true);
  renewPhoneBell();
  expect(sockets).toHaveLength(2);
  sockets[1]?.onopen();
  expect(sockets.map(({ isClosed }) => isClosed)).toEqual([true, false]);
  expect(phoneBell.hears).toBe(true);
});
