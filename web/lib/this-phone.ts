/** On a phone nobody can scan their own screen: the phone page opens in the tab that waits (DESIGN.md §5). */

/** The pages that open the phone page in their own tab, with their name in `?here=`, instead of being scanned. */
export type HerePage = 'signin' | 'register' | 'recover' | 'account';

/** Whether this is used by touch, and so is probably a phone. */
export function isTouched(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

/** The phone page in this tab. It comes back to the page `from` with `?resume=1`, and with `next`. */
export function hereAddress(phoneUrl: string, from: HerePage, next = '/'): string {
  const address = new URL(phoneUrl, location.origin);
  address.searchParams.set('here', from);
  if (next !== '/') address.searchParams.set('next', next);
  return address.pathname + address.search + address.hash;
}
