/** "End all" of more sessions than fit into a page of a query, on a database of its own: it would keep all others waiting. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createTables,
  databaseClient,
  type LocalDatabase,
  startDatabase,
} from '../../infra/local/database.ts';
import { sessionToken } from '../../shared/http/cookies.ts';
import { newSessionId, type UserId } from '../../shared/ids.ts';
import { digest, newSecret } from '../../shared/secrets.ts';
import { complete } from '../../shared/sessions/session.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';
import { allRows } from '../support/rows.ts';
import { approved } from '../support/sessions.ts';

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

it('ends 2 000 sessions', { timeout: 120_000 }, async () => {
  const { browser, phone } = await newPerson(nod);
  const userId = browser.cookies.get('__Host-session')?.split('.')[0] as UserId;
  const cookies = await putSessions(userId, 2000);
  expect(await liveRows(userId)).toHaveLength(2001);
  await untilDone(() => phone.call('sessions-end'));
  expect(await liveRows(userId)).toEqual([]);
  for (const cookie of [cookies.at(0), cookies.at(999), cookies.at(-1)]) {
    const other = new Browser(nod);
    other.cookies.set('__Host-session', cookie ?? '');
    expect(await other.succeed('status')).toMatchObject({ status: 'closed', reason: 'phone' });
  }
  expect((await phone.succeed('sessions')).items).toEqual([]);
});

/** Asks again as long as the store has no time for it, as a page does: each time less is left to do. */
async function untilDone(call: () => Promise<{ status: number; text: string }>): Promise<void> {
  const reply = await call();
  if (reply.status === 503) return untilDone(call);
  expect([reply.status, reply.text]).toEqual([200, expect.any(String)]);
}

/** Lets a person in that often, on the way that the store has for it, and returns the cookies. */
async function putSessions(userId: UserId, howMany: number): Promise<string[]> {
  const { start, complete: completion } = sessionStore(nod.db);
  const now = new Date();
  const sessions = Array.from({ length: howMany }, () => {
    const secret = newSecret();
    const waiting = { ...approved(now), id: newSessionId(), userId };
    const attempt = { secretHash: digest(secret), keyHash: undefined, receivedAt: now };
    return { waiting, active: complete(waiting, attempt, now), secret };
  });
  // Not through `nod.db`, which gives the store up as early as a function must.
  const document = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const IN_A_TRANSACTION = 100;
  for (const writes of [
    sessions.flatMap(({ waiting }) => start(waiting)),
    sessions.map(({ active }) => completion(active, now)),
  ]) {
    for (let at = 0; at < writes.length; at += IN_A_TRANSACTION) {
      const TransactItems = writes.slice(at, at + IN_A_TRANSACTION);
      await document.send(new TransactWriteCommand({ TransactItems }));
    }
  }
  return sessions.map(({ active, secret }) => sessionToken({ userId, sessionId: active.id, secret }));
}
