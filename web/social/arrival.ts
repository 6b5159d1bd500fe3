/** This tab's return from a provider. */
import type { Approved } from '../signin/completion.ts';
import { takeSigninCookie } from '../signin/waiting.ts';

const KEY = 'nod.arrival';

/** Its id, which is its completion's `Idempotency-Key` as well: the same over every repeat, and over a reload. */
export function arrival(): Approved {
  const id = sessionStorage.getItem(KEY) ?? crypto.randomUUID();
  sessionStorage.setItem(KEY, id);
  takeSigninCookie({ id });
  return { id, completionKey: id };
}

export function endArrival(): void {
  sessionStorage.removeItem(KEY);
}
