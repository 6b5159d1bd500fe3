/**
 * Contexts that are kept from test to test, clean and with their first page open: a new one, the first load in it
 * and its end cost more than a second of the processor, the next load a third of that. What is kept on purpose is
 * what a browser has that was at the site before: the files in its HTTP cache, and the service worker with its
 * offline page.
 */
import type { Browser, BrowserContext, BrowserContextOptions, CDPSession, Page } from 'playwright-core';

type Kept = {
  context: BrowserContext;
  page: Page;
  options: BrowserContextOptions;
  /** Not to be kept: something was done that cannot be taken back. */
  isSpent: boolean;
  devtools: CDPSession[];
};

/** Idle ones cost nothing but memory, and a test uses four at most. */
const MOST_KEPT = 6;
/** A document of the site without a script: who is on it does nothing, and stays in the same process. */
export const STILL = '/robots.txt';
/** What changes a context or a page for good: Playwright has no way back from it. */
const FOR_GOOD = {
  context: [
    'addInitScript',
    'exposeFunction',
    'exposeBinding',
    'routeWebSocket',
    'setExtraHTTPHeaders',
    'setGeolocation',
    'setOffline',
  ],
  page: ['addInitScript', 'exposeFunction', 'exposeBinding', 'routeWebSocket', 'setExtraHTTPHeaders'],
  clock: ['install', 'pauseAt', 'setFixedTime', 'setSystemTime'],
};
/** What tests listen to; what Playwright itself listens to stays. */
const EVENTS = {
  context: [
    'console',
    'dialog',
    'page',
    'request',
    'requestfailed',
    'requestfinished',
    'response',
    'serviceworker',
    'weberror',
  ],
  page: [
    'console',
    'dialog',
    'download',
    'framenavigated',
    'load',
    'pageerror',
    'popup',
    'request',
    'requestfailed',
    'requestfinished',
    'response',
    'worker',
  ],
} as const;

const inUse = new Map<BrowserContext, Kept>();
/** Those of this process, which takes them along when it ends; who was used last stands last. */
const shared = globalThis as { keptContexts?: Map<Browser, Kept[]> };

function keptOf(chromium: Browser): Kept[] {
  shared.keptContexts ??= new Map();
  const kept = shared.keptContexts.get(chromium) ?? [];
  shared.keptContexts.set(chromium, kept);
  return kept;
}

/** The only page of a context in which nobody has been, for all that pages and tests can tell. */
export async function takeContext(chromium: Browser, options: BrowserContextOptions): Promise<Page> {
  const kept = keptOf(chromium);
  const asked = JSON.stringify(options);
  const at = kept.findLastIndex((one) => JSON.stringify(one.options) === asked);
  const [found] = at < 0 ? [] : kept.splice(at, 1);
  if (found !== undefined) await clean(found);
  const one = found ?? (await make(chromium, options));
  inUse.set(one.context, one);
  return one.page;
}

/** Keeps a context for the next who asks for one like it, or closes it where that is not wanted or not possible. */
export async function giveBack(context: BrowserContext, isWanted: boolean): Promise<void> {
  const one = inUse.get(context);
  inUse.delete(context);
  const chromium = context.browser();
  if (!isWanted || one === undefined || chromium === null || !(await isBroughtToRest(one))) {
    return context.close();
  }
  const kept = keptOf(chromium);
  kept.push(one);
  if (kept.length > MOST_KEPT) await kept.shift()?.context.close();
}

async function make(chromium: Browser, options: BrowserContextOptions): Promise<Kept> {
  const context = await chromium.newContext(options);
  const page = await context.newPage();
  const one: Kept = { context, page, options, isSpent: false, devtools: [] };
  const spend = () => {
    one.isSpent = true;
  };
  beforeEachCall(context, FOR_GOOD.context, spend);
  beforeEachCall(page, FOR_GOOD.page, spend);
  beforeEachCall(context.clock, FOR_GOOD.clock, spend);
  const newSession = context.newCDPSession.bind(context);
  context.newCDPSession = async (target) => {
    const session = await newSession(target);
    one.devtools.push(session);
    return session;
  };
  return one;
}

function beforeEachCall(target: object, methods: string[], happen: () => void): void {
  for (const method of methods) {
    const original: (...args: unknown[]) => unknown = Reflect.get(target, method);
    Reflect.set(target, method, (...args: unknown[]) => {
      happen();
      return original.apply(target, args);
    });
  }
}

/** Ends all that goes on in a context, and says whether it may be used again. */
async function isBroughtToRest(one: Kept): Promise<boolean> {
  const { context, page, devtools } = one;
  if (one.isSpent || page.isClosed()) return false;
  for (const other of context.pages()) if (other !== page) await other.close();
  const left = await page.goto(STILL).catch(() => null);
  for (const event of EVENTS.context) context.removeAllListeners(event);
  for (const event of EVENTS.page) page.removeAllListeners(event);
  if (left === null || !left.ok() || new URL(page.url()).pathname !== STILL) return false;
  await Promise.all(devtools.splice(0).map((session) => session.detach().catch(() => {})));
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  return true;
}

/** Takes away what a test has left in a context that was brought to rest. */
async function clean({ context, page, options, devtools }: Kept): Promise<void> {
  const { viewport, colorScheme = 'light', reducedMotion = null } = options;
  const session = await context.newCDPSession(page);
  // Other sites, such as a provider's, keep what they have in places of their own.
  const { entries } = await session.send('Page.getNavigationHistory');
  const origins = new Set(entries.map(({ url }) => new URL(url).origin));
  origins.delete(new URL(page.url()).origin);
  for (const origin of origins) {
    if (origin !== 'null') await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
  await session.send('Page.resetNavigationHistory');
  await session.detach();
  devtools.splice(0);
  await context.clearCookies();
  await context.clearPermissions();
  if (viewport) await page.setViewportSize(viewport);
  await page.emulateMedia({ media: null, colorScheme, reducedMotion, forcedColors: null, contrast: null });
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    window.name = '';
    for (const { name } of await indexedDB.databases()) {
      await new Promise<void>((resolve, reject) => {
        const deletion = indexedDB.deleteDatabase(name ?? '');
        deletion.onsuccess = () => resolve();
        deletion.onerror = () => reject(deletion.error);
      });
    }
  });
}
