/** Follows what becomes of the sign-in or registration that this tab waits with. */
import type { Reason } from '../../shared/sessions/session.ts';
import { type Watch, watchStatus } from '../lib/watch.ts';
import { isNewest, type Waiting } from './waiting.ts';

/** Why there is nothing to wait for any more; `replaced`: another tab of this browser started anew. */
export type Ending = Reason | 'replaced' | 'gone';

type Outcomes = {
  /** Still unanswered; comes with every answer. */
  onPending(): void;
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
    onAnswer({ status, reason, device }) {
      if (!isNewest(waiting)) return end('replaced');
      if (status === 'pending') return outcomes.onPending();
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
