import { ApiError, Unreachable } from './api.ts';

/** What to tell the person of a failed call: the API's own sentence, or that nobody answered. */
export function errorSentence(error: unknown): string {
  if (error instanceof ApiError) return error.detail;
  if (error instanceof Unreachable) return 'Nod cannot be reached. Check your connection and try again.';
  // A fault of ours belongs in the console, not in a sentence.
  throw error;
}
