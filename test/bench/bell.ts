/**
 * How soon a tab is gone when its session is ended elsewhere, and what it asks until then: `npm run bench:bell [runs]`.
 *
 * Tabs that hear the bell and tabs without it, each in use and merely visible, are open side by side in one Nod for two minutes;
 * then the phone of each ends its session, one after the other in turn. It counts from the call of the phone, its own way
 * through the API included, to the moment at which nothing private is on the screen any more.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { startNod } from '../load/started-nod.ts';
import { chromiumPaths, cookiesOf, launchChromium } from '../support/chromium.ts';
import { newPerson } from '../support/people.ts';

const runs = Number(process.argv[2] ?? 30);
/** Tabs of each kind at a time: more would be in each other's way. */
const AT_A_TIME = 10;
const USED_EVERY_MS = 10_000;
/** Somebody who does nothing for a minute is away from a page that is merely visible. */
const MINUTE_MS = 62_000;
const GIVEN_UP_MS = 30_000;

const KINDS = [
  { name: 'with the bell, in use', bell: true, used: true },
  { name: 'with the bell, visible', bell: true, used: false },
  { name: 'polls alone, in use', bell: false, used: true },
  { name: 'polls alone, visible', bell: false, used: false },
] as const;
type Kind = (typeof KINDS)[number];

/** Runs in the page before anything of its own: tells when what was on the screen has gone. */
const TELL_GONE = `
let wasFull = false;
new MutationObserver(() => {
  const main = document.querySelector('main');
  if (main?.childElementCount > 0) wasFull = true;
  else if (wasFull) { wasFull = false; tellGone(); }
}).observe(document, { childList: true, subtree: true });
`;

const nod = await startNod();
const chromium = await launchChromium(chromiumPaths().shell);
const took = new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]));
const polls = new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]));

try {
  for (let done = 0; done < runs; done += AT_A_TIME) {
    const tabs = [];
    for (const kind of Array(Math.min(AT_A_TIME, runs - done))
      .fill(KINDS)
      .flat() as Kind[]) {
      tabs.push(await openTab(kind));
    }
    // Opening a page counts as input, so in the first minute all are in use.
    await passMinute(tabs);
    for (const tab of tabs) tab.asked = 0;
    await passMinute(tabs);
    for (const tab of tabs) polls.get(tab.kind)?.push(tab.asked);
    for (const { kind, page, end, gone } of tabs) {
      if (kind.used) await page.mouse.move(Math.random() * 300, 300);
      await sleep(500 + Math.random() * 1000);
      const began = performance.now();
      await end();
      const at = await Promise.race([gone, sleep(GIVEN_UP_MS, Number.POSITIVE_INFINITY)]);
      took.get(kind)?.push(at - began);
      await page.context().close();
    }
    console.log(`${Math.min(done + AT_A_TIME, runs)} of ${runs}`);
  }
  console.log(
    `\n${'a tab'.padEnd(26)}${'median'.padStart(10)}${'p95'.padStart(10)}${'polls a minute'.padStart(17)}`,
  );
  for (const kind of KINDS) {
    const [times, counts] = [took.get(kind) ?? [], polls.get(kind) ?? []];
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const row = [`${at(times, 0.5).toFixed(0)} ms`, `${at(times, 0.95).toFixed(0)} ms`];
    console.log(
      kind.name.padEnd(26) + row.map((cell) => cell.padStart(10)).join('') + mean.toFixed(1).padStart(17),
    );
  }
} finally {
  await chromium.close();
  await nod.stop();
}

/** Lets a minute go by, with somebody at the tabs that are in use. */
async function passMinute(tabs: readonly { kind: Kind; page: Page }[]): Promise<void> {
  for (const until = performance.now() + MINUTE_MS; performance.now() < until; ) {
    for (const { kind, page } of tabs) if (kind.used) await page.mouse.move(Math.random() * 300, 300);
    await sleep(USED_EVERY_MS);
  }
}

/** Somebody at their account, and what their phone does to end that. */
async function openTab(kind: Kind) {
  const { browser, phone } = await newPerson({ origin: nod.origin });
  const { session } = await browser.succeed('me');
  const context = await chromium.newContext({ baseURL: nod.origin });
  await context.addCookies(cookiesOf(browser));
  const page: Page = await context.newPage();
  const { promise: gone, resolve } = Promise.withResolvers<number>();
  await page.exposeFunction('tellGone', () => resolve(performance.now()));
  await page.addInitScript(TELL_GONE);
  if (!kind.bell) await page.addInitScript('delete globalThis.WebSocket');
  const end = () => phone.succeed('session-end', { params: { sessionId: session.id } });
  const tab = { kind, page, end, gone, asked: 0 };
  page.on('request', (request) => {
    if (request.url().includes('/api/status')) tab.asked++;
  });
  await page.goto('/account');
  await page.getByRole('heading', { name: 'Phones' }).waitFor();
  return tab;
}

/** The value below which this share of the values lie. */
function at(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
