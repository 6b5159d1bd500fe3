import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteServerTime, serverNow } from '../../../web/lib/clock.ts';

const NOW = Date.parse('2026-03-05T12:00:00Z');

describe('the server’s clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: NOW }));
  afterEach(() => void vi.useRealTimers());

  it.for([
    ['Thu, 05 Mar 2026 12:10:00 GMT', 600],
    ['Thu, 05 Mar 2026 11:59:00 GMT', -60],
    // The header has whole seconds, and the answer was under way for a while.
    ['Thu, 05 Mar 2026 11:59:58 GMT', 0],
  ] as const)('is told by %s: %i seconds off', ([header, seconds]) => {
    noteServerTime(header);
    expect(serverNow()).toBe(NOW + seconds * 1000);
  });

  it.for([null, '', 'soon'])('stays as it was after %j', (header) => {
    noteServerTime('Thu, 05 Mar 2026 12:10:00 GMT');
    noteServerTime(header);
    expect(serverNow()).toBe(NOW + 600_000);
  });
});
