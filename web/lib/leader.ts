/**
 * One tab of a browser does what all need done once. A Web Lock makes the leader, and the browser itself passes
 * it on when the leader closes or crashes. Only visible tabs stand for it: timers of hidden ones are slowed to
 * one a minute, so a leader that is hidden would leave a visible tab waiting.
 */
export type Leadership = { readonly leads: boolean; resign(): void };

/** Stands for the lead of `name` while this tab is visible; `elected` is called each time it is won. */
export function standForLeader(name: string, elected: () => void): Leadership {
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
    navigator.locks
      .request(name, { signal: candidacy.signal }, () => {
        // Given up between the grant and this call.
        if (candidacy.signal.aborted) return;
        leads = true;
        elected();
        return new Promise<void>((resolve) => {
          release = resolve;
        });
      })
      .catch((error: unknown) => {
        if (!candidacy.signal.aborted) throw error;
      });
  }

  const onVisibility = (): void => (document.visibilityState === 'visible' ? stand() : stepDown?.());
  document.addEventListener('visibilitychange', onVisibility);
  // A page kept for the back button must not keep the lock.
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
