import { describe, expect, it } from 'vitest';
import type { ActivityResponse } from '../../../shared/responses.ts';
import { activitySentence } from '../../../web/activity/sentence.ts';

const firefox = { browser: 'Firefox 143', os: 'Windows' };

describe('what happened, in a sentence', () => {
  it.for<[Omit<ActivityResponse, 'id' | 'at'>, string]>([
    [
      { kind: 'approved', device: 'Pixel 9', ...firefox },
      '\u2068Pixel 9\u2069 approved Firefox 143 on Windows',
    ],
    [
      { kind: 'approved', act: 'new_recovery_code', device: 'Pixel 9', ...firefox },
      '\u2068Pixel 9\u2069 let Firefox 143 on Windows make a new recovery code',
    ],
    [
      { kind: 'denied', act: 'add_phone', device: 'Pixel 9', ...firefox },
      '\u2068Pixel 9\u2069 did not let Firefox 143 on Windows add a phone',
    ],
    [{ kind: 'denied', device: 'Pixel 9' }, '\u2068Pixel 9\u2069 said no to a browser'],
    [{ kind: 'ended', by: 'phone', ...firefox }, 'Firefox 143 on Windows was signed out from your phone'],
    [{ kind: 'ended', ...firefox }, 'Firefox 143 on Windows was signed out by itself'],
    [{ kind: 'ended_all', by: 'phone', count: 1 }, 'One browser was signed out at once, from your phone'],
    [{ kind: 'ended_all', count: 1200 }, '1,200 browsers were signed out at once'],
    [{ kind: 'approved', ...firefox }, 'A phone approved Firefox 143 on Windows'],
    [
      { kind: 'registered', ...firefox },
      'The account was made, in Firefox 143 on Windows, and a phone is its first phone',
    ],
    [{ kind: 'browser_forgotten' }, 'A browser was forgotten'],
    [{ kind: 'hidden', count: 3, ...firefox }, '3 posts by Firefox 143 on Windows were hidden'],
    [{ kind: 'shown', count: 1 }, 'One post was shown again'],
    [
      { kind: 'undone', count: 2, browser: 'Firefox 143', os: 'Windows' },
      '2 things that Firefox 143 on Windows had done were undone',
    ],
    [{ kind: 'phone_removed', device: 'Old' }, '\u2068Old\u2069 was removed'],
  ])('%j', ([entry, sentence]) => {
    expect(activitySentence({ ...entry, id: 'id', at: '2026-01-01T00:00:00.000Z' })).toBe(sentence);
  });
});
