import { ApiError, Unreachable } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';

const clockTime = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** What to tell the person of a failed call. A lock is told by the clock, so that the sentence stays true. */
export function troubleSentence(error: unknown, now: Date = new Date()): string {
  if (error instanceof ApiError && error.code === 'too_many' && error.retryAfter !== undefined) {
    const until = new Date(now.getTime() + error.retryAfter * 1000);
    const minutes = Math.ceil(error.retryAfter / 60);
    return `Too many numbers were wrong. You can try again at ${clockTime.format(until)}, in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
  }
  if (error instanceof ApiError || error instanceof Unreachable) return errorSentence(error);
  // What is left comes from the phone's own prompt, whose messages are for developers.
  console.error(error);
  return 'This phone’s browser could not do it. Close other prompts and try once more.';
}
