import type { Locator, Page } from 'playwright-core';

/** Works in an empty page beside the one with `element`, where no site's content security policy holds. */
export async function inBlankPage<T>(element: Locator, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await element.page().context().browser()?.newContext();
  if (context === undefined) throw new Error('this page has no browser of its own');
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}
