/** Links to the phone page: what they ask for, and how far a number in one is trusted. */
import { call } from '../lib/api.ts';
import { keptWaiting } from '../signin/waiting.ts';
import { type Finding, findByNumber } from './phone-api.ts';

/** What a link to the phone page, or a code that the page's own scanner reads, asks the phone to do. */
export type PhoneLink =
  | { asks: 'enrol'; ticket: string }
  | { asks: 'approve'; number: string }
  /** A notification's: the number is typed all the same. */
  | { asks: 'request'; sessionId: string }
  /** A notification's: a recovery may still be stopped. */
  | { asks: 'recovery' }
  | { asks: 'nothing' };

/**
 * Reads the fragment of an address of the phone page: `#enrol=<ticket>`, `#approve=<number>`,
 * `#request=<session>` or `#recovery`.
 */
export function phoneLinkOf(fragment: string): PhoneLink {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const ticket = parts.get('enrol');
  if (ticket) return { asks: 'enrol', ticket };
  const number = parts.get('approve');
  if (number !== null && /^\d{6}$/.test(number)) return { asks: 'approve', number };
  const sessionId = parts.get('request');
  if (sessionId) return { asks: 'request', sessionId };
  if (parts.has('recovery')) return { asks: 'recovery' };
  return { asks: 'nothing' };
}

/** Reads the text of a scanned code. `undefined`: it is not one of this site's codes for a phone. */
export function phoneLinkOfCode(text: string, origin: string): PhoneLink | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.origin !== origin || url.pathname !== '/phone') return undefined;
  const link = phoneLinkOf(url.hash);
  return link.asks === 'nothing' ? undefined : link;
}

/**
 * Takes the link out of the address at once, so that neither a ticket nor a number stays in the history,
 * in a screenshot or in what "Share" hands on.
 */
export function takePhoneLink(): PhoneLink {
  const link = phoneLinkOf(location.hash);
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
  return link;
}

/**
 * Who asks with a number that came with a link (DESIGN.md §5.2). A link may come from a camera that sees the screen or from
 * a mail of somebody who wants to be let in, and nobody can tell which: so the person reads the number off the screen,
 * also of a known browser. Only where this very browser waits with it, it has been seen right here. Otherwise nothing
 * is asked of the server: a link that was opened is no guess.
 */
export async function findByLink(
  number: string,
  given: { isHere: boolean; trustsLinks: boolean },
): Promise<Finding | undefined> {
  const isSeen = given.trustsLinks || (given.isHere && (await isOwnNumber(number)));
  return isSeen ? await findByNumber(number) : undefined;
}

/** Whether this very browser is waiting with this number: then the person has seen it right here. */
async function isOwnNumber(number: string): Promise<boolean> {
  if (keptWaiting('signin')?.number !== number) return false;
  return (await call('status', { query: { of: 'signin' } })).status === 'pending';
}
