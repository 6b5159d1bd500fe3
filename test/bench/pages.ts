/**
 * How soon a reader sees the first post: `npm run bench:pages [runs]`.
 *
 * The home page as it comes with content, the same document without its scripts (plain HTML with the same posts, the same
 * style inline and the same security headers), and the file that stands in where the function `page` fails, which its script fills. All three are
 * opened in turn, so that whatever else the machine does meets all of them alike, each time by a browser that was never
 * here: 390 px wide, 150 ms to the server and back, 1.6 Mbit/s, and a quarter of this machine's processor.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser as Chromium } from 'playwright-core';
import { bundleFunctions, bundleSite, siteFolder } from '../../infra/bundles.ts';
import { compressed } from '../../infra/local/compression.ts';
import { createTables, startDatabase } from '../../infra/local/database.ts';
import { localFunctions } from '../../infra/local/functions.ts';
import { listen } from '../../infra/local/server.ts';
import { SECURITY_HEADERS } from '../../shared/headers.ts';
import { newSecret } from '../../shared/secrets.ts';
import { chromiumPaths, launchChromium } from '../support/chromium.ts';
import { newPerson } from '../support/people.ts';

const runs = Number(process.argv[2] ?? 9);
const NETWORK = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const CPU_SLOWER = 4;
const POSTS = 25;

type Seen = { firstPaint: number; largestPaint: number; firstPost: number; requests: number; kB: number };

/** Runs in the page before anything of its own: notes the frame in which the first post is on the screen. */
const NOTE_FIRST_POST = `
const look = () => {
  const post = document.querySelector('.post');
  if (post && post.getBoundingClientRect().height > 0) window.firstPostAt = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
`;

await Promise.all([bundleFunctions(), bundleSite({ local: false })]);
const database = await startDatabase();
await createTables(database.endpoint, 'bench-');
const [server, standIn] = await Promise.all([listen(0), listen(0)]);
const settings = {
  relyingPartyId: 'localhost',
  databaseEndpoint: database.endpoint,
  tablePrefix: 'bench-',
  decoySecret: newSecret(),
  keySecret: newSecret(),
  variables: { NOD_LIMITS_SCALE: '1000' },
};
const ofServer = ({ origin: siteOrigin, originSecret }: typeof server) =>
  localFunctions({ ...settings, siteOrigin, originSecret });
const functions = [ofServer(server), ofServer(standIn)] as const;
// Of its own, because whoever builds meanwhile takes the other away.
const folder = mkdtempSync(join(tmpdir(), 'nod-bench-'));
cpSync(siteFolder({ local: false }), folder, { recursive: true });
server.serve({ functions: functions[0], siteFolder: folder });
const failing = { ...functions[1] };
failing.invoke = (name, event) =>
  name === 'page' ? Promise.reject(new Error('as if it were away')) : functions[1].invoke(name, event);
standIn.serve({ functions: failing, siteFolder: folder });

const { browser: author } = await newPerson(server);
for (let at = 0; at < POSTS; at++) {
  const body = `Post ${at}. ${'The quick brown fox jumps over the lazy dog. '.repeat(1 + (at % 5))}`;
  await author.succeed('post-create', { body: { body } });
}
const answer = await fetch(`${server.origin}/`);
const document = await answer.text();
const policy = { 'content-security-policy': answer.headers.get('content-security-policy') ?? '' };
const plain = document.replace(/<script[\s\S]*?<\/script>|<link rel="modulepreload"[^>]*>/g, '');

const { content, headers } = await compressed(Buffer.from(plain), 'text/html; charset=utf-8', 'br');
const plainServer = createServer((request, response) => {
  if (request.url !== '/') return response.writeHead(404).end();
  // Those of the page, too: a policy that opens another process for a document does so for any document.
  const own = { ...SECURITY_HEADERS, ...policy, ...headers, 'content-type': 'text/html; charset=utf-8' };
  return response.writeHead(200, own).end(content);
}).listen(0);
const pages = {
  'plain HTML': `http://localhost:${(plainServer.address() as AddressInfo).port}/`,
  'with content': `${server.origin}/`,
  'the file alone': `${standIn.origin}/`,
};

const chromium = await launchChromium(chromiumPaths().shell);
const seen = new Map(Object.keys(pages).map((name) => [name, [] as Seen[]]));
// The first round warms the functions up, and is not counted.
for (let run = 0; run <= runs; run++) {
  for (const [name, address] of Object.entries(pages)) {
    const one = await look(chromium, address);
    if (run > 0) seen.get(name)?.push(one);
  }
}
report();
await chromium.close();
plainServer.close();
await Promise.all([server.close(), standIn.close(), ...functions.map((one) => one.stop())]);
await database.stop();
rmSync(folder, { recursive: true });

async function look(chromium: Chromium, address: string): Promise<Seen> {
  const context = await chromium.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', NETWORK);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWER });
  await page.addInitScript(NOTE_FIRST_POST);
  let [requests, bytes] = [0, 0];
  cdp.on('Network.requestWillBeSent', () => requests++);
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(address);
  await page.waitForFunction(() => 'firstPostAt' in globalThis);
  // Later than any of the three paints anything larger.
  await page.waitForTimeout(1500);
  // A text, because types of the browser's are not these of Node.js.
  const paints = await page.evaluate<Omit<Seen, 'requests' | 'kB'>>(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve({
      firstPaint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
      largestPaint: list.getEntries().at(-1).startTime,
      firstPost: window.firstPostAt,
    })).observe({ type: 'largest-contentful-paint', buffered: true });
  })`);
  await context.close();
  return { ...paints, requests, kB: bytes / 1000 };
}

function report(): void {
  const columns = ['firstPaint', 'largestPaint', 'firstPost', 'requests', 'kB'] as const;
  const base = medians('plain HTML');
  console.log(`\n${runs} runs; the median of each, and how many times that of plain HTML\n`);
  console.log(['', ...columns].map((text) => text.padStart(16)).join(''));
  for (const name of seen.keys()) {
    const own = medians(name);
    const cells = columns.map((column) => {
      const times = ['requests', 'kB'].includes(column)
        ? ''
        : ` (${(own[column] / base[column]).toFixed(2)})`;
      return `${own[column].toFixed(0)}${times}`.padStart(16);
    });
    console.log(name.padStart(16) + cells.join(''));
  }
}

function medians(name: string): Seen {
  const all = seen.get(name) ?? [];
  const median = (column: keyof Seen) =>
    all.map((one) => one[column]).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? Number.NaN;
  return {
    firstPaint: median('firstPaint'),
    largestPaint: median('largestPaint'),
    firstPost: median('firstPost'),
    requests: median('requests'),
    kB: median('kB'),
  };
}
