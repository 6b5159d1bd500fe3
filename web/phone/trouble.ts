import { ApiError, Unreachable } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';

/** What to tell the person of something that failed, be it a call or the phone's own prompt. */
export function troubleSentence(error: unknown): string {
  if (error instanceof ApiError || error instanceof Unreachable) return errorSentence(error);
  // The prompt's own messages are for developers.
  console.error(error);
  return 'This phone’s browser could not do it. Close other prompts and try once more.';
}
