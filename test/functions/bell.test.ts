import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { bell } from '../../functions/bell.ts';
import { bellStore } from '../../shared/bell/bell-store.ts';
import { looking } from '../../shared/bell/looking.ts';
import { deviceStore } from '../../shared/devices/device-store.ts';
import { NodError } from '../../shared/errors.ts';
import { newSessionId } from '../../shared/ids.ts';
import { age } from '../support/ageing.ts';
import { heard, listen, looksAt, type ManagementApi, startManagementApi } from '../support/bell.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { addPhone, foundSignIn, newPerson, newUsername, Phone, signIn } from '../support/people.ts';

const api = {} as ManagementApi;
/** Followed by the real stream of the database. */
const nod = startNod({
  triggers: true,
  async beside() {
    Object.assign(api, await startManagementApi());
    return { variables: { BELL: 'true', BELL_ENDPOINT: api.endpoint }, stop: () => api.stop() };
  },
});

const looks = (id: string) => looksAt(api, id);
const hears = (id: string, times = 1) => heard(api, id, times);

/** Waits until the stream has been followed up to now. */
async function followed(): Promise<void> {
  const { browser, phone } = await newPerson(nod);
  const fence = await listen(nod, browser, 'session');
  await phone.succeed('sessions-end');
  await hears(fence);
  await nod.idle();
}

async function sessionIdOf(browser: Browser): Promise<string> {
  return (await browser.succeed('me')).session.id;
}

/** A browser that waits, and hears. */
async function waiting(username: string, browser = new Browser(nod)) {
  const started = await browser.succeed('login-start', { body: { username } });
  return { browser, ...started, id: await listen(nod, browser, 'signin') };
}

/** A connection that was opened a while ago. */
async function older(id: string, seconds = 60): Promise<string> {
  const row = (await nod.rows()).Sessions.find(({ connectionId }) => connectionId === id);
  await nod.db.update({
    Update: {
      TableName: nod.db.tableName('Sessions'),
      Key: { pk: row?.pk, sk: row?.sk },
      UpdateExpression: 'SET expiresAt = expiresAt - :seconds',
      ExpressionAttributeValues: { ':seconds': seconds },
    },
  });
  return id;
}

const rowsOf = async (id: string) =>
  (await nod.rows()).Sessions.filter(({ pk, connectionId }) => connectionId === id || pk === `bell#${id}`);

/** What the stream says of a session that somebody has just ended. */
async function endRecord(browser: Browser, sequence = '1'): Promise<DynamoDBRecord> {
  const [userId = '', sessionId = ''] = (browser.cookies.get('__Host-session') ?? '').split('.');
  const image = (status: string) => ({
    pk: { S: userId },
    sk: { S: `session#${sessionId}` },
    status: { S: status },
    purpose: { S: 'signin' },
    known: { BOOL: false },
    decoy: { BOOL: false },
    startedAt: { N: '1' },
    endsAt: { N: '9999999999' },
  });
  return {
    eventName: 'MODIFY',
    dynamodb: {
      Keys: { pk: { S: userId }, sk: { S: `session#${sessionId}` } },
      OldImage: image('active'),
      NewImage: image('closed'),
      SequenceNumber: sequence,
    },
  };
}

describe('a browser that waits', () => {
  it('hears that its number was found, that it is approved and that it is in, and nothing but “look”', async () => {
    const { username, phone } = await newPerson(nod);
    const { browser, number, id } = await waiting(username);
    await phone.succeed('approval-find', { body: { number } });
    await hears(id, 1);
    await phone.approve(number);
    await hears(id, 2);
    await browser.succeed('login-complete');
    await hears(id, 3);
    await followed();
    expect(looks(id)).toEqual(['look', 'look', 'look']);
  });

  it('hears that it is denied', async () => {
    const { username, phone } = await newPerson(nod);
    const { number, sessionId, id } = await waiting(username);
    await phone.succeed('approval-find', { body: { number } });
    await hears(id, 1);
    await phone.succeed('approval-answer', { params: { sessionId }, body: { decision: 'deny' } });
    await hears(id, 2);
  });

  it('for a phone to enrol hears that one has', async () => {
    const browser = new Browser(nod);
    const { enrolUrl } = await browser.succeed('register', { body: { username: newUsername() } });
    const id = await listen(nod, browser, 'signin');
    await new Phone(nod).enrol(enrolUrl);
    await hears(id);
  });
});

