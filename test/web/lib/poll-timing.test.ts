import { describe, expect, it } from 'vitest';
import { isDueAtOnce, isSilentTooLong, pollInterval, untilNextPoll } from '../../../web/lib/poll-timing.ts';

const NOW = 1_000_000;
const NEVER = Number.POSITIVE_INFINITY;

const attention = (as: Partial<Parameters<typeof pollInterval>[0]> = {}) => ({
  visible: true,
  waiting: false,
  lastInputAt: NOW,
  hears: false,
  ...as,
});

const polls = (as: Partial<Parameters<typeof untilNextPoll>[1]> = {}) => ({
  lastPollAt: NOW,
  pollAfterMs: 1000,
  notBefore: 0,
  leads: true,
  changesAt: NEVER,
  isRung: false,
  ...as,
});

describe('the time between polls', () => {
  it.for([
    ['is a second while somebody is active', attention(), 1000, 1000],
    ['is a second until the minute is over', attention({ lastInputAt: NOW - 59_999 }), 1000, 1000],
    ['is five seconds from then on', attention({ lastInputAt: NOW - 60_000 }), 1000, 5000],
    ['is a second while a sign-in waits', attention({ lastInputAt: 0, waiting: true }), 1000, 1000],
    ['never ends while the page is hidden', attention({ visible: false }), 1000, NEVER],
    ['never ends while it is hidden and waits', attention({ visible: false, waiting: true }), 1000, NEVER],
    ['is stretched by the operator', attention(), 3000, 3000],
    ['is stretched when slow, too', attention({ lastInputAt: 0 }), 3000, 15_000],
    ['is five minutes while the bell is heard', attention({ hears: true }), 1000, 300_000],
    ['is no longer then, if nobody is active', attention({ hears: true, lastInputAt: 0 }), 1000, 300_000],
    [
      'is ten seconds while a sign-in waits and the bell is heard',
      attention({ hears: true, waiting: true }),
      1000,
      10_000,
    ],
    ['never ends in a hidden page, bell or not', attention({ hears: true, visible: false }), 1000, NEVER],
    ['is not shortened by a 0', attention(), 0, 1000],
    ['is not shortened by what is no number', attention(), Number.NaN, 1000],
  ] as const)('%s', ([, given, pollAfterMs, expected]) => {
    expect(pollInterval(given, pollAfterMs, NOW)).toBe(expected);
  });
});

describe('the next poll', () => {
  it.for([
    ['comes when the interval since the last one is over', polls({ lastPollAt: NOW - 400 }), 600],
    ['comes at once when it is overdue', polls({ lastPollAt: NOW - 9000 }), 0],
    ['comes at once when there was none', polls({ lastPollAt: Number.NEGATIVE_INFINITY }), 0],
    ['waits for as long as the server asked for', polls({ lastPollAt: 0, notBefore: NOW + 7000 }), 7000],
    ['is left to the leader for four seconds more', polls({ leads: false }), 5000],
  ] as const)('%s', ([, given, expected]) => {
    expect(untilNextPoll(attention(), given, NOW)).toBe(expected);
  });

  it.for([
    ['comes when the answer changes by itself', polls({ changesAt: NOW + 90_000 }), 90_000],
    [
      'comes a second after the last one, where that has not changed in time',
      polls({ changesAt: NOW - 5 }),
      1000,
    ],
    [
      'comes when its time has come, if the answer changes later',
      polls({ changesAt: NOW + 310_000 }),
      300_000,
    ],
    ['comes at once when the bell has rung', polls({ lastPollAt: NOW - 5000, isRung: true }), 0],
    ['comes once for what rings several times at once', polls({ isRung: true }), 300],
    [
      'waits for as long as the server asked for, bell or not',
      polls({ isRung: true, notBefore: NOW + 7000 }),
      7000,
    ],
  ] as const)('where the bell is heard, %s', ([, given, expected]) => {
    expect(untilNextPoll(attention({ hears: true }), given, NOW)).toBe(expected);
  });

  it('never comes in a hidden page', () => {
    expect(untilNextPoll(attention({ visible: false }), polls({ lastPollAt: 0 }), NOW)).toBe(NEVER);
  });
});

describe('on becoming visible', () => {
  it.for([
    ['a page asks at once', polls({ lastPollAt: NOW - 1000 }), true],
    ['it does not when another tab has just asked', polls({ lastPollAt: NOW - 999 }), false],
    ['it does not before the server wants it', polls({ lastPollAt: 0, notBefore: NOW + 1 }), false],
  ] as const)('%s', ([, given, expected]) => {
    expect(isDueAtOnce(given, NOW)).toBe(expected);
  });
});

describe('silence', () => {
  it.for([
    ['is none when everything is answered', undefined, false],
    ['is borne for ten seconds', NOW - 9999, false],
    ['is too long from then on', NOW - 10_000, true],
  ] as const)('%s', ([, unansweredSince, expected]) => {
    expect(isSilentTooLong(unansweredSince, NOW)).toBe(expected);
  });
});
