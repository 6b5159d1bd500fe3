/** What an error means on the phone page, and how it is said. */
import { ApiError, Unreachable } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';

/** Whether the server no longer knows this phone: it was removed, or its browser lost the cookie. */
export function isNotAPhone(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'not_a_phone';
}

/** What to tell the person of something that failed, be it a call or the phone's own prompt. */
export function failureSentence(error: unknown): string {
  if (error instanceof ApiError || error instanceof Unreachable) return errorSentence(error);
  // The prompt's own messages are for developers.
  console.error(error);
  return 'This phone’s browser could not do it. Close other prompts and try once more.';
}

/** Why a request can no longer be answered, in words. */
export type RequestEnded = { title: string; text: string };

/** Nobody answered within the two minutes that a sign-in waits. */
export const EXPIRED: RequestEnded = {
  title: 'This request has run out',
  text: 'A sign-in waits two minutes. If it was you, ask again in the browser.',
};

const CANCELLED: RequestEnded = {
  title: 'The browser stopped asking',
  text: 'The sign-in was cancelled there. Nobody was let in.',
};

const ANSWERED: RequestEnded = {
  title: 'Already answered',
  text: 'This sign-in was answered before. The next screen lists the browsers that are signed in.',
};

/** What a refusal says about the request itself; `undefined` if it can still be answered. */
export function requestEndedBy(error: unknown): RequestEnded | undefined {
  if (!(error instanceof ApiError)) return undefined;
  switch (error.code) {
    case 'session_ended':
      return error.reason === 'cancelled' ? CANCELLED : EXPIRED;
    case 'number_unknown':
    case 'not_found':
      return EXPIRED;
    case 'already_answered':
      return ANSWERED;
    default:
      return undefined;
  }
}
