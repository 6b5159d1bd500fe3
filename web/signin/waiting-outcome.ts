/**
 * What becomes of the sign-in or registration that this tab waits with: following it, cancelling it, and how its
 * end is worded.
 */
import type { Reason } from '../../shared/sessions/session.ts';
import { ApiError, call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { type Watch, watchStatus } from '../lib/watch.ts';
import { reasonSentence } from './reasons.ts';
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
      return 'A newer sign-in was started in another tab. Go on there, or start again here.';
    case 'gone':
      return 'This browser is not waiting any more. Start again.';
    case 'unanswered':
      return UNANSWERED[kind];
    case 'denied':
      if (kind === 'recover') {
        return 'A phone of this account stopped the recovery, and the code is void. Sign in with that phone instead.';
      }
      return 'Your phone said no. If that was a slip, start again.';
    case 'cancelled':
      return CANCELLED[kind];
    case 'late':
      return 'Your phone had said yes already. Nobody was signed in here, and the approval ends by itself within two minutes.';
    default:
      return `${reasonSentence(ending)} Start again.`;
  }
}

const UNANSWERED: Record<Waiting['kind'], string> = {
  signin: 'Your phone did not answer within two minutes. Start again when you have it at hand.',
  register:
    'No phone was added within ten minutes, so the name is free again. Start again when you have yours at hand.',
  recover:
    'No phone was added within ten minutes, so nothing has changed and your code still holds. Start again when you have the new phone at hand.',
};

const CANCELLED: Record<Waiting['kind'], string> = {
  signin: 'Cancelled. Nobody was signed in.',
  register: 'Cancelled. The name is free again.',
  recover: 'Cancelled. Nothing has changed, and your code still holds.',
};