describe('a browser that is signed in', () => {
  it.each([
    [
      'another browser',
      (_: Phone, other: Browser, sessionId: string) =>
        other.succeed('session-end', { params: { sessionId } }),
    ],
    [
      'the phone',
      (phone: Phone, _: Browser, sessionId: string) =>
        phone.succeed('session-end', { params: { sessionId }, query: { as: 'phone' } }),
    ],
    ['“end all”', (_: Phone, other: Browser) => other.succeed('sessions-end')],
    [
      '“It wasn’t me”',
      (phone: Phone, _: Browser, sessionId: string) =>
        phone.succeed('session-end', {
          params: { sessionId },
          query: { as: 'phone', notMe: '1' },
        }),
    ],
  ])('hears that it was ended by %s, once, and nothing afterwards', async (_, end) => {
    const person = await newPerson(nod);
    const other = await signIn(nod, person);
    const id = await listen(nod, person.browser, 'session');
    const its = await listen(nod, other, 'session');
    const sessionId = await sessionIdOf(person.browser);
    // What was written just before a connection was opened may be told to it as well.
    await followed();
    const before = [looks(id).length, looks(its).length];
    await end(person.phone, other, sessionId);
    await hears(id, (before[0] ?? 0) + 1);
    await followed();
    expect([looks(id).length - 1, looks(its).length]).toEqual(before);
  });

  it('hears in its other tabs that it signed out here', async () => {
    const { browser } = await newPerson(nod);
    const id = await listen(nod, browser, 'session');
    await browser.succeed('logout');
    await hears(id);
  });

  it('hears in all its browsers that somebody follows and writes to it, and somebody else nothing of that', async () => {
    const [person, other] = [await newPerson(nod), await newPerson(nod)];
    const second = await signIn(nod, person);
    const ids = [await listen(nod, person.browser, 'session'), await listen(nod, second, 'session')];
    const others = await listen(nod, other.browser, 'session');
    await followed();
    const before = [...ids, others].map((id) => looks(id).length);
    const params = { username: person.username };
    await other.browser.succeed('follow', { params });
    for (const [at, id] of ids.entries()) await hears(id, (before[at] ?? 0) + 1);
    await other.browser.succeed('message-create', { params, body: { body: 'Hello' } });
    for (const [at, id] of ids.entries()) await hears(id, (before[at] ?? 0) + 2);
    expect((await person.browser.succeed('status')).unread).toEqual({ notices: 1, messages: 1 });
    expect(looks(others)).toHaveLength(before[2] ?? 0);
  });

  it('hears nothing of what it does itself, and of its own heartbeats', async () => {
    const person = await newPerson(nod);
    const { username, phone, browser } = person;
    const sessionId = await sessionIdOf(browser);
    const id = await listen(nod, browser, 'session');
    await age(nod, 'Sessions', `session#${sessionId}`, 300);
    await followed();
    const before = looks(id).length;
    await browser.succeed('me');
    await browser.succeed('status');
    const bound = new Browser(nod);
    const { number } = await bound.succeed('login-start', { body: { username } });
    await phone.approve(number, '24h', true);
    await bound.succeed('login-complete');
    const its = await listen(nod, bound, 'session');
    await followed();
    const itsBefore = looks(its).length;
    for (let beat = 0; beat < 3; beat++) await phone.succeed('presence');
    await followed();
    expect(looks(id)).toHaveLength(before);
    expect(looks(its)).toHaveLength(itsBefore);
  });

  it('hears that its phone is back, and when it will be locked again is told by status', async () => {
    const { username, phone } = await newPerson(nod);
    const browser = new Browser(nod);
    const { number, sessionId } = await browser.succeed('login-start', { body: { username } });
    await phone.approve(number, '24h', true);
    await browser.succeed('login-complete');
    const { awayAt = '', bell: hasBell } = await browser.succeed('status');
    expect(hasBell).toBe(true);
    const inSeconds = (Date.parse(awayAt) - Date.now()) / 1000;
    expect(inSeconds).toBeGreaterThan(60);
    expect(inSeconds).toBeLessThanOrEqual(90);
    const id = await listen(nod, browser, 'session');
    await age(nod, 'Sessions', `session#${sessionId}`, 95);
    const away = await browser.succeed('status');
    expect(away.status).toBe('walkaway');
    expect((Date.parse(away.awayAt ?? '') - Date.now()) / 1000, 'until it is over').toBeGreaterThan(400);
    await followed();
    const before = looks(id).length;
    await phone.succeed('presence');
    await hears(id, before + 1);
  });

  it('is told no awayAt where no phone has to be here', async () => {
    const { browser } = await newPerson(nod);
    expect(await browser.succeed('status')).not.toHaveProperty('awayAt');
  });
});

