import { serverNow } from '../lib/clock.ts';
import { capitalised, dateFormat, relativeFormat } from '../lib/language.ts';
import { daysBetween } from '../lib/time.ts';

/** What happened on one day. */
export type Day<Entry> = { title: string; entries: Entry[] };

const ofThisYear = dateFormat({ weekday: 'long', day: 'numeric', month: 'long' });
const dayOnly = dateFormat({ dateStyle: 'full' });
const words = relativeFormat({ numeric: 'auto' });

/** The entries by the days of the reader's zone, in the order in which they come. */
export function byDay<Entry extends { at: string }>(
  entries: readonly Entry[],
  now: Date = new Date(serverNow()),
): Day<Entry>[] {
  const days: Day<Entry>[] = [];
  for (const entry of entries) {
    const title = dayTitle(new Date(entry.at), now);
    const last = days.at(-1);
    if (last?.title === title) last.entries.push(entry);
    else days.push({ title, entries: [entry] });
  }
  return days;
}

function dayTitle(at: Date, now: Date): string {
  const days = daysBetween(at, now);
  if (days <= 1) return capitalised(words(-days, 'day'));
  // Weekdays begin with a small letter in many languages, and titles do not.
  return capitalised((at.getFullYear() === now.getFullYear() ? ofThisYear : dayOnly)(at));
}
