import { expect, it } from 'vitest';
import { type Window, withOneMore } from '../../../shared/limits/sliding-window.ts';

/** As random as it must be, and the same each time (Park and Miller). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const LIMIT = { most: 12, perSeconds: 600 };

it.each([1, 2, 3, 4, 5, 6])(
  'never lets through more in any window, and says when there is room: story %i',
  (seed) => {
    const next = random(seed);
    const passed: number[] = [];
    let window: Window | undefined;
    let now = 1_000_000;
    for (let step = 0; step < 3000; step++) {
      // Bursts, trickles, and pauses longer than a window.
      now += next() < 0.5 ? 0 : next() < 0.98 ? next() * 40 : next() * 1500;
      const outcome = withOneMore(window, LIMIT, now);
      const lately = passed.filter((at) => at + LIMIT.perSeconds > now).length;
      if ('next' in outcome) {
        window = outcome.next;
        passed.push(now);
        expect(lately).toBeLessThan(LIMIT.most);
        continue;
      }
      const { retryAfter } = outcome;
      expect(retryAfter).toBeGreaterThan(0);
      expect(retryAfter).toBeLessThanOrEqual(LIMIT.perSeconds);
      expect(withOneMore(window, LIMIT, now + retryAfter)).toHaveProperty('next');
      expect(withOneMore(window, LIMIT, now + retryAfter - 0.001)).toHaveProperty('retryAfter');
      // Whoever is refused has a full window behind them, but for what may be counted a tenth too long.
      const counted = passed.filter((at) => at + LIMIT.perSeconds * 1.1 > now).length;
      expect(counted).toBeGreaterThanOrEqual(LIMIT.most);
    }
    expect(passed.length).toBeGreaterThan(200);
  },
);
