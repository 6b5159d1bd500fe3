/**
 * Where to go after signing in (DESIGN.md §6.9): a page of this site, whatever was asked for. The URL parser decides,
 * because it alone knows what browsers make of backslashes, tabs and doubled slashes.
 */
export function sameOriginPath(next: string | null | undefined, origin: string): string {
  if (next === null || next === undefined) return '/';
  const url = URL.canParse(next, origin) ? new URL(next, origin) : undefined;
  const own = new URL(origin);
  if (url === undefined || url.origin !== own.origin || url.protocol !== own.protocol) return '/';
  // `/.//evil.example` is on this site, but its path alone would be read as another host's address.
  if (url.pathname.startsWith('//') || isOfApi(url.pathname, origin)) return '/';
  return url.pathname + url.search + url.hash;
}

/** More than anybody between the browser and the API decodes. */
const DECODINGS = 3;

/**
 * Whether a path may reach the API, however it is written: with letters, slashes or dots encoded, capital letters, or
 * slashes doubled.
 */
function isOfApi(path: string, origin: string): boolean {
  let written = path;
  for (let made = 0; made <= DECODINGS; made++) {
    // Slashes are made single first, or what follows two of them would be read as a host; and nothing ends the path.
    const { pathname } = new URL(written.replace(/[\\/?#]+/g, '/'), origin);
    if (/^\/api(?![^/])/i.test(pathname)) return true;
    written = written.replace(/%([0-7][\da-f])/gi, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  }
  return false;
}
