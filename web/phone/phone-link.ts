/** What a link to the phone page, or a code that the page's own scanner reads, asks the phone to do. */
export type PhoneLink =
  | { asks: 'enrol'; ticket: string }
  | { asks: 'approve'; number: string }
  /** A notification's: the number is typed all the same. */
  | { asks: 'request'; sessionId: string }
  | { asks: 'nothing' };

/** Reads the fragment of an address of the phone page: `#enrol=<ticket>`, `#approve=<number>` or `#request=<session>`. */
export function phoneLinkOf(fragment: string): PhoneLink {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const ticket = parts.get('enrol');
  if (ticket) return { asks: 'enrol', ticket };
  const number = parts.get('approve');
  if (number !== null && /^\d{6}$/.test(number)) return { asks: 'approve', number };
  const sessionId = parts.get('request');
  if (sessionId) return { asks: 'request', sessionId };
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
