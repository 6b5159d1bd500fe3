/**
 * The sign-in or registration that this tab waits with. It outlives a reload and the way to the phone page and
 * back, which on a phone happen in the same tab.
 */
import type { Timestamp } from '../../shared/responses.ts';
import { browserStore, tabStore } from '../lib/storage.ts';

export type Waiting = {
  kind: 'signin' | 'register' | 'recover';
  /** Tells this start from others in the same browser; the API never sees it. */
  id: string;
  username: string;
  /** The address that the phone opens; where a phone is added by it, it is a secret. */
  url: string;
  /** The six digits; only a sign-in has them. */
  number?: string;
  expiresAt: Timestamp;
  /** The `Idempotency-Key` of its completion: the same over every repeat, and over a reload. */
  completionKey: string;
  /** The phone that was added by its link is this very browser. */
  isEnrolledHere?: boolean;
};

const KEY = 'nod.waiting';
const NEWEST = 'nod.newest';

/** Keeps what was just started; it has the browser's sign-in cookie now. */
export function startWaiting(started: Omit<Waiting, 'id' | 'completionKey'>): Waiting {
  const waiting = { ...started, id: crypto.randomUUID(), completionKey: crypto.randomUUID() };
  tabStore.write(KEY, JSON.stringify(waiting));
  takeSigninCookie(waiting);
  return waiting;
}

/** Says to the browser's other tabs that its sign-in cookie belongs to this one from now on. */
export function takeSigninCookie({ id }: Pick<Waiting, 'id'>): void {
  browserStore.write(NEWEST, id);
}

/** What this tab waits with, unless it is of another kind or was replaced. */
export function keptWaiting(kind: Waiting['kind']): Waiting | undefined {
  const waiting = stored();
  return waiting?.kind === kind && isNewest(waiting) ? waiting : undefined;
}

function stored(): Waiting | undefined {
  return (tabStore.readJson(KEY) as Waiting | null | undefined) ?? undefined;
}

/** This browser has been made the phone by a link: what this tab waits with may have shown it. */
export function noteEnrolledHere(ticket: string): void {
  const waiting = stored();
  if (waiting === undefined || !waiting.url.endsWith(`#enrol=${ticket}`)) return;
  tabStore.write(KEY, JSON.stringify({ ...waiting, isEnrolledHere: true }));
}

export function stopWaiting(): void {
  tabStore.remove(KEY);
}

/**
 * Whether the sign-in cookie is still this one's. A browser has one such cookie, and a later start, in whatever
 * tab, takes it: from then on the status speaks of the other.
 */
export function isNewest({ id }: Waiting): boolean {
  return browserStore.read(NEWEST) === id;
}
