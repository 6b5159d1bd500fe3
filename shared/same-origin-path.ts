/**
 * Where to go after signing in (DESIGN.md §6.9): a path on this site, whatever was asked for. The URL parser decides,
 * because it alone knows what browsers make of backslashes, tabs and doubled slashes.
 */
export function sameOriginPath(next: string | null | undefined, origin: string): string {
  if (next === null || next === undefined) return '/';
  const url = URL.canParse(next, origin) ? new URL(next, origin) : undefined;
  const own = new URL(origin);
  if (url === undefined || url.origin !== own.origin || url.protocol !== own.protocol) return '/';
  // `/.//evil.example` is on this site, but its path alone would be read as another host's address.
  if (url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search + url.hash;
}
