/** On a phone nobody can scan their own screen: the phone page opens here, and comes back (design §5). */
import type { HerePage } from '../phone/return-path.ts';

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
