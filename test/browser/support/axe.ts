/** What axe has to say about a page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { WIDTHS } from './screens.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that look at colours, all that a scheme changes (`web/styles`); those of AAA are off, as axe has them. */
const OF_COLOURS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

/**
 * How a page is brought into some states, one after the other: what axe needs is in a page once, and each state that
 * follows from another without a load costs a third.
 */
export type Walk = Record<string, (page: Page) => Promise<unknown>>;

/** Expects axe to find nothing in any state of a walk, and tells of each in which it does. */
export async function expectNoFindings(page: Page, walk: Walk): Promise<void> {
  for (const [state, bring] of Object.entries(walk)) {
    await bring(page);
    expect.soft(await findings(page), state).toEqual([]);
  }
}

/** Each scheme at each width, with one change from one to the next. */
const LOOKS = [
  { colorScheme: 'light', width: 'phone', rules: {} },
  { colorScheme: 'light', width: 'desktop', rules: {} },
  { colorScheme: 'dark', width: 'desktop', rules: OF_COLOURS },
  { colorScheme: 'dark', width: 'phone', rules: OF_COLOURS },
] as const;

declare const axe: { run(options: RunOptions): Promise<AxeResults> };

/**
 * What axe finds on a page in each scheme and at each width, and whether anything sticks out at the side. All rules
 * are asked at both widths, and in the other scheme those of colours.
 *
 * @param again brings back, at each width, what closes when the window changes
 */
export async function findings(page: Page, again?: (page: Page) => Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  if (await page.evaluate(() => typeof axe === 'undefined')) {
    // Not through the page's own means, which its content security policy would rightly refuse.
    const devtools = await page.context().newCDPSession(page);
    // Nor is this connection given back: with it the page's virtual authenticator would go.
    await devtools.send('Runtime.evaluate', { expression: AXE });
  }
  for (const { colorScheme, width, rules } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(WIDTHS[width]);
    await again?.(page);
    const { violations, overflow } = await page.evaluate(
      async (rules) => ({
        // Only what they have to say of what is well is left out.
        violations: (await axe.run({ ...rules, resultTypes: ['violations'] })).violations,
        overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      }),
      rules,
    );
    const at = `${colorScheme}, ${width}`;
    for (const { id, nodes } of violations) {
      found.push(...nodes.map((node) => `${at}: ${id} at ${node.target.join(' ')}: ${node.failureSummary}`));
    }
    if (overflow > 0) found.push(`${at}: ${overflow} px stick out at the side`);
  }
  return found;
}
