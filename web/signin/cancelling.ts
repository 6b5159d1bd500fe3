import { ApiError, call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';

/** What a cancellation came to: `late` when the phone had said yes already, else the sentence why it failed. */
export type Cancelling = 'cancelled' | 'late' | { failed: string };

/** Cancels what this browser waits with. What is over already counts as cancelled. */
export async function cancelWaiting(): Promise<Cancelling> {
  try {
    await call('login-cancel');
    return 'cancelled';
  } catch (error) {
    if (error instanceof ApiError && (error.code === 'session_over' || error.code === 'not_waiting')) {
      return 'cancelled';
    }
    if (error instanceof ApiError && error.code === 'conflict') return 'late';
    return { failed: errorSentence(error) };
  }
}
