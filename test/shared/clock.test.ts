import { afterEach, expect, it, vi } from 'vitest';

const AT = Date.parse('2036-11-22T10:00:00.000Z');
const HOUR = 60 * 60 * 1000;

afterEach(() => void vi.useRealTimers());

/** A process that has just begun, at `AT`. */
async function newProcess() {
  vi.useFakeTimers({ toFake: ['Date'], now: AT });
  vi.resetModules();
  const { currentTime } = await import('../../shared/clock.ts');
  return (atLeast?: number) => currentTime(atLeast === undefined ? undefined : new Date(atLeast)).getTime();
}

it('goes with the clock, and stands while that is behind where it has been', async () => {
  const now = await newProcess();
  expect(now()).toBe(AT);
  vi.setSystemTime(AT + 1);
  expect(now()).toBe(AT + 1);
  vi.setSystemTime(AT - HOUR);
  expect(now()).toBe(AT + 1);
  vi.setSystemTime(AT + 2);
  expect(now()).toBe(AT + 2);
});

it('is not before a moment that is known to have been, and leaves it at that for later calls', async () => {
  const now = await newProcess();
  expect(now(AT - HOUR)).toBe(AT);
  expect(now(AT + HOUR)).toBe(AT + HOUR);
  expect(now()).toBe(AT);
});
