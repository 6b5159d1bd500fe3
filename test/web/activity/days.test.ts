import { afterEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../shared/languages.ts';
import type { ActivityResponse } from '../../../shared/responses.ts';
import { byDay } from '../../../web/activity/days.ts';
import { speak } from '../../../web/lib/messages.ts';
import * as english from '../../../web/messages/en.ts';

const now = new Date(2026, 5, 15, 0, 30);
const entryAt = (at: Date): ActivityResponse => ({ id: String(at), kind: 'signed_in', at: at.toISOString() });

describe('the days of the activity', () => {
  afterEach(() => speak('en', english));

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

  it.for(['es', 'fr'] as string[] as Language[])(
    'have a capital letter in %s, where weekdays have none',
    (language) => {
      speak(language, english);
      const days = byDay(
        [new Date(2026, 5, 15), new Date(2026, 5, 14), new Date(2026, 5, 10)].map(entryAt),
        now,
      );
      for (const { title } of days) expect(title).toMatch(/^\p{Lu}/u);
      expect(days.at(-1)?.title).toMatch(/^(Miércoles|Mercredi)/);
    },
  );
});
