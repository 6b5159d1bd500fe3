import { ApiError, Unreachable } from './api.ts';
import { serverNow } from './clock.ts';
import { messages } from './messages.ts';
import { problemSentence, type Wait } from './problem-sentence.ts';
import { clockTime } from './time.ts';

/** What to tell the person of a failed call: why Nod said no, or that nobody answered. */
export function errorSentence(error: unknown, now: Date = new Date(serverNow())): string {
  if (error instanceof ApiError) return problemSentence(error, waitOf(error, now));
  if (error instanceof Unreachable) return messages.problems.unreachable;
  // A fault of ours belongs in the console, not in a sentence.
  throw error;
}

/** When to try again is told by the clock as well, so that it stays true while it is read. */
function waitOf({ retryAfter }: ApiError, now: Date): Wait | undefined {
  if (retryAfter === undefined) return undefined;
  return {
    at: clockTime(new Date(now.getTime() + retryAfter * 1000)),
    minutes: Math.max(1, Math.ceil(retryAfter / 60)),
  };
}
