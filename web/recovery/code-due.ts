/** The recovery code has its screen between a new account, or a recovered one, and what comes next. */
const KEY = 'nod.codeDue';

/** The address of that screen, which goes on to `next`. */
export function codeAddress(next: string): string {
  sessionStorage.setItem(KEY, '1');
  return next === '/' ? '/account/code' : `/account/code?${new URLSearchParams({ next })}`;
}

/**
 * Whether somebody comes from there, once: a code is made by itself then, and never by a reload or the way back,
 * which would make the one that was noted worthless.
 */
export function takeCodeDue(): boolean {
  const isDue = sessionStorage.getItem(KEY) !== null;
  sessionStorage.removeItem(KEY);
  return isDue;
}
