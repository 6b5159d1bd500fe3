/** What an error means on the phone page, and how it is said. */
import { ApiError, Unreachable } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { type Messages, messages } from '../lib/messages.ts';

/** Whether the server no longer knows this phone: it was removed, or its browser lost the cookie. */
export function isNotAPhone(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'not_a_phone';
}

/** What to tell the person of something that failed, be it a call or the phone's own prompt. */
export function failureSentence(error: unknown): string {
  if (error instanceof ApiError || error instanceof Unreachable) return errorSentence(error);
  // The prompt's own messages are for developers.
  console.error(error);
  return messages.phone.failed;
}

/** Why a request can no longer be answered. `expired`: nobody did within the two minutes that a sign-in waits. */
export type RequestEnded = keyof Messages['phone']['over'];

/** What a refusal says about the request itself; `undefined` if it can still be answered. */
export function requestEndedBy(error: unknown): RequestEnded | undefined {
  if (!(error instanceof ApiError)) return undefined;
  switch (error.code) {
    case 'session_ended':
      return error.reason === 'cancelled' ? 'cancelled' : 'expired';
    case 'number_unknown':
    case 'not_found':
      return 'expired';
    case 'already_answered':
      return 'answered';
    default:
      return undefined;
  }
}
