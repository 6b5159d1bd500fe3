/** The way to a provider, and this tab’s return from there. */
import { pathOf } from '../../shared/routes.ts';
import type { Approved } from '../signin/completion.ts';
import { takeSigninCookie } from '../signin/waiting.ts';

/** Where a sign-in with a provider begins, which leads there, back, and on to `next`. */
export function startAddress(provider: string, next: string): string {
  return `${pathOf('social-start', { provider })}?${new URLSearchParams({ next })}`;
}

const KEY = 'nod.provider-return';

/** Its id, which is its completion's `Idempotency-Key` as well: the same over every repeat, and over a reload. */
export function providerReturn(): Approved {
  const id = sessionStorage.getItem(KEY) ?? crypto.randomUUID();
  sessionStorage.setItem(KEY, id);
  takeSigninCookie({ id });
  return { id, completionKey: id };
}

export function endProviderReturn(): void {
  sessionStorage.removeItem(KEY);
}

/** The fragment with which a page is opened after a link was made. */
export const LINKED = '#linked';
