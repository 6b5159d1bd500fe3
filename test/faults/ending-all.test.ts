/** "End all" and a disabled account let in nobody who was approved before, however things race. */
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, inject, it } from 'vitest';
import { databaseClient } from '../../infra/local/database.ts';
import type { Database } from '../../shared/database.ts';
import { sessionToken } from '../../shared/http/cookies.ts';
import { newSessionId, type UserId } from '../../shared/ids.ts';
import { digest, newSecret } from '../../shared/secrets.ts';
import { complete } from '../../shared/sessions/session.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { approved } from '../support/sessions.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

/** Sign-ins of one person that have been approved and not completed. */
async function approvedSignIns(howMany: number) {
  const person = await newPerson(nod);
  const browsers = await Promise.all(
    Array.from({ length: howMany }, async () => {
      const browser = new Browser(nod);
      const { number } = await browser.succeed('login-start', { body: { username: person.username } });
      return { browser, number };
    }),
  );
  for (const { number } of browsers) await person.phone.approve(number);
  return { ...person, waiting: browsers.map(({ browser }) => browser) };
}

const liveRows = async (userId: string) =>
  (await nod.rows()).Sessions.filter(
    ({ pk, sk, status }) =>
      pk === userId && String(sk).startsWith('session#') && (status === 'active' || status === 'approved'),
  );

const userIdOf = (browser: Browser) => browser.cookies.get('__Host-session')?.split('.')[0] as UserId;

describe('ending all', () => {
  it('is outrun by none of ten completions', async () => {
    const { phone, waiting, browser } = await approvedSignIns(10);
    const userId = userIdOf(browser);
    const [, ...completions] = await Promise.all([
      phone.succeed('sessions-end'),
      ...waiting.map((one) => one.call('login-complete')),
    ]);
    for (const { status } of completions) expect([200, 409, 410]).toContain(status);
    expect((await phone.succeed('sessions')).items).toEqual([]);
    expect(await liveRows(userId)).toEqual([]);
    for (const one of [browser, ...waiting]) {
      expect(['closed', 'none']).toContain((await one.succeed('status')).status);
      expect((await one.call('me')).status).toBe(401);
    }
  });

  it('refuses what was approved before it, and lets in what is approved after', async () => {
    const person = await approvedSignIns(2);
    const [one = new Browser(nod), two = new Browser(nod)] = person.waiting;
    await person.phone.succeed('sessions-end');
    await unchanged(nod, async () => {
      for (const browser of [one, two]) expect((await browser.call('login-complete')).status).toBe(410);
    });
    expect((await (await signIn(nod, person)).succeed('status')).status).toBe('active');
  });

  it('ends 2 000 sessions, more than a page of a query', { timeout: 120_000 }, async () => {
    const { browser, phone } = await newPerson(nod);
    const userId = userIdOf(browser);
    const cookies = await putSessions(nod.db, userId, 2000);
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
});

describe('an account that is disabled between approval and completion', () => {
  it('lets nobody in: 403, and no session cookie', async () => {
    const { username, waiting } = await approvedSignIns(1);
    const [browser = new Browser(nod)] = waiting;
    const row = (await nod.rows()).Users.find((item) => item.sk === 'user' && item.username === username);
    await nod.db.write({
      Put: { TableName: nod.db.tableName('Users'), Item: { ...row, disabled: true } },
    });
    await unchanged(nod, async () => {
      const reply = await browser.call('login-complete', { headers: { 'idempotency-key': 'k' } });
      expect([reply.status, reply.problem.code]).toEqual([403, 'user_disabled']);
    });
    expect(browser.cookies.has('__Host-session')).toBe(false);
  });
});

/** Asks again as long as the store has no time for it, as a page does: each time less is left to do. */
async function untilDone(call: () => Promise<{ status: number; text: string }>): Promise<void> {
  const reply = await call();
  if (reply.status === 503) return untilDone(call);
  expect([reply.status, reply.text]).toEqual([200, expect.any(String)]);
}

/** Lets a person in that often, on the way that the store has for it, and returns the cookies. */
async function putSessions(db: Database, userId: UserId, howMany: number): Promise<string[]> {
  const { start, complete: completion } = sessionStore(db);
  const now = new Date();
  const sessions = Array.from({ length: howMany }, () => {
    const secret = newSecret();
    const waiting = { ...approved(now), id: newSessionId(), userId };
    const attempt = { secretHash: digest(secret), keyHash: undefined, receivedAt: now };
    return { waiting, active: complete(waiting, attempt, now), secret };
  });
  // Not through `db`, which gives the store up as early as a function must.
  const client = databaseClient(inject('databaseEndpoint'));
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
  client.destroy();
  return sessions.map(({ active, secret }) => sessionToken({ userId, sessionId: active.id, secret }));
}
