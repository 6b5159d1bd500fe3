/** This page's address, and where to go on from it. */
import { sameOriginPath } from '../../shared/same-origin-path.ts';

/** Takes a parameter off the page's address: so that a reload or a copied link does not do it again. */
export function dropFromAddress(name: string): void {
  const address = new URL(location.href);
  if (!address.searchParams.has(name)) return;
  address.searchParams.delete(name);
  history.replaceState(null, '', address);
}

/** Where to go after signing in: a path on this site, whatever was asked for. */
export function safeNext(next: string | null | undefined, origin: string = location.origin): string {
  return sameOriginPath(next, origin);
}
