/** On a phone nobody can scan their own screen: the phone page opens here, and comes back (design §5). */
import type { Waiting } from './waiting.ts';

/** Whether this is used by touch, and so is probably a phone. */
export function isTouched(): boolean {
  return matchMedia('(pointer: coarse)').matches;
}

/** The phone page in this tab. It comes back to `/signin?resume=1` or `/register?resume=1`, with `next`. */
export function hereAddress({ url }: Waiting, next = '/'): string {
  const address = new URL(url, location.origin);
  address.searchParams.set('here', '1');
  if (next !== '/') address.searchParams.set('next', next);
  return address.pathname + address.search + address.hash;
}
