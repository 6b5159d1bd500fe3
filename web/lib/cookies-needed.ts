import { isSiteDataBlocked } from './storage.ts';

/** Why nobody can be let in here, in a browser that keeps no cookies; `undefined` in all others. */
export function cookiesNeeded(): string | undefined {
  return isSiteDataBlocked()
    ? 'Nod needs cookies to sign you in. Allow them for this site in your browser’s settings, then load this page again.'
    : undefined;
}
