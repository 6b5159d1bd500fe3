import { messages } from './messages.ts';
import { isSiteDataBlocked } from './storage.ts';

/** Why nobody can be let in here, in a browser that keeps no cookies; `undefined` in all others. */
export function cookiesNeeded(): string | undefined {
  return isSiteDataBlocked() ? messages.layout.cookiesNeeded : undefined;
}