describe('the page of a phone', () => {
  it('hears that a known browser asks, and of its answer', async () => {
    const person = await newPerson(nod);
    const second = await addPhone(nod, person.browser);
    const ids = [await listen(nod, person.phone, 'phone'), await listen(nod, second, 'phone')];
    const { number } = await person.browser.succeed('login-start', { body: { username: person.username } });
    for (const id of ids) await hears(id, 1);
    await person.phone.approve(number);
    for (const id of ids) await hears(id, 2);
    await followed();
    for (const id of ids) expect(looks(id)).toEqual(['look', 'look']);
  });

  it('hears that a known browser gave up', async () => {
    const { browser, phone, username } = await newPerson(nod);
    const id = await listen(nod, phone, 'phone');
    await browser.succeed('login-start', { body: { username } });
    await hears(id, 1);
    await browser.succeed('login-cancel');
    await hears(id, 2);
  });

  it('hears nothing of strangers, of decoys, or of what sessions do', async () => {
    const person = await newPerson(nod);
    const id = await listen(nod, person.phone, 'phone');
    const { browser } = await foundSignIn(nod, person);
    await browser.succeed('login-cancel');
    await signIn(nod, person);
    await person.browser.succeed('sessions-end');
    await followed();
    expect(looks(id)).toEqual([]);
  });

  it('hears nothing any more once the phone is removed, or has come back with another cookie', async () => {
    const person = await newPerson(nod);
    const second = await addPhone(nod, person.browser);
    const removed = await listen(nod, second, 'phone');
    const before = await listen(nod, person.phone, 'phone');
    await second.succeed('device-remove', { params: { deviceId: second.deviceId }, query: { as: 'phone' } });
    await person.phone.resume();
    const after = await listen(nod, person.phone, 'phone');
    await person.browser.succeed('login-start', { body: { username: person.username } });
    await hears(after);
    expect([looks(removed), looks(before)]).toEqual([[], []]);
  });
});

describe('a connection', () => {
  it('that is gone is forgotten, and asked no more', async () => {
    const person = await newPerson(nod);
    const { number, id } = await waiting(person.username);
    api.answer(await older(id), 410);
    await person.phone.succeed('approval-find', { body: { number } });
    await hears(id);
    await vi.waitFor(async () => expect(await rowsOf(id)).toEqual([]), { timeout: 20_000 });
    await person.phone.approve(number);
    await followed();
    expect(looks(id)).toHaveLength(1);
  });

  it('that is gone and is found no more by its name leaves its place, too', async () => {
    const person = await newPerson(nod);
    const { number, id } = await waiting(person.username);
    api.answer(await older(id), 410);
    const Key = { pk: `bell#${id}`, sk: 'bell' };
    await nod.db.remove({ Delete: { TableName: nod.db.tableName('Sessions'), Key } });
    expect(await rowsOf(id)).toHaveLength(1);
    await person.phone.succeed('approval-find', { body: { number } });
    await hears(id);
    await vi.waitFor(async () => expect(await rowsOf(id)).toEqual([]), { timeout: 20_000 });
  });

  it('that is still being opened is gone, too, for API Gateway, and hears the next look', async () => {
    const person = await newPerson(nod);
    const { number, id } = await waiting(person.username);
    api.answer(id, 410, 200);
    await person.phone.succeed('approval-find', { body: { number } });
    await hears(id);
    expect(await rowsOf(id)).toHaveLength(2);
    await person.phone.approve(number);
    await hears(id, 2);
  });

  it('that fails is tried twice, and a batch is not repeated for it', async () => {
    const person = await newPerson(nod);
    const broken = await listen(nod, person.browser, 'session');
    const sound = await listen(nod, person.browser, 'session');
    await followed();
    const before = [broken, sound].map((id) => looks(id).length);
    api.answer(broken, 500);
    const complained = await nod.trigger('bell', { Records: [await endRecord(person.browser)] });
    expect(complained).toEqual({ batchItemFailures: [] });
    expect([looks(broken).length - 2, looks(sound).length - 1]).toEqual(before);
    expect(await rowsOf(broken)).toHaveLength(2);
  });

  it('that never answers holds up nobody, whoever is in the batch', async () => {
    const [slow, other] = [await newPerson(nod), await newPerson(nod)];
    const silent = [];
    for (let at = 0; at < 5; at++) silent.push(await listen(nod, slow.browser, 'session'));
    const quick = await listen(nod, other.browser, 'session');
    await followed();
    for (const id of silent) api.answer(id, { silentMs: 60_000 });
    const before = looks(quick).length;
    const Records = [await endRecord(slow.browser, '1'), await endRecord(other.browser, '2')];
    const began = performance.now();
    const batch = nod.trigger('bell', { Records });
    await hears(quick, before + 1);
    const heardAfter = performance.now() - began;
    expect(await batch).toEqual({ batchItemFailures: [] });
    const doneAfter = performance.now() - began;
    console.info(
      'beside five that are silent: heard after',
      Math.round(heardAfter),
      'ms; batch done after',
      Math.round(doneAfter),
      'ms',
    );
    expect(doneAfter).toBeLessThan(3000);
    expect(heardAfter).toBeLessThan(1000);
  });
});

