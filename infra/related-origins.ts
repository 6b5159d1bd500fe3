/**
 * Lets pages of the site use passkeys that are bound to another host: a browser asks that host, under
 * `/.well-known/webauthn`, whether it knows the site (WebAuthn Level 3 §5.11). The site answers for itself
 * under all of its names, CloudFront's included, so that a Nod that began at CloudFront's may move to its own.
 */

/**
 * The file in the bucket. Browsers take nothing but JSON, and what a file is called tells those who upload it what is
 * in it; `url-rewrite.ts` leads from the well-known place to it.
 */
export const RELATED_ORIGINS_FILE = '.well-known/webauthn.json';

/** Whether a page of `host` may use the relying-party id without asking: its own host, or a domain above it. */
export function isOwnRelyingPartyId(relyingPartyId: string, host: string): boolean {
  return host === relyingPartyId || host.endsWith(`.${relyingPartyId}`);
}

export const relatedOrigins = (host: string) => ({ origins: [`https://${host}`] });
