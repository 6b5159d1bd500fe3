import { ApiError, Unreachable } from './api.ts';
import { serverNow } from './clock.ts';
import { clockTime } from './time.ts';

/** What to tell the person of a failed call: the API's own sentence, or that nobody answered. */
export function errorSentence(error: unknown, now: Date = new Date(serverNow())): string {
  if (error instanceof ApiError) return error.code === 'too_many' ? tooMany(error, now) : error.detail;
  if (error instanceof Unreachable) return 'Nod cannot be reached. Check your connection and try again.';
  // A fault of ours belongs in the console, not in a sentence.
  throw error;
}

/**
 * The API's first sentence says what there was too much of. When to try again is told by the clock as well, so that
 * it stays true while it is read.
 */
function tooMany({ detail, retryAfter }: ApiError, now: Date): string {
  const [cause = detail] = detail.split(/(?<=\.)\s/);
  if (retryAfter === undefined) return `${cause} Try again in a minute.`;
  const minutes = Math.ceil(retryAfter / 60);
  const wait = minutes <= 1 ? 'in a minute' : `in ${minutes} minutes`;
  return `${cause} You can try again at ${clockTime(new Date(now.getTime() + retryAfter * 1000))}, ${wait}.`;
}
