/**
 * The cookies of flows: each way to a provider, and each passkey question, has one of its own, named by the session that
 * it may become. So tabs do not take one another's, and the cookie of a sign-in that waits is set only by what waits.
 */
import { isSessionId, type SessionId } from '../ids.ts';
import { clearCookie, setCookie } from './cookies.ts';
import type { Cookies } from './request.ts';

/** `oidc`: on the way to a provider, or at a question on the way back. `passkey`: asked for a passkey. */
export type Flow = 'oidc' | 'passkey';

/** How many of one kind a browser carries, at about a hundred bytes each: one more takes the place of the oldest. */
const MOST = 5;
/** How many an answer clears: what somebody has made up beyond that goes with the next ones. */
const MOST_CLEARED = 10;

const nameOf = (flow: Flow, id: SessionId): string => `__Host-${flow}-${id}`;

/** Sets the cookie of a flow that begins, and clears the oldest ones where there are too many. */
export function beginFlow(
  flow: Flow,
  { id, secret, lasts }: { id: SessionId; secret: string; lasts: number },
  cookies: Cookies,
  now: Date,
): string[] {
  const isOfFlow = new RegExp(`^__Host-${flow}-[\\w-]{1,64}$`);
  const others = Object.keys(cookies)
    .filter((name) => isOfFlow.test(name))
    .sort((one, other) => begunAt(cookies[other]) - begunAt(cookies[one]));
  return [
    setCookie(nameOf(flow, id), `${now.getTime()}.${secret}`, lasts),
    ...others
      .slice(MOST - 1)
      .slice(-MOST_CLEARED)
      .map(clearCookie),
  ];
}

export const endFlow = (flow: Flow, id: SessionId): string => clearCookie(nameOf(flow, id));

/** The secret that this browser has of a flow. */
export function flowSecret(flow: Flow, id: string | undefined, cookies: Cookies): string | undefined {
  return id !== undefined && isSessionId(id) ? cookies[nameOf(flow, id)]?.split('.')[1] : undefined;
}

/** What has not the form of one of ours is the oldest. */
function begunAt(value = ''): number {
  return /^\d{13}\./.test(value) ? Number.parseInt(value, 10) : 0;
}
