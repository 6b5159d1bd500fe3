/** A write whose answer is lost on the way is no lost race against itself, and losing it loses nothing. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { databaseClient } from '../../infra/local/database.ts';
import { connect } from '../../shared/database.ts';
import type { RouteName } from '../../shared/routes.ts';
import { close } from '../../shared/sessions/session.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { Browser, type Reply } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import {
  addPhone,
  foundSignIn,
  newPerson,
  newUsername,
  Phone,
  readyToEnrol,
  signIn,
} from '../support/people.ts';
import { startRecordingProxy } from '../support/recording-proxy.ts';
import { active } from '../support/sessions.ts';
import { tables } from '../support/tables.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

const key = { headers: { 'idempotency-key': 'the same again' } };

/** Loses the answers to a function's writes, from one on: the SDK gives up in the end. */
async function unheard(
  from: RouteName,
  call: () => Promise<Pick<Reply<RouteName>, 'status' | 'problem' | 'headers'>>,
  after = 0,
): Promise<void> {
  nod.recordingProxy.disturb('answer lost', { from, operation: 'TransactWriteItems', after });
  const { status, problem, headers } = await call();
  nod.recordingProxy.mend();
  expect([status, problem.code]).toEqual([503, 'store_unavailable']);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
}

/** Loses the answer to one write of a function, the first or a later one: it must not be noticed. */
async function withLoss<T>(from: RouteName, after: number, call: () => Promise<T>): Promise<T> {
  const before = nod.recordingProxy.callsFrom(from, 'TransactWriteItems').length;
  nod.recordingProxy.disturb('answer lost', { from, operation: 'TransactWriteItems', after, times: 1 });
  const outcome = await call();
  nod.recordingProxy.mend();
  const tokens = nod.recordingProxy
    .callsFrom(from, 'TransactWriteItems')
    .slice(before)
    .map(({ input }) => input.ClientRequestToken);
  expect(tokens[after + 1], 'the SDK repeats the same transaction').toBe(tokens[after]);
  return outcome;
}

async function approvedSignIn() {
  const found = await foundSignIn(nod);
  const { phone, params, publicKey } = found;
  const assertion = phone.authenticator.get(publicKey);
  await phone.succeed('approval-answer', {
    params,
    body: { decision: 'approve', lifetime: '24h', assertion },
  });
  return found;
}

const activeRows = async (username: string) =>
  (await nod.rows()).Sessions.filter((row) => row.username === username && row.status === 'active');

describe('a completion', () => {
  it('whose answer is lost once is not noticed', async () => {
    const { browser, username } = await approvedSignIn();
    await withLoss('login-complete', 0, () => browser.succeed('login-complete', key));
    expect((await browser.succeed('status')).status).toBe('active');
    expect(await activeRows(username)).toHaveLength(2);
  });

  it('that nobody hears of is repeated with the same key, and makes one usable session', async () => {
    const { browser, username } = await approvedSignIn();
    await unheard('login-complete', () => browser.call('login-complete', key));
    expect(browser.cookies.has('__Host-session')).toBe(false);
    expect((await browser.succeed('status')).status).toBe('approved');
    const rival = browser.copy();
    await browser.succeed('login-complete', key);
    expect((await browser.succeed('me')).user.username).toBe(username);
    expect((await rival.call('login-complete')).status).toBe(409);
    expect(await activeRows(username)).toHaveLength(2);
  });

  it('that nobody heard of twice still makes one', async () => {
    const { browser, username } = await approvedSignIn();
    await unheard('login-complete', () => browser.call('login-complete', key));
    await unheard('login-complete', () => browser.call('login-complete', key));
    await browser.succeed('login-complete', key);
    expect((await browser.succeed('status')).status).toBe('active');
    expect(await activeRows(username)).toHaveLength(2);
  });
});

describe('an approval', () => {
  it.each([
    ['spends the challenge', 0],
    ['approves', 1],
  ])('whose write that %s loses its answer is not held up', async (_, after) => {
    const { browser, phone, params, publicKey } = await foundSignIn(nod);
    const assertion = phone.authenticator.get(publicKey);
    const body = { decision: 'approve', lifetime: '24h', assertion } as const;
    await withLoss('approval-answer', after, () => phone.succeed('approval-answer', { params, body }));
    await browser.succeed('login-complete');
  });

  it('that nobody hears of counts, and a repeat says so', async () => {
    const { browser, phone, params, publicKey } = await foundSignIn(nod);
    const assertion = phone.authenticator.get(publicKey);
    const body = { decision: 'approve', lifetime: '24h', assertion } as const;
    await unheard('approval-answer', () => phone.call('approval-answer', { params, body }), 1);
    const again = await phone.call('approval-answer', { params, body });
    expect([again.status, again.problem.code]).toEqual([409, 'already_answered']);
    await browser.succeed('login-complete');
    expect((await browser.succeed('status')).status).toBe('active');
  });

  it('of which nobody hears even that its challenge is spent costs one more fingerprint', async () => {
    const { browser, phone, params, number, publicKey } = await foundSignIn(nod);
    const assertion = phone.authenticator.get(publicKey);
    const body = { decision: 'approve', lifetime: '24h', assertion } as const;
    await unheard('approval-answer', () => phone.call('approval-answer', { params, body }));
    expect((await browser.succeed('status')).status).toBe('pending');
    const again = await phone.call('approval-answer', { params, body });
    expect([again.status, again.problem.code]).toEqual([409, 'challenge_used']);
    await phone.approve(number);
    await browser.succeed('login-complete');
  });
});

