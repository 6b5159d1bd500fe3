/**
 * What becomes of the sign-in or registration that this tab waits with: following it, cancelling it, and how its
 * end is worded.
 */
import type { Reason } from '../../shared/sessions/session.ts';
import { ApiError, call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { messages } from '../lib/messages.ts';
import { type Watch, watchStatus } from '../lib/watch.ts';
import { isNewest, type Waiting } from './waiting.ts';

/** Why there is nothing to wait for any more; `replaced`: another tab of this browser started anew. */
export type Ending = Reason | 'replaced' | 'gone';

type Outcomes = {
  /** Still unanswered; comes with every answer. `isFound`: the number was typed on a phone. */
  onPending(isFound: boolean): void;
  /** Approved by the phone of this name. */
  onApproved(device: string | undefined): void;
  onEnded(ending: Ending): void;
  onSilence(isSilent: boolean): void;
};

/** Starts to follow; stops by itself once the outcome is known. */
export function follow(waiting: Waiting, outcomes: Outcomes): Watch {
  const watch = watchStatus({
    of: 'signin',
    onSilence: outcomes.onSilence,
    onAnswer({ status, reason, device, found = false }) {
      if (!isNewest(waiting)) return end('replaced');
      if (status === 'pending') return outcomes.onPending(found);
      if (status === 'approved') {
        watch.stop();
        return outcomes.onApproved(device);
      }
      end(reason ?? 'gone');
    },
  });

  function end(ending: Ending): void {
    watch.stop();
    outcomes.onEnded(ending);
  }

  return watch;
}

/** What a cancellation came to: `late` when the phone had said yes already, else the sentence why it failed. */
export type Cancelling = 'cancelled' | 'late' | { failed: string };

/** Cancels what this browser waits with. What is over already counts as cancelled. */
export async function cancelWaiting(): Promise<Cancelling> {
  try {
    await call('login-cancel');
    return 'cancelled';
  } catch (error) {
    if (error instanceof ApiError && (error.code === 'session_ended' || error.code === 'not_waiting')) {
      return 'cancelled';
    }
    if (error instanceof ApiError && error.code === 'conflict') return 'late';
    return { failed: errorSentence(error) };
  }
}

/** What became of a sign-in or registration that is over, and what to do next. */
export function endingSentence(ending: Ending | 'late', kind: Waiting['kind']): string {
  switch (ending) {
    case 'replaced':
      return messages.signin.replaced;
    case 'gone':
      return messages.signin.gone;
    case 'unanswered':
      return messages.signin.unanswered[kind];
    case 'denied':
      return kind === 'recover' ? messages.signin.stoppedRecovery : messages.signin.denied;
    case 'cancelled':
      return messages.signin.cancelled[kind];
    case 'late':
      return messages.signin.late;
    default:
      return messages.signin.thenStartAgain(messages.signin.reasons[ending]);
  }
}
