import type { Browser, Locator, Page } from 'playwright-core';

/** One for each Chromium of this process, which takes them along when it ends. */
const shared = globalThis as { blankPages?: WeakMap<Browser, Promise<Page>> };

/**
 * Works in an empty page beside the one with `element`, where no site's content security policy holds. It is the same
 * page each time, with the scripts that were added to it.
 */
export async function inBlankPage<T>(element: Locator, work: (page: Page) => Promise<T>): Promise<T> {
  const chromium = element.page().context().browser();
  if (chromium === null) throw new Error('this page has no browser of its own');
  shared.blankPages ??= new WeakMap();
  const page = shared.blankPages.get(chromium) ?? chromium.newContext().then((context) => context.newPage());
  shared.blankPages.set(chromium, page);
  return work(await page);
}
