/**
 * Whether a browser waits for this phone, on every page of a browser that is one (DESIGN.md §5.3). A push says so at once;
 * without push, or where it is late, the phone asks now and then while somebody looks. No status poll has more to do.
 */
import { ApiError, call, Unreachable } from './api.ts';
import { phoneBell, startPhoneBell } from './phone-bell.ts';
import { forgetAccount } from './remembered-account.ts';
import { UNTIL_SHOWN, whileVisible } from './while-visible.ts';

/** A sign-in waits two minutes. */
const EVERY_MS = 15_000;

/** Calls back with how many browsers wait, whenever that is known; `undefined`: this browser is no phone any more. */
export function watchApprovals(onKnown: (count: number | undefined) => void): void {
  let stop = whileVisible(EVERY_MS, look, phoneBell);
  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    if (data?.rings !== true) return;
    stop();
    stop = whileVisible(EVERY_MS, look, phoneBell);
  });

  async function look(): Promise<number | undefined> {
    try {
      const answer = await call('device-current', { query: { details: '1' } });
      if (answer.status === 'enrolled') {
        const { waiting = 0, bell } = answer;
        onKnown(waiting);
        if (bell) startPhoneBell();
        // One that waits is followed to its end, which may be its time: nobody rings for that.
        return waiting > 0 ? EVERY_MS : undefined;
      }
      forgetAccount();
      onKnown(undefined);
      return UNTIL_SHOWN;
    } catch (error) {
      // The phone page says what is wrong; here there is only no badge.
      if (error instanceof ApiError || error instanceof Unreachable) return EVERY_MS;
      throw error;
    }
  }
}
