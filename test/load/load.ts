/**
 * `npm run load [-- --tabs 40 --sign-ins 100 --at-once 8]`: signed-in tabs that poll once a second, and
 * beside them full sign-ins with software phones, through the local server. Prints throughput, times and errors,
 * and ends with 1 unless every answer was good and the tables hold exactly what was done: nothing lost or double.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { databaseClient } from '../../infra/local/database.ts';
import { Browser, type Site } from '../support/browser.ts';
import { newPerson, signIn } from '../support/people.ts';
import { allRows } from '../support/rows.ts';
import { Meter } from './meter.ts';
import { startNod } from './started-nod.ts';
import { Tally } from './tally.ts';

const POLL_MS = 1000;
/** Whatever is asked for, it ends: this machine is also somebody's desk. */
const MOST = { tabs: 500, 'sign-ins': 5000, 'at-once': 64 } as const;
const GIVEN_UP_AFTER_MS = 10 * 60_000;

const { values } = parseArgs({
  options: {
    tabs: { type: 'string', default: '40' },
    'sign-ins': { type: 'string', default: '100' },
    'at-once': { type: 'string', default: '8' },
  },
});
const amountOf = (name: keyof typeof MOST): number => {
  const amount = Number(values[name]);
  if (Number.isInteger(amount) && amount >= 1 && amount <= MOST[name]) return amount;
  console.error(`--${name} must be a whole number from 1 to ${MOST[name]}.`);
  process.exit(1);
};
const [tabs, signIns, atOnce] = [amountOf('tabs'), amountOf('sign-ins'), amountOf('at-once')];

const nod = await startNod();
const stop = async (code: number): Promise<never> => {
  await nod.stop();
  process.exit(code);
};
process.on('SIGINT', () => void stop(1));
process.on('uncaughtException', (error) => {
  console.error(error);
  void stop(1);
});
setTimeout(() => {
  console.error(`Given up after ${GIVEN_UP_AFTER_MS / 60_000} minutes.`);
  void stop(1);
}, GIVEN_UP_AFTER_MS).unref();

const tally = new Tally();
let meter: Meter | undefined;
const site: Site = { origin: nod.origin, onAnswer: (...answer) => meter?.note(...answer) };

console.log(`${tabs} tabs that poll, ${signIns} sign-ins, of ${atOnce} people at once, at ${nod.origin}`);
await warmUp();
const pendingFlood = await inParallel(atOnce, atOnce, async () => {
  const person = await newPerson(site);
  tally.signedIn(person.username, person.browser);
  return person;
});
const one = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
// A person confirms one sign-in after the other: of two assertions of one phone the second has the higher counter.
const watching = await inParallel(tabs, atOnce, async (_, worker) => {
  const person = one(pendingFlood, worker);
  const tab = await signIn(site, person);
  tally.signedIn(person.username, tab);
  return tab;
});

// From here on it counts.
const measured = new Meter();
meter = measured;
const began = performance.now();
let isOver = false;
const polling = watching.map(async (tab, at) => {
  await sleep((at / tabs) * POLL_MS);
  while (!isOver) {
    const { status, body } = await tab.call('status');
    if (status !== 200 || body.status !== 'active') tally.complain(`a tab was told ${status} ${body.status}`);
    await sleep(POLL_MS);
  }
});
await inParallel(signIns, atOnce, async (at, worker) => {
  const { username, phone } = one(pendingFlood, worker);
  const browser = new Browser(site);
  const start = await browser.succeed('login-start', { body: { username } });
  tally.started(username, start);
  await phone.approve(start.number);
  while ((await browser.succeed('status')).status === 'pending') await sleep(POLL_MS);
  await browser.succeed('login-complete', { headers: { 'idempotency-key': start.sessionId } });
  tally.signedIn(username, browser);
  const post = await browser.succeed('post-create', {
    body: { body: `Signed in as number ${at}` },
    headers: { 'idempotency-key': start.sessionId },
  });
  tally.posted(post.id, start.sessionId);
}).catch((error: unknown) => tally.complain(String(error)));
isOver = true;
await Promise.all(polling);
const seconds = (performance.now() - began) / 1000;
meter = undefined;

const client = databaseClient(nod.databaseEndpoint);
tally.compare(await allRows(client, 'nod-'));
client.destroy();
await inParallel(tally.browsers.length, atOnce, async (at) => {
  const { username, sessionId, browser } = one(tally.browsers, at);
  const { body } = await browser.call('me');
  if (body.user?.username !== username || body.session?.id !== sessionId)
    tally.complain(`${sessionId} is not ${username}’s`);
});

console.log(`\n${measured.table(seconds).join('\n')}\n`);
console.log(
  `${(signIns / seconds).toFixed(1)} sign-ins a second beside ${tabs} tabs, ${seconds.toFixed(0)} s`,
);
for (const complaint of tally.complaints.slice(0, 20)) console.error(`WRONG: ${complaint}`);
if (tally.complaints.length === 0) console.log('Nothing lost, nothing double.');
await stop(tally.complaints.length === 0 && measured.errors === 0 ? 0 : 1);

/** Nobody counts the first calls, in which everything is loaded and compiled: they may well take too long. */
async function warmUp(): Promise<void> {
  for (let tries = 5; tries > 0; tries--) {
    const done = await newPerson(site)
      .then(({ browser }) => browser.succeed('logout'))
      .catch((error: unknown) => void console.error(`Once more: ${error}`));
    if (done !== undefined) return;
  }
}

/** Does something so many times, by so many workers at once. */
async function inParallel<T>(
  times: number,
  workers: number,
  work: (at: number, worker: number) => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      for (let at = next++; at < times; at = next++) done[at] = await work(at, worker);
    }),
  );
  return done;
}
