/** Time is a `Date` in the domain and epoch seconds, with milliseconds as a fraction, in the stores. */

export const toSeconds = (date: Date): number => date.getTime() / 1000;
export const fromSeconds = (seconds: number): Date => new Date(Math.round(seconds * 1000));
export const secondsAfter = (date: Date, seconds: number): Date => new Date(date.getTime() + seconds * 1000);
export const secondsBetween = (earlier: Date, later: Date): number =>
  (later.getTime() - earlier.getTime()) / 1000;
export const earlierOf = (a: Date, b: Date): Date => (a < b ? a : b);

/** A time in a key: milliseconds in 13 digits, which sort as text until the year 2286. */
export const sortable = (date: Date): string => String(date.getTime()).padStart(13, '0');

/** How long a row that is over stays, so that the reason can still be shown (DESIGN.md §2). */
const TTL_GRACE_SECONDS = 24 * 60 * 60;

/** `expiresAt` of a row that ends at `end`: whole epoch seconds, as DynamoDB's TTL wants them. */
export const ttlAt = (end: Date): number => Math.ceil(toSeconds(end)) + TTL_GRACE_SECONDS;
