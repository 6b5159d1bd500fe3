/** The way back from the phone page to the page that opened it in its own tab. */
import { safeNext } from '../lib/address.ts';
import type { HerePage } from '../lib/this-phone.ts';

const PAGES: readonly HerePage[] = ['signin', 'register', 'recover', 'account'];

/** Where the browser on this very phone goes on: back to the page that waits. */
export function returnPath(search: string): string {
  const params = new URLSearchParams(search);
  const page = PAGES.find((name) => name === params.get('here')) ?? 'signin';
  const next = params.get('next');
  const resumed = new URLSearchParams({ resume: '1' });
  if (next !== null) resumed.set('next', safeNext(next));
  return `/${page}?${resumed}`;
}

/** Whether the browser that waits is the one that this page is open in. */
export function isHere(search: string): boolean {
  return new URLSearchParams(search).has('here');
}
