import { safeNext } from '../lib/next.ts';

/** The pages that open the phone page in their own tab, with their name in `?here=`, instead of being scanned. */
const PAGES = ['signin', 'register', 'recover', 'account'] as const;

export type HerePage = (typeof PAGES)[number];

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
