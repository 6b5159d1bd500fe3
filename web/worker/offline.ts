/**
 * The offline page: the only thing that is kept. Everything is asked of the network first, so that no page is ever
 * shown in an old version, and calls of the API are left alone.
 */
const CACHE = 'offline';
const PAGE = '/offline';

let keeping: Promise<void> = Promise.resolve();

/** Keeps the offline page and all that its document names, and nothing of an earlier one; one after the other. */
export function keepOfflinePage(): Promise<void> {
  keeping = keeping.catch(() => {}).then(keepAnew);
  return keeping;
}

async function keepAnew(): Promise<void> {
  const document = await (await fetch(PAGE)).text();
  const files = [...document.matchAll(/\b(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path);
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...files]);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== PAGE && !files.includes(pathname)) await cache.delete(url);
  }
}

/** Keeps it in the language that a page was just opened in, which is the last one that is used here. */
export async function keepOfflinePageIn(language: string): Promise<void> {
  const kept = await (await storedOf(PAGE))?.text();
  if (kept !== undefined && !kept.includes(`<html lang="${language}"`)) await keepOfflinePage();
}

/**
 * The answer to what a page is made of; `undefined` leaves the request to the browser. A navigation is never left to it,
 * wherever it leads: the browser has sent it ahead (navigation preload), and would send it a second time, which a way
 * back from a provider does not bear.
 */
export function offlineAnswer(event: FetchEvent): Promise<Response> | undefined {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return undefined;
  if (request.mode === 'navigate') return orKept(fromNetwork(event), PAGE);
  if (pathname.startsWith('/api/')) return undefined;
  // A page's own calls have no destination.
  return request.destination === '' ? undefined : orKept(fetch(request), request);
}

async function fromNetwork({ request, preloadResponse }: FetchEvent): Promise<Response> {
  const preloaded: Response | undefined = await preloadResponse;
  return preloaded ?? fetch(request);
}

async function orKept(answer: Promise<Response>, kept: RequestInfo): Promise<Response> {
  try {
    return await answer;
  } catch (error) {
    const stored = await storedOf(kept);
    if (stored === undefined) throw error;
    return stored;
  }
}

/** Whatever it was chosen by: there is one of each. */
function storedOf(kept: RequestInfo): Promise<Response | undefined> {
  return caches.match(kept, { cacheName: CACHE, ignoreVary: true });
}