describe('a registration', () => {
  it('that nobody hears of is repeated with the same key, and the name is theirs', async () => {
    const [browser, phone, username] = [new Browser(nod), new Phone(nod), newUsername()];
    await unheard('register', () => browser.call('register', { body: { username }, ...key }));
    const { enrolUrl } = await browser.succeed('register', { body: { username }, ...key });
    await phone.enrol(enrolUrl);
    expect((await browser.succeed('login-complete')).user.username).toBe(username);
  });

  it.each([
    ['spends the challenge', 0],
    ['enrols', 1],
  ])('whose write that %s loses its answer is not held up', async (_, after) => {
    const [browser, phone, username] = [new Browser(nod), new Phone(nod), newUsername()];
    const { enrolUrl } = await browser.succeed('register', { body: { username } });
    await withLoss('device-enrol', after, () => phone.enrol(enrolUrl));
    expect(phone.cookies.has('__Host-device')).toBe(true);
    expect((await browser.succeed('login-complete')).user.username).toBe(username);
  });
});

describe('an enrolment that nobody hears of', () => {
  it('is repeated with the same key, and the phone has its cookie', async () => {
    const [browser, phone, username] = [new Browser(nod), new Phone(nod), newUsername()];
    const { enrolUrl } = await browser.succeed('register', { body: { username } });
    const call = { body: await readyToEnrol(phone, enrolUrl), ...key };
    await unheard('device-enrol', () => phone.call('device-enrol', call), 1);
    expect(phone.cookies.size).toBe(0);
    const { device } = await phone.succeed('device-enrol', call);
    expect((await phone.succeed('devices')).items).toEqual([device]);
    await browser.succeed('login-complete');
    await signIn(nod, { username, phone });
  });

  it('is nobody else’s to repeat', async () => {
    const [browser, phone, thief] = [new Browser(nod), new Phone(nod), new Phone(nod)];
    const { enrolUrl } = await browser.succeed('register', { body: { username: newUsername() } });
    const body = await readyToEnrol(phone, enrolUrl);
    const thiefs = await readyToEnrol(thief, enrolUrl);
    await unheard('device-enrol', () => phone.call('device-enrol', { body, ...key }), 1);
    await unchanged(nod, async () => {
      for (const call of [
        { body },
        { body, headers: { 'idempotency-key': 'another' } },
        { body: thiefs, ...key },
      ]) {
        const { status, problem } = await thief.call('device-enrol', call);
        expect([status, problem.code]).toEqual([409, 'ticket_used']);
      }
    });
    expect(thief.cookies.size).toBe(0);
    await phone.succeed('device-enrol', { body, ...key });
  });

  it('is not repeated once the phone was removed', async () => {
    const { browser } = await newPerson(nod);
    const { enrolUrl } = await browser.succeed('device-invite');
    const phone = new Phone(nod);
    const call = { body: await readyToEnrol(phone, enrolUrl), ...key };
    await unheard('device-enrol', () => phone.call('device-enrol', call), 1);
    await browser.succeed('device-remove', { params: { deviceId: phone.deviceId } });
    const { status, problem } = await phone.call('device-enrol', call);
    expect([status, problem.code]).toEqual([409, 'ticket_used']);
  });
});

it('a removal that nobody hears of has happened, and says so when it is asked for again', async () => {
  const { browser, phone } = await newPerson(nod);
  const second = await addPhone(nod, browser);
  const params = { deviceId: second.deviceId };
  await unheard('device-remove', () => browser.call('device-remove', { params }));
  expect((await browser.call('device-remove', { params })).status).toBe(404);
  expect((await phone.succeed('devices')).items).toHaveLength(1);
});

it('a post that nobody hears of is there once, when it is sent again', async () => {
  const { browser, username } = await newPerson(nod);
  const post = { body: { body: 'Once' }, ...key };
  await unheard('post-create', () => browser.call('post-create', post));
  await browser.succeed('post-create', post);
  const { items } = await browser.succeed('posts', { query: { author: username } });
  expect(items.map(({ body }) => body)).toEqual(['Once']);
});

it('"end all" that nobody hears of is asked again, and ends all', async () => {
  const { browser, phone } = await newPerson(nod);
  await unheard('sessions-end', () => phone.call('sessions-end'));
  await phone.succeed('sessions-end');
  expect((await browser.succeed('status')).status).toBe('closed');
});

describe('the SDK', () => {
  const { db, endpoint } = tables();
  const sessions = sessionStore(db);

  it('repeats a close by itself, as the same transaction', async () => {
    const recordingProxy = await startRecordingProxy(endpoint);
    onTestFinished(() => recordingProxy.close());
    const behindWiretap = connect(databaseClient(recordingProxy.endpoint, { attempts: 3 }), db.tableName);
    const now = new Date();
    const session = active(now);
    await db.write(...sessions.start(session));
    recordingProxy.disturb('answer lost', { times: 1 });
    await behindWiretap.write(...sessions.close(close(session, 'phone', now), now));
    const repeats = recordingProxy.calls.map(({ operation, input }) => [operation, input.ClientRequestToken]);
    expect(repeats).toEqual([repeats[0], repeats[0]]);
    expect((await sessions.get(session.userId, session.id))?.status).toBe('closed');
  });
});
