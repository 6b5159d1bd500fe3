/**
 * Elects one tab of a browser to do what is needed once for all of them. The leader is the tab that holds a Web Lock,
 * which the browser passes on when that tab closes or crashes. Only visible tabs are candidates: browsers slow the
 * timers of hidden tabs to one a minute, so that a hidden leader would leave a visible tab waiting.
 */
import { alone } from './tabs.ts';

export type Leadership = { readonly leads: boolean; resign(): void };

/** Makes this tab a candidate while it is visible; `elected` is called each time it becomes the leader. */
export function electLeader(name: string, elected: () => void): Leadership {
  let leads = false;
  let stepDown: (() => void) | undefined;
  let over = false;

  function stand(): void {
    if (stepDown !== undefined || over) return;
    const candidacy = new AbortController();
    let release = (): void => {};
    stepDown = () => {
      candidacy.abort();
      release();
      leads = false;
      stepDown = undefined;
    };
    const lead = async (): Promise<void> => {
      // This tab gave up its candidacy after the lock was granted and before this call.
      if (candidacy.signal.aborted) return;
      leads = true;
      elected();
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    };
    alone(name, lead, candidacy.signal).catch((error: unknown) => {
      if (!candidacy.signal.aborted) throw error;
    });
  }

  const onVisibility = (): void => (document.visibilityState === 'visible' ? stand() : stepDown?.());
  document.addEventListener('visibilitychange', onVisibility);
  // A page that the browser keeps for the back button must not keep the lock.
  addEventListener('pagehide', () => stepDown?.());
  addEventListener('pageshow', onVisibility);
  onVisibility();

  return {
    get leads() {
      return leads;
    },
    resign() {
      over = true;
      stepDown?.();
      document.removeEventListener('visibilitychange', onVisibility);
    },
  };
}
