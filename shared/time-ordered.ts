/** What ids begin with that sort by age: ten characters of time, in milliseconds and base 32, before random ones. */
import { randomBytes } from 'node:crypto';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_CHARACTERS = 10;

/** The moment as the ids of that millisecond begin. */
export function timeText(moment: Date): string {
  let time = '';
  for (let rest = moment.getTime(), at = 0; at < TIME_CHARACTERS; at++, rest = Math.floor(rest / 32)) {
    time = CROCKFORD.charAt(rest % 32) + time;
  }
  return time;
}

/** The moment that such a text begins with. */
export function momentIn(text: string): Date {
  const digits = [...text.slice(0, TIME_CHARACTERS)];
  return new Date(digits.reduce((sum, digit) => sum * 32 + CROCKFORD.indexOf(digit), 0));
}

/** The moment, and 80 random bits. */
export function timeOrdered(moment: Date): string {
  return timeText(moment) + Array.from(randomBytes(16), (byte) => CROCKFORD.charAt(byte % 32)).join('');
}

/** Whether a text has the form of one of these. */
export const isTimeOrdered = (text: string): boolean => /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text);
