import { safeNext } from '../lib/next.ts';

/**
 * Where the browser on this very phone goes on: it opened the phone page with `?here=1` instead of being
 * scanned, and waits on the page it came from.
 */
export function returnPath(page: '/signin' | '/register', search: string): string {
  const next = new URLSearchParams(search).get('next');
  const resumed = new URLSearchParams({ resume: '1' });
  if (next !== null) resumed.set('next', safeNext(next));
  return `${page}?${resumed}`;
}

/** Whether the browser that waits is the one that this page is open in. */
export function isHere(search: string): boolean {
  return new URLSearchParams(search).has('here');
}
