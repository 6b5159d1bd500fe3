/** The database is stopped and started again under people who go on: nobody is signed out, and nothing is lost or double. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { createTables, type LocalDatabase, startDatabase } from '../../infra/local/database.ts';
import { Browser } from '../support/browser.ts';
import { AS_DEPLOYED } from '../support/faults.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername } from '../support/people.ts';

const nod = startNod({ variables: AS_DEPLOYED });

let folder: string;
let database: LocalDatabase;

/** A database of its own for Nod's tables, with its files on disk. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nod-restart-'));
  await start();
  // A database that has just been started may take its time for the first call.
  const registering = async () => new Browser(nod).call('register', { body: { username: newUsername() } });
  await vi.waitFor(async () => expect((await registering()).status).toBe(201), { timeout: 40_000 });
});
afterAll(async () => {
  await database?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<void> {
  database = await startDatabase({ folder });
  await createTables(database.endpoint, nod.db.tableName('Users').replace(/Users$/, ''));
  nod.recordingProxy.leadTo(database.endpoint);
}

const PEOPLE = 3;
const PAUSE_MS = 50;

/** Somebody who goes on whatever is answered, and sends again what was not heard, with its key. */
function goOn({ username, browser, phone }: Awaited<ReturnType<typeof newPerson>>) {
  const answers: string[] = [];
  const letIn: Browser[] = [];
  let [posted, refused] = [0, 0];
  let isOver = false;

  /** Asks until there is an answer that is no 503, which may be a long time. */
  async function patiently<R extends { status: number }>(call: () => Promise<R>): Promise<R> {
    const reply = await call();
    if (reply.status !== 503) return reply;
    refused++;
    await sleep(PAUSE_MS);
    return patiently(call);
  }

  async function watch(): Promise<void> {
    while (!isOver) {
      const { status, body } = await browser.call('status');
      answers.push(status === 200 ? body.status : String(status));
      await sleep(PAUSE_MS);
    }
  }

  async function post(): Promise<void> {
    while (!isOver) {
      const text = `${username} ${posted}`;
      const headers = { 'idempotency-key': text };
      const reply = await patiently(() => browser.call('post-create', { body: { body: text }, headers }));
      expect([reply.status, reply.body.body]).toEqual([201, text]);
      posted++;
    }
  }

  async function signInAgain(): Promise<void> {
    while (!isOver) {
      const one = new Browser(nod);
      const { body } = await patiently(() => one.call('login-start', { body: { username } }));
      const found = await patiently(() => phone.call('approval-find', { body: { number: body.number } }));
      if (found.status !== 200) continue;
      const assertion = phone.authenticator.get(found.body.publicKey);
      const yes = { decision: 'approve', lifetime: '24h', assertion } as const;
      const params = { sessionId: body.sessionId };
      // Not heard, it may have been taken or not: the browser sees which.
      await phone.call('approval-answer', { params, body: yes });
      const headers = { 'idempotency-key': body.sessionId };
      const { status } = await patiently(() => one.call('login-complete', { headers }));
      expect([200, 409]).toContain(status);
      if (status === 200) letIn.push(one);
    }
  }

  const going = Promise.all([watch(), post(), signInAgain()]);
  return {
    username,
    answers,
    letIn,
    get posted() {
      return posted;
    },
    get refused() {
      return refused;
    },
    async stop() {
      isOver = true;
      await going;
    },
  };
}

it('and all is as it was told', { timeout: 180_000 }, async () => {
  const people = await Promise.all(Array.from({ length: PEOPLE }, () => newPerson(nod)));
  const going = people.map(goOn);
  const untilEach = (what: (one: (typeof going)[number]) => boolean) =>
    expect.poll(() => going.every(what), { timeout: 60_000, interval: 100 }).toBe(true);
  await untilEach(({ posted, letIn }) => posted > 1 && letIn.length > 0);

  await endInTheMiddle();
  await untilEach(({ answers, refused }) => answers.includes('503') && refused > 0);
  await start();
  nod.recordingProxy.mend();
  const before = going.map(({ posted, letIn }) => posted + letIn.length);
  await untilEach(({ answers }) => answers.at(-1) === 'active');
  await expect
    .poll(() => going.every(({ posted, letIn }, at) => posted + letIn.length > (before[at] ?? 0)), {
      timeout: 60_000,
    })
    .toBe(true);
  await Promise.all(going.map((one) => one.stop()));

  for (const { username, answers, letIn, posted } of going) {
    expect(new Set(answers), 'never a false "none"').toEqual(new Set(['active', '503']));
    for (const browser of letIn) expect((await browser.succeed('status')).status).toBe('active');
    expect(await postsOf(username)).toEqual(
      Array.from({ length: posted }, (_, at) => `${username} ${at}`).reverse(),
    );
  }
  for (const { browser } of people) expect((await browser.succeed('status')).status).toBe('active');
});

/**
 * Nobody hears any more what the database still does, and then it does nothing any more. It ends with nothing under way:
 * DynamoDB Local loses a write that it has answered when it is ended in the middle of another, which AWS does not.
 */
async function endInTheMiddle(): Promise<void> {
  const { recordingProxy } = nod;
  recordingProxy.disturb('answer lost');
  await sleep(4 * PAUSE_MS);
  recordingProxy.mend();
  recordingProxy.disturb('cut');
  await expect.poll(() => recordingProxy.underWay, { timeout: 60_000 }).toBe(0);
  await database.stop();
}

/** All that somebody has posted, newest first. */
async function postsOf(author: string): Promise<string[]> {
  const bodies: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: Record<string, string> = { author, limit: '100', ...(cursor === '' ? {} : { cursor }) };
    const page = await new Browser(nod).succeed('posts', { query });
    bodies.push(...page.items.map(({ body }) => body));
    cursor = page.next;
  }
  return bodies;
}
