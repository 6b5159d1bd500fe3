import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const NOW = Date.parse('2026-03-05T12:00:00Z');
const HOUR = 3_600_000;

/** The clock of a page that has just been opened. */
async function clock(): Promise<typeof import('../../../web/lib/clock.ts')> {
  vi.resetModules();
  return import('../../../web/lib/clock.ts');
}

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

describe('the server’s clock', () => {
  it.for([
    ['Thu, 05 Mar 2026 12:10:00 GMT', 600],
    ['Thu, 05 Mar 2026 11:59:00 GMT', -60],
    // The header has whole seconds, and the answer was under way for a while.
    ['Thu, 05 Mar 2026 11:59:58 GMT', 0],
  ] as const)('is told by %s: %i seconds off', async ([header, seconds]) => {
    const { noteServerTime, serverNow } = await clock();
    noteServerTime(header);
    expect(serverNow()).toBe(NOW + seconds * 1000);
  });

  it.for([null, '', 'soon'])('stays as it was after %j', async (header) => {
    const { noteServerTime, serverNow } = await clock();
    noteServerTime('Thu, 05 Mar 2026 12:10:00 GMT');
    noteServerTime(header);
    expect(serverNow()).toBe(NOW + 600_000);
  });

  it.for([-HOUR, -60_000, 60_000, HOUR, 24 * HOUR])(
    'goes on as it was where the computer’s is set by %i ms',
    async (by) => {
      const { noteServerTime, serverNow } = await clock();
      noteServerTime('Thu, 05 Mar 2026 12:10:00 GMT');
      vi.setSystemTime(Date.now() + by);
      expect(serverNow()).toBe(NOW + 600_000);
      vi.advanceTimersByTime(5000);
      expect(serverNow()).toBe(NOW + 605_000);
      noteServerTime('Thu, 05 Mar 2026 12:10:05 GMT');
      expect(serverNow()).toBe(NOW + 605_000);
    },
  );

  it('does not jump with the rounding of each answer', async () => {
    const { noteServerTime, serverNow } = await clock();
    noteServerTime('Thu, 05 Mar 2026 12:10:00 GMT');
    vi.advanceTimersByTime(1900);
    noteServerTime('Thu, 05 Mar 2026 12:10:01 GMT');
    expect(serverNow()).toBe(NOW + 601_900);
  });

  it('is put right by the first answer after a sleep that the page did not count', async () => {
    const { noteServerTime, serverNow } = await clock();
    noteServerTime('Thu, 05 Mar 2026 12:00:00 GMT');
    noteServerTime('Thu, 05 Mar 2026 20:00:00 GMT');
    expect(serverNow()).toBe(NOW + 8 * HOUR);
  });
});
