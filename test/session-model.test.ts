/**
 * All transitions of the state machine (DESIGN.md §2), in random order and several at once, over the browsers and the
 * two phones of each of two people, on the real store and with a clock that leaps, at times back. An oracle holds what callers are
 * told, and what is in the rows, to DESIGN.md §2. A failure prints its seed and the shortest story that fails.
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Item } from '../shared/database.ts';
import { Browser } from './support/browser.ts';
import { type NodInOneProcess, nodInOneProcess } from './support/one-process.ts';
import { addPhone, newPerson } from './support/people.ts';
import { type Action, SessionDriver, type Somebody, STEPS } from './support/session-driver.ts';
import { SessionOracle } from './support/session-oracle.ts';

/** Three numbers for all sign-ins, so that they are in each other's way. */
vi.mock('../shared/sessions/number.ts', () => {
  let drawn = 0;
  return { drawNumber: () => String(drawn++ % 3).padStart(6, '0') };
});

const STORIES = 40;

const BROWSERS = 2;
const browser = fc.nat(BROWSERS - 1);
const person = fc.nat(1);
const phone = fc.nat(1);
const session = { back: fc.nat(3), isForeign: fc.constantFrom(false, false, false, true), phone };
const choice = { lifetime: fc.constantFrom('10m', '24h', '30d'), presence: fc.boolean() };
const key = fc.constantFrom(undefined, 'one', 'one', 'other');

const does = <D extends Action['does']>(does: D) => ({ does: fc.constant(does) });

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ ...does('sign in'), browser, person, phone, ...choice }) },
  {
    weight: 3,
    arbitrary: fc.record({ ...does('show passkey'), browser, person, phone, lifetime: choice.lifetime }),
  },
  { weight: 4, arbitrary: fc.record({ ...does('ask'), browser, person }) },
  { weight: 6, arbitrary: fc.record({ ...does('approve'), ...session, ...choice }) },
  { weight: 1, arbitrary: fc.record({ ...does('deny'), ...session }) },
  { weight: 1, arbitrary: fc.record({ ...does('cancel'), browser }) },
  { weight: 6, arbitrary: fc.record({ ...does('complete'), browser, key }) },
  { weight: 2, arbitrary: fc.record({ ...does('be here'), person, phone }) },
  { weight: 5, arbitrary: fc.record({ ...does('use'), browser }) },
  { weight: 1, arbitrary: fc.record({ ...does('sign out'), browser }) },
  { weight: 1, arbitrary: fc.record({ ...does('end'), ...session }) },
  { weight: 1, arbitrary: fc.record({ ...does('end all'), person, phone }) },
  { weight: 1, arbitrary: fc.record({ ...does('end all others'), browser }) },
);

/** Seconds: mostly none or few, else around the times at which something ends, or back by as much. */
const wait = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom(-1, -61, -121, -600, -3600) },
  { weight: 3, arbitrary: fc.constantFrom(0, 0, 1, 20, 61) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(89, 90, 119, 120, 121, 509, 599, 600, 3599, 3600, 86_400, 604_800),
  },
);
const moment = fc.record({ wait, arrows: fc.array(action, { minLength: 1, maxLength: 3 }) });
const story = fc.array(moment, { minLength: 6, maxLength: 18 });

