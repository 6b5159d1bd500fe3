/** What axe has to say about a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { WIDTHS } from './screens.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare const axe: { run(options: RunOptions): Promise<AxeResults> };

/** What axe finds on a page in each scheme and at each width, and whether anything sticks out at the side. */
export async function findings(page: Page): Promise<string[]> {
  const found: string[] = [];
  // Not through the page's own means, which its content security policy would rightly refuse.
  const devtools = await page.context().newCDPSession(page);
  // Nor is this connection given back: with it the page's virtual authenticator would go.
  await devtools.send('Runtime.evaluate', { expression: AXE });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, size] of Object.entries(WIDTHS)) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(size);
      const { violations, overflow } = await page.evaluate(async () => ({
        // The rules are all; only what they have to say of what is well is left out.
        violations: (await axe.run({ resultTypes: ['violations'] })).violations,
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }));
      const at = `${colorScheme}, ${width}`;
      for (const { id, nodes } of violations) {
        found.push(
          ...nodes.map((node) => `${at}: ${id} at ${node.target.join(' ')}: ${node.failureSummary}`),
        );
      }
      if (overflow > 0) found.push(`${at}: ${overflow} px stick out at the side`);
    }
  }
  return found;
}