describe('the stream', () => {
  it('may bring a record twice: a second look, and nothing else', async () => {
    const { browser } = await newPerson(nod);
    const id = await listen(nod, browser, 'session');
    const record = await endRecord(browser);
    await followed();
    const [before, heardBefore] = [await nod.rows(), looks(id).length];
    for (let at = 0; at < 2; at++)
      expect(await nod.trigger('bell', { Records: [record] })).toEqual({ batchItemFailures: [] });
    expect(looks(id)).toHaveLength(heardBefore + 2);
    expect(await nod.rows()).toEqual(before);
  });

  it('may bring much of one session at once: one look for all of it', async () => {
    const { browser } = await newPerson(nod);
    const id = await listen(nod, browser, 'session');
    const record = await endRecord(browser);
    await followed();
    const before = looks(id).length;
    await nod.trigger('bell', { Records: [record, record, record] });
    expect(looks(id)).toHaveLength(before + 1);
  });

  it('brings again exactly what the store was away for', async () => {
    const [first, second] = [await newPerson(nod), await newPerson(nod)];
    const id = await listen(nod, first.browser, 'session');
    const Records = [await endRecord(first.browser, '11'), await endRecord(second.browser, '12')];
    const secondId = Records[1]?.dynamodb?.Keys?.pk?.S;
    const store = bellStore(nod.db);
    const failing = bell(
      nod.db,
      {
        ...store,
        async ofSession(userId, sessionId, now) {
          if (userId === secondId) throw new NodError('store_unavailable', 'The store did not answer.');
          return store.ofSession(userId, sessionId, now);
        },
      },
      deviceStore(nod.db),
      async (connectionId) => (connectionId === id ? 'sent' : 'failed'),
    );
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await failing.handle({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: '12' }] });
    expect(complained).toHaveBeenCalledOnce();
    complained.mockRestore();
  });

  it('of rows that are swept, or of no session, is nothing to it', async () => {
    const { browser } = await newPerson(nod);
    const id = await listen(nod, browser, 'session');
    const { eventName: _, dynamodb } = await endRecord(browser);
    const { NewImage: __, ...swept } = dynamodb ?? {};
    const record = { eventName: 'REMOVE', dynamodb: swept } as DynamoDBRecord;
    await followed();
    const before = looks(id).length;
    expect(await nod.trigger('bell', { Records: [record] })).toEqual({ batchItemFailures: [] });
    expect(looks(id)).toHaveLength(before);
  });
});

describe('while its function is away', () => {
  it('nothing changes but the time: status tells the same, and later looks are heard', async () => {
    const person = await newPerson(nod);
    const { browser, number, id } = await waiting(person.username);
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
    nod.recordingProxy.disturb('cut', { from: 'bell' });
    await person.phone.approve(number);
    expect((await browser.succeed('status')).status).toBe('approved');
    // What the stream has not brought yet, nobody is busy with: the complaint is what says that it came.
    await vi.waitFor(
      () => expect(complained).toHaveBeenCalledWith('bell: gave up a record.', 'it named failures'),
      20_000,
    );
    await nod.idle();
    expect(looks(id)).toEqual([]);
    complained.mockRestore();
    nod.recordingProxy.mend();
    await browser.succeed('login-complete');
    await hears(id);
  }, 60_000);
});

it('a look whose endpoint is not there is a failure that is noted, and throws nothing', async () => {
  const complained = vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.stubEnv('BELL_ENDPOINT', 'http://127.0.0.1:9');
  vi.stubEnv('AWS_REGION', 'local');
  expect(await looking()(newSessionId())).toBe('failed');
  expect(complained).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('"trigger":"bell"'));
  expect(JSON.stringify(complained.mock.calls)).not.toContain('ses_');
  vi.unstubAllEnvs();
  complained.mockRestore();
});
