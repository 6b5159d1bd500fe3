import { expect, it } from 'vitest';
import {
  earlierOf,
  fromSeconds,
  secondsAfter,
  secondsBetween,
  toSeconds,
  ttlAt,
} from '../../shared/seconds.ts';

const T0 = new Date('2026-11-22T10:00:00.000Z');

it('keeps every millisecond on the way through the store', () => {
  for (let ms = 0; ms < 1000; ms++) {
    const date = new Date(T0.getTime() + ms);
    expect(fromSeconds(JSON.parse(JSON.stringify(toSeconds(date))))).toEqual(date);
  }
});

it('counts between two moments and takes the earlier', () => {
  const later = secondsAfter(T0, 90.5);
  expect(later.toISOString()).toBe('2026-11-22T10:01:30.500Z');
  expect(secondsBetween(T0, later)).toBe(90.5);
  expect([earlierOf(T0, later), earlierOf(later, T0)]).toEqual([T0, T0]);
});

it('has rows swept a day after their end, at a whole second that is not before it', () => {
  expect(ttlAt(T0)).toBe(T0.getTime() / 1000 + 86_400);
  expect(ttlAt(secondsAfter(T0, 0.001))).toBe(T0.getTime() / 1000 + 86_401);
});
