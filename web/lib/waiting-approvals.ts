/**
 * Whether a browser waits for this phone, on every page of a browser that is one (DESIGN.md §5.3). A push says so at once;
 * without push, or where it is late, the phone asks now and then while somebody looks. No status poll has more to do.
 */
import { ApiError, call } from './api.ts';
import { forgetAccount } from './remembered-account.ts';
import { UNTIL_SHOWN, whileVisible } from './while-visible.ts';

/** A sign-in waits two minutes. */
const EVERY_MS = 15_000;

/** Calls back with how many browsers wait, whenever that is known; `undefined`: this browser is no phone any more. */
export function watchApprovals(onKnown: (count: number | undefined) => void): void {
  let stop = watch();
  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    if (data?.rings !== true) return;
    stop();
    stop = watch();
  });

  function watch(): () => void {
    return whileVisible(EVERY_MS, async () => {
      try {
        onKnown((await call('approvals')).items.length);
      } catch (error) {
        if (!(error instanceof ApiError) || error.code !== 'not_a_phone') return undefined;
        forgetAccount();
        onKnown(undefined);
        return UNTIL_SHOWN;
      }
      return undefined;
    });
  }
}
