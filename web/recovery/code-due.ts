/**
 * After registering or recovering, the recovery code is shown on a page of its own, before the page that was
 * wanted.
 */
import { tabStore } from '../lib/storage.ts';

const KEY = 'nod.codeDue';

/** The address of that page, which goes on to `next`. */
export function codeAddress(next: string): string {
  tabStore.write(KEY, '1');
  return next === '/' ? '/account/code' : `/account/code?${new URLSearchParams({ next })}`;
}

/**
 * Whether somebody has just registered or recovered; true once. Then a code is made without asking. A reload or the
 * back button must not make another one, which would make the noted one worthless.
 */
export function takeCodeDue(): boolean {
  const isDue = tabStore.read(KEY) !== null;
  tabStore.remove(KEY);
  return isDue;
}
