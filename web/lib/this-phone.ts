/**
 * On a phone nobody can scan their own screen, and a computer may have a fingerprint reader of its own: the phone page
 * opens in the tab that waits (DESIGN.md §5).
 */

/** The pages that open the phone page in their own tab, with their name in `?here=`, instead of being scanned. */
export type HerePage = 'signin' | 'register' | 'recover' | 'account';

/** Whether this is used by touch, and so is probably a phone. */
export function isTouched(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

/** What people call what they hold, or sit at. */
export const thisMachine = (): 'phone' | 'computer' =>
  isTouched() || /Android|iPhone|iPad/.test(navigator.userAgent) ? 'phone' : 'computer';

let hasOwnCheck = false;

/**
 * Finds out whether this computer can check its person itself, as with Touch ID or Windows Hello (WebAuthn Level 3
 * §5.1.7), long before it is asked.
 */
export async function lookForOwnCheck(): Promise<void> {
  try {
    hasOwnCheck = await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
  } catch {
    // A browser without passkeys.
  }
}

/** Whether this browser can be made a phone: it is on one, or on a computer with a check of its own. */
export const canBePhone = (): boolean => isTouched() || hasOwnCheck;

/** The phone page in this tab. It comes back to the page `from` with `?resume=1`, and with `next`. */
export function hereAddress(phoneUrl: string, from: HerePage, next = '/'): string {
  const address = new URL(phoneUrl, location.origin);
  address.searchParams.set('here', from);
  if (next !== '/') address.searchParams.set('next', next);
  return address.pathname + address.search + address.hash;
}
