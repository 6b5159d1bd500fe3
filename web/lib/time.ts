/** Times as people read them, in the page's language and the reader's zone. */
import { serverNow } from './clock.ts';
import { html, nothing, type View } from './html.ts';
import { dateFormat, relativeFormat } from './language.ts';

const UNITS = [
  ['second', 1, 60],
  ['minute', 60, 3600],
  ['hour', 3600, 86_400],
] as const;

const relative = relativeFormat({ numeric: 'auto', style: 'short' });
const sameYear = dateFormat({ day: 'numeric', month: 'short' });
const otherYear = dateFormat({ dateStyle: 'medium' });

/**
 * `at` as seen from `now`: relative within a week, a date beyond. What has just happened is "now"; days are those of the
 * calendar, so that Friday evening is not "yesterday" on a Sunday.
 */
export function relativeTime(at: Date, now: number = serverNow()): string {
  const seconds = Math.round((at.getTime() - now) / 1000);
  if (Math.abs(seconds) < 10) return relative(0, 'second');
  for (const [unit, size, until] of UNITS) {
    if (Math.abs(seconds) < until) return relative(Math.trunc(seconds / size), unit);
  }
  const days = daysBetween(new Date(now), at);
  if (Math.abs(days) < 7) return relative(days, 'day');
  const isThisYear = at.getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? sameYear : otherYear)(at);
}

/** How many midnights of the reader's zone lie between two moments; below zero if `to` is the earlier one. */
export function daysBetween(from: Date, to: Date): number {
  // Rounded, because a day may have 23 or 25 hours.
  return Math.round((startOfDay(to) - startOfDay(from)) / 86_400_000);
}

function startOfDay(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}

/** The exact time, to the minute. What the function `page` draws is of no reader's zone, and says of which. */
export const exactTime = dateFormat({
  dateStyle: 'full',
  timeStyle: typeof document === 'undefined' ? 'long' : 'short',
});

/** The time of day, for what happens soon. */
export const clockTime = dateFormat({ timeStyle: 'short' });

const MINUTE = { hour: 'numeric', minute: '2-digit' } as const;
const ofThisYear = dateFormat({ day: 'numeric', month: 'short', ...MINUTE });
const ofAnotherYear = dateFormat({ dateStyle: 'medium', timeStyle: 'short' });

/** A moment to the minute, as short as it can be said today: "08:57", or "27 Nov, 08:57". */
export function momentText(timestamp: string, now: number = serverNow()): string {
  const at = new Date(timestamp);
  if (daysBetween(new Date(now), at) === 0) return clockTime(at);
  const isThisYear = at.getFullYear() === new Date(now).getFullYear();
  return (isThisYear ? ofThisYear : ofAnotherYear)(at);
}

/** The same, as an element of the page. */
export function momentView(timestamp: string): View {
  return html`<time datetime=${timestamp} title=${exactTime(new Date(timestamp))}>${momentText(timestamp)}</time>`;
}

/** A relative time, with the exact one in the title. */
export function timeView(timestamp: string, kind: string | typeof nothing = nothing): View {
  const { title, text } = drawn.get(timestamp) ?? textsOf(new Date(timestamp));
  return html`<time class=${kind} datetime=${timestamp} title=${title}>${text}</time>`;
}

const textsOf = (at: Date) => ({ title: exactTime(at), text: relativeTime(at) });

/** What the document came with. */
const drawn = new Map<string, { title: string; text: string }>();

/**
 * The times of a document that came with content stay as they are until they grow old: a browser's first formatter takes a
 * phone a quarter of a second, in which nobody can tap anything.
 */
export function keepDrawnTimes(): void {
  for (const { dateTime, title, textContent } of document.querySelectorAll<HTMLTimeElement>('time[title]')) {
    drawn.set(dateTime, { title, text: textContent });
  }
}

export const forgetDrawnTimes = (): void => drawn.clear();
