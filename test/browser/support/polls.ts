import type { Page } from 'playwright-core';

/** Counts the answers to `status` that a page gets from now on until it is left. */
export function pollsUntilLeft(page: Page): () => number {
  const { pathname } = new URL(page.url());
  let answers = 0;
  page.on('response', (response) => {
    const isStillThere = new URL(response.frame().url()).pathname === pathname;
    if (isStillThere && response.url().endsWith('/api/status')) answers++;
  });
  return () => answers;
}
