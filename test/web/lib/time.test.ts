import { describe, expect, it } from 'vitest';
import { countdown } from '../../../web/lib/countdown.ts';
import { daysBetween, relativeTime } from '../../../web/lib/time.ts';

const NOW = Date.parse('2026-03-05T12:00:00Z');
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const inWords = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });

describe('a relative time', () => {
  it.for([
    [0, 0, 'second'],
    [9 * SECOND, 0, 'second'],
    [10 * SECOND, -10, 'second'],
    [59 * SECOND, -59, 'second'],
    [MINUTE, -1, 'minute'],
    [2 * MINUTE - SECOND, -1, 'minute'],
    [59 * MINUTE, -59, 'minute'],
    [HOUR, -1, 'hour'],
    [23 * HOUR, -23, 'hour'],
    [DAY, -1, 'day'],
    [6 * DAY, -6, 'day'],
    [-30 * SECOND, 30, 'second'],
    [-2 * HOUR, 2, 'hour'],
  ] as const)('of %i ms ago is %i %ss', ([ago, count, unit]) => {
    expect(relativeTime(new Date(NOW - ago), NOW)).toBe(inWords.format(count, unit));
  });

  it.for([
    ['a week ago is a day of this year', 7 * DAY, { day: 'numeric', month: 'short' }],
    ['last year has its year', 200 * DAY, { dateStyle: 'medium' }],
  ] as const)('%s', ([, ago, style]) => {
    const at = new Date(NOW - ago);
    expect(relativeTime(at, NOW)).toBe(new Intl.DateTimeFormat('en', style).format(at));
  });
});

describe('days', () => {
  const friday = new Date(2026, 2, 6, 20, 0);
  it.for([
    ['read late on the same day are hours', new Date(2026, 2, 6, 23, 30), '3 hr. ago'],
    ['read the next evening are one', new Date(2026, 2, 7, 21, 0), 'yesterday'],
    ['read on Sunday morning are two, though hardly 36 hours', new Date(2026, 2, 8, 7, 0), '2 days ago'],
    ['read six calendar days later are six', new Date(2026, 2, 12, 23, 59), '6 days ago'],
    ['read a calendar week later are a date', new Date(2026, 2, 13, 0, 1), 'Mar 6'],
  ] as const)('%s', ([, now, words]) => {
    expect(relativeTime(friday, now.getTime())).toBe(words);
  });

  it('are counted over a change of the clocks', () => {
    expect(daysBetween(new Date(2026, 2, 28, 12), new Date(2026, 2, 30, 11))).toBe(2);
    expect(daysBetween(new Date(2026, 2, 30, 11), new Date(2026, 2, 28, 12))).toBe(-2);
  });
});

describe('a countdown', () => {
  it.for([
    [120_000, '2:00'],
    [119_001, '2:00'],
    [119_000, '1:59'],
    [61_000, '1:01'],
    [9000, '0:09'],
    [1, '0:01'],
    [0, '0:00'],
    [-5000, '0:00'],
    [600_000, '10:00'],
  ] as const)('of %i ms is %s', ([milliseconds, expected]) => {
    expect(countdown(milliseconds)).toBe(expected);
  });
});
