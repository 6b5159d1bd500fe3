import { describe, expect, it } from 'vitest';
import type { ActivityResponse } from '../../../shared/responses.ts';
import { byDay } from '../../../web/activity/days.ts';

const now = new Date(2026, 5, 15, 0, 30);
const entryAt = (at: Date): ActivityResponse => ({ id: String(at), kind: 'signed_in', at: at.toISOString() });

describe('the days of the activity', () => {
  it('are those of the reader’s own zone, in the order in which they come', () => {
    const entries = [
      new Date(2026, 5, 15, 0, 10),
      new Date(2026, 5, 14, 23, 50),
      new Date(2026, 5, 14, 0, 0),
      new Date(2026, 5, 13, 23, 59),
      new Date(2025, 5, 13, 12, 0),
    ].map(entryAt);
    const days = byDay(entries, now);
    expect(days.map(({ entries }) => entries.length)).toEqual([1, 2, 1, 1]);
    expect(days.map(({ title }) => title)).toEqual([
      'Today',
      'Yesterday',
      expect.stringMatching(/13/),
      expect.stringMatching(/2025/),
    ]);
  });
});