/** One that is told first: something of everything is let through, and not only refused. */
const given = { lifetime: '24h', presence: true, phone: 1 } as const;
const own = { back: 0, isForeign: false, phone: 0 } as const;
const FIRST: { wait: number; arrows: Action[] }[] = [
  { wait: 0, arrows: [{ does: 'sign in', browser: 0, person: 0, ...given }] },
  { wait: 61, arrows: [{ does: 'be here', person: 0, phone: 1 }] },
  { wait: 61, arrows: [{ does: 'use', browser: 0 }] },
  // Not the phone that approved: it does not keep the session, and this use is refused.
  { wait: 61, arrows: [{ does: 'be here', person: 0, phone: 0 }] },
  { wait: 1, arrows: [{ does: 'use', browser: 0 }] },
  { wait: 1, arrows: [{ does: 'be here', person: 0, phone: 1 }] },
  { wait: 1, arrows: [{ does: 'ask', browser: 1, person: 1 }] },
  { wait: 1, arrows: [{ does: 'approve', ...own, ...given }] },
  { wait: 1, arrows: [{ does: 'complete', browser: 1, key: 'one' }] },
  { wait: 1, arrows: [{ does: 'complete', browser: 1, key: 'one' }] },
  { wait: 1, arrows: [{ does: 'end', ...own }] },
  { wait: 1, arrows: [{ does: 'ask', browser: 1, person: 0 }] },
  { wait: 1, arrows: [{ does: 'deny', ...own }] },
  { wait: 1, arrows: [{ does: 'ask', browser: 1, person: 1 }] },
  { wait: 1, arrows: [{ does: 'cancel', browser: 1 }] },
  { wait: 1, arrows: [{ does: 'show passkey', browser: 1, person: 0, phone: 0, lifetime: '30d' }] },
  { wait: 1, arrows: [{ does: 'complete', browser: 1, key: 'one' }] },
  { wait: 1, arrows: [{ does: 'end all others', browser: 0 }] },
  { wait: 1, arrows: [{ does: 'sign out', browser: 0 }] },
  { wait: 1, arrows: [{ does: 'end all', person: 0, phone: 0 }] },
];

let nod: NodInOneProcess;
let people: [Somebody, Somebody];
/** When the next story begins: long after the one before. */
let begin = Date.now();
/** How often each transition was let through: stories in which all is refused prove nothing. */
const done = new Map<Action['does'], number>();

async function somebody(): Promise<Somebody> {
  const { username, browser, phone } = await newPerson(nod);
  const phones = [phone, await addPhone(nod, browser)];
  const [userId = ''] = phone.cookies.get('__Host-device')?.split('.') ?? [];
  return { username, phones, userId, deviceIds: phones.map(({ deviceId }) => deviceId) };
}

beforeAll(async () => {
  nod = await nodInOneProcess({ NOD_LIMITS_SCALE: '100000' });
  people = [await somebody(), await somebody()];
});
afterAll(() => nod.stop());

it('holds, whatever happens in whatever order', { timeout: 300_000 }, async () => {
  await fc.assert(fc.asyncProperty(story, tell), { numRuns: STORIES, examples: [[FIRST]] });
  for (const { arrows: actions } of FIRST) {
    for (const { does } of actions) expect(done.get(does), `to ${does} is let through`).toBeGreaterThan(0);
  }
});

/** Lives through a story, and lets the oracle judge after each of its moments. */
async function tell(moments: { wait: number; arrows: Action[] }[]): Promise<void> {
  vi.useFakeTimers({ toFake: ['Date'], now: begin });
  // However the clock goes, time has been what it has been: what was over then is over for good.
  let latest = begin;
  try {
    const oracle = new SessionOracle(() => latest / 1000);
    const driver = new SessionDriver(nod, people, BROWSERS, oracle);
    for (const { wait, arrows: actions } of moments) {
      vi.setSystemTime(Date.now() + wait * 1000);
      latest = Math.max(latest, Date.now());
      // Nod knows of it by being asked.
      await new Browser(nod).succeed('status');
      const observed = await Promise.all(actions.map((action) => driver.play(action)));
      // The clock stands still meanwhile, so the oracle may hear of it in any order that makes sense.
      for (const step of STEPS) for (const each of observed) each?.[step]?.();
      for (const [at, { does }] of actions.entries()) {
        if (observed[at] !== undefined) done.set(does, (done.get(does) ?? 0) + 1);
      }
      oracle.holds(await rows());
    }
  } finally {
    begin = latest + 60 * 86_400_000;
    vi.useRealTimers();
    await clear();
  }
}

const rows = async (): Promise<Item[]> =>
  (await Promise.all(people.map(({ userId }) => nod.db.queryAll(ofUser(userId))))).flat();

const ofUser = (userId: string) => ({
  TableName: nod.db.tableName('Sessions'),
  ConsistentRead: true,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': userId },
});

/** Takes the rows of a story away. */
async function clear(): Promise<void> {
  const TableName = nod.db.tableName('Sessions');
  const deletions = (await rows()).map(({ pk, sk }) => ({ Delete: { TableName, Key: { pk, sk } } }));
  for (let at = 0; at < deletions.length; at += 100) await nod.db.write(...deletions.slice(at, at + 100));
}
