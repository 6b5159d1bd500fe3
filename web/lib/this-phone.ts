/**
 * On a phone nobody can scan their own screen: the phone page opens in the tab that waits, and comes back to it
 * (design §5).
 */
import { safeNext } from './address.ts';

/** The pages that open the phone page in their own tab, with their name in `?here=`, instead of being scanned. */
const PAGES = ['signin', 'register', 'recover', 'account'] as const;

export type HerePage = (typeof PAGES)[number];

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

/** Where the browser on this very phone goes on: back to the page that waits. */
export function returnPath(search: string): string {
  const params = new URLSearchParams(search);
  const page = PAGES.find((name) => name === params.get('here')) ?? 'signin';
  const next = params.get('next');
  const resumed = new URLSearchParams({ resume: '1' });
  if (next !== null) resumed.set('next', safeNext(next));
  return `/${page}?${resumed}`;
}

/** Whether the browser that waits is the one that the phone page is open in. */
export function isHere(search: string): boolean {
  return new URLSearchParams(search).has('here');
}
