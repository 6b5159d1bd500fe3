/** Listing and ending more sessions than fit into a page, on a database of its own: it would keep all others waiting. */
import { type DynamoDBClient, QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createTables,
  databaseClient,
  type LocalDatabase,
  startDatabase,
} from '../../infra/local/database.ts';
import type { Write } from '../../shared/database.ts';
import type { UserId } from '../../shared/ids.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { allRows } from '../support/rows.ts';
import { putActiveSessions } from '../support/sessions.ts';

const nod = startNod();

let database: LocalDatabase;
let client: DynamoDBClient;
let prefix: string;

beforeAll(async () => {
  database = await startDatabase();
  client = databaseClient(database.endpoint);
  prefix = nod.db.tableName('Users').replace(/Users$/, '');
  await createTables(database.endpoint, prefix, { streams: false });
  nod.recordingProxy.leadTo(database.endpoint);
});
afterAll(async () => {
  client?.destroy();
  await database?.stop();
});

const liveRows = async (userId: string) =>
  (await allRows(client, prefix)).Sessions.filter(
    ({ pk, sk, status }) => pk === userId && String(sk).startsWith('session#') && status === 'active',
  );

const THOUSANDS = 2000;

/** Not through `nod.db`, which gives the store up as early as a function must. */
function letIn(userId: UserId): Promise<string[]> {
  const document = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const send = (TransactItems: Write[]) => document.send(new TransactWriteCommand({ TransactItems }));
  return putActiveSessions(sessionStore(nod.db), send, userId, THOUSANDS);
}

/** What the store counted for the reads of a function since `from`: its units, and whether it read by key. */
async function readsOf(name: 'sessions' | 'sessions-end', from: number) {
  const reads = nod.recordingProxy.callsFrom(name).slice(from);
  const queries = reads.filter(({ operation }) => operation === 'Query');
  let units = 0;
  for (const { input } of queries) {
    const again = { ...(input as unknown as QueryCommandInput), ReturnConsumedCapacity: 'TOTAL' as const };
    units += (await client.send(new QueryCommand(again))).ConsumedCapacity?.CapacityUnits ?? Number.NaN;
  }
  return { queries: queries.length, units, others: reads.map(({ operation }) => operation).sort() };
}

it('lists 2 000 sessions by pages of 50, each by one small read', { timeout: 120_000 }, async () => {
  const { browser, phone } = await newPerson(nod);
  const userId = browser.cookies.get('__Host-session')?.split('.')[0] as UserId;
  await letIn(userId);
  const own = (await browser.succeed('me')).session.id;
  const before = nod.recordingProxy.callsFrom('sessions').length;
  const first = await browser.succeed('sessions');
  const { units, others } = await readsOf('sessions', before);
  expect(others).toEqual(['GetItem', 'Query']);
  expect(units).toBeLessThanOrEqual(8);
  expect(first.items.filter(({ current }) => current).map(({ id }) => id)).toEqual([own]);

  const found = first.items.map(({ id }) => id);
  const sizes = [found.length];
  for (let { next } = first; next !== null; ) {
    const page: typeof first = await browser.succeed('sessions', { query: { cursor: next } });
    found.push(...page.items.map(({ id }) => id));
    sizes.push(page.items.length);
    next = page.next;
  }
  expect(new Set(found).size).toBe(found.length);
  expect(found).toHaveLength(THOUSANDS + 1);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(51);
  expect(sizes).toHaveLength(Math.ceil((THOUSANDS + 1) / 50));
  const onPhone = await phone.succeed('sessions');
  expect(onPhone.items).toHaveLength(50);
  expect(onPhone.next).not.toBeNull();
});

it('ends 2 000 sessions by one call', { timeout: 120_000 }, async () => {
  const { browser, phone } = await newPerson(nod);
  const userId = browser.cookies.get('__Host-session')?.split('.')[0] as UserId;
  const cookies = await letIn(userId);
  expect(await liveRows(userId)).toHaveLength(THOUSANDS + 1);
  const begun = performance.now();
  expect(await phone.succeed('sessions-end')).toEqual({ ended: THOUSANDS + 1 });
  expect(performance.now() - begun).toBeLessThan(10_000);
  const { queries, units, others } = await readsOf('sessions-end', 0);
  // The list alone: no session is read, and nothing is written one by one.
  expect(others.filter((operation) => operation === 'BatchGetItem')).toEqual([]);
  expect(queries).toBeLessThanOrEqual(2);
  expect(units).toBeLessThan(200);
  expect(others.filter((operation) => operation === 'TransactWriteItems').length).toBeLessThan(
    THOUSANDS / 20,
  );

  expect(await liveRows(userId)).toEqual([]);
  for (const cookie of [cookies.at(0), cookies.at(999), cookies.at(-1)]) {
    const other = new Browser(nod);
    other.cookies.set('__Host-session', cookie ?? '');
    expect(await other.succeed('status')).toMatchObject({ status: 'closed', reason: 'phone' });
  }
  expect((await phone.succeed('sessions')).items).toEqual([]);
  const told = (await allRows(client, prefix)).Sessions.filter(
    ({ pk, kind }) => pk === userId && kind === 'ended_all',
  );
  expect(told.reduce((sum, { count }) => sum + Number(count), 0)).toBe(THOUSANDS + 1);
});

it('says that some are left where the store is slow, and a repeat ends those', {
  timeout: 120_000,
}, async () => {
  const { browser, phone } = await newPerson(nod);
  const userId = browser.cookies.get('__Host-session')?.split('.')[0] as UserId;
  await letIn(userId);
  nod.recordingProxy.disturb(
    { answerAfterMs: 2000 },
    { from: 'sessions-end', operation: 'TransactWriteItems' },
  );
  const first = await phone.succeed('sessions-end');
  nod.recordingProxy.mend();
  expect(first.more).toBe(true);
  expect(first.ended).toBeGreaterThan(0);
  const left = await liveRows(userId);
  expect(left).toHaveLength(THOUSANDS + 1 - first.ended);
  expect((await phone.succeed('sessions')).items).toHaveLength(50);
  let ended = 0;
  for (let more: true | undefined = true; more; ) {
    const answer: typeof first = await phone.succeed('sessions-end');
    ended += answer.ended;
    more = answer.more;
  }
  expect(ended).toBe(left.length);
  expect(await liveRows(userId)).toEqual([]);
});
