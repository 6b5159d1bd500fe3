import { afterEach, describe, expect, it } from 'vitest';
import { MOST_LISTENERS } from '../../shared/bell/bell.ts';
import type { Item } from '../../shared/database.ts';
import { age } from '../support/ageing.ts';
import { connect, connectEvent, listen } from '../support/bell.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { addPhone, foundSignIn, newPerson, newUsername, signIn, userRow } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

const bells = async (): Promise<Item[]> =>
  (await nod.rows()).Sessions.filter(({ pk, sk }) => [pk, sk].some((key) => String(key).startsWith('bell#')));
const rowsOf = async (id: string): Promise<Item[]> =>
  (await bells()).filter(({ pk, connectionId }) => connectionId === id || pk === `bell#${id}`);
const close = (connectionId: string) =>
  nod.trigger('live-disconnect', {
    requestContext: { routeKey: '$disconnect', connectionId, requestId: 'any' },
  });

async function waiting(username: string): Promise<Browser> {
  const browser = new Browser(nod);
  await browser.succeed('login-start', { body: { username } });
  return browser;
}

async function sessionIdOf(browser: Browser): Promise<string> {
  return (await browser.succeed('me')).session.id;
}

describe('a page may listen', () => {
  it('whose browser is signed in: for its session, two hours, and that counts as no activity', async () => {
    const { browser, username } = await newPerson(nod);
    const sessionId = await sessionIdOf(browser);
    await age(nod, 'Sessions', `session#${sessionId}`, 600);
    const row = async () => (await nod.rows()).Sessions.find(({ sk }) => sk === `session#${sessionId}`);
    const before = await row();
    const id = await listen(nod, browser, 'session');
    expect(await row()).toEqual(before);
    const { pk: userId } = await userRow(nod, username);
    const rows = await rowsOf(id);
    const inTwoHours = Date.now() / 1000 + 2 * 60 * 60;
    for (const { expiresAt } of rows) expect(Math.abs(Number(expiresAt) - inTwoHours)).toBeLessThan(60);
    expect(rows.map(({ expiresAt: _, ...others }) => others)).toEqual(
      expect.arrayContaining([
        { pk: userId, sk: `bell#${sessionId}#0`, connectionId: id },
        { pk: `bell#${id}`, sk: 'bell', userId, listensAt: `bell#${sessionId}#0` },
      ]),
    );
    expect(rows).toHaveLength(2);
  });

  it('whose session is locked while its phone is away', async () => {
    const { phone, params, publicKey, browser } = await foundSignIn(nod);
    const assertion = phone.authenticator.get(publicKey);
    await phone.succeed('approval-answer', {
      params,
      body: { decision: 'approve', lifetime: '24h', presence: true, assertion },
    });
    await browser.succeed('login-complete');
    await age(nod, 'Sessions', `session#${params.sessionId}`, 100);
    expect((await browser.succeed('status')).status).toBe('walkaway');
    await listen(nod, browser, 'session');
  });

  it('that waits for a phone, and that has been approved and not completed', async () => {
    const { username, phone } = await newPerson(nod);
    const browser = new Browser(nod);
    const { number } = await browser.succeed('login-start', { body: { username } });
    await listen(nod, browser, 'signin');
    await phone.approve(number);
    await listen(nod, browser, 'signin');
    const registering = new Browser(nod);
    await registering.succeed('register', { body: { username: newUsername() } });
    await listen(nod, registering, 'signin');
  });

  it('that is an enrolled phone, also beside a session in the same jar', async () => {
    const { phone } = await newPerson(nod);
    const id = await listen(nod, phone, 'phone');
    const key = phone.authenticator.credentialId;
    expect((await rowsOf(id)).map(({ sk }) => sk).sort()).toEqual(['bell', `bell#phone#${key}#0`]);
  });

  it('with one read for its session, one more for its places, and a plain write for each of its rows', async () => {
    const { browser } = await newPerson(nod);
    const before = nod.recordingProxy.callsFrom('live-connect').length;
    await listen(nod, browser, 'session');
    const calls = nod.recordingProxy.callsFrom('live-connect').slice(before);
    expect(calls.map(({ operation }) => operation)).toEqual([
      'UpdateItem',
      'GetItem',
      'Query',
      'PutItem',
      'PutItem',
    ]);
  });
});

describe('nobody else may', () => {
  const refused = async (
    status: number,
    ...call: Parameters<typeof connect> extends [unknown, ...infer R] ? R : never
  ) => {
    const before = await bells();
    expect((await connect(nod, ...call)).status).toBe(status);
    expect(await bells()).toEqual(before);
  };

  it('who comes from another site’s page, or from no page', async () => {
    const { browser, phone } = await newPerson(nod);
    for (const Origin of ['https://evil.example', 'null', `${nod.origin}.evil.example`, undefined]) {
      await refused(403, browser, 'session', { Origin });
      await refused(403, phone, 'phone', { Origin });
    }
    await refused(403, browser, 'session', { Origin: [nod.origin, 'https://evil.example'] });
  });

  it('who comes past CloudFront', async () => {
    const { browser } = await newPerson(nod);
    for (const secret of [undefined, 'guessed', '']) {
      await refused(403, browser, 'session', { 'x-origin-secret': secret });
    }
  });

  it('who has no cookie, a made-up one, or another secret', async () => {
    const { browser, phone } = await newPerson(nod);
    const waits = await waiting(newUsername());
    for (const of of ['session', 'signin', 'phone'] as const) await refused(401, new Browser(nod), of);
    for (const [whose, name, of] of [
      [browser, '__Host-session', 'session'],
      [waits, '__Host-signin', 'signin'],
      [phone, '__Host-device', 'phone'],
    ] as const) {
      const forger = whose.copy();
      const [userId, id] = (whose.cookies.get(name) ?? '').split('.');
      for (const forged of [`${userId}.${id}.${'A'.repeat(43)}`, `${userId}.${id}`, 'x', '']) {
        forger.cookies.set(name, forged);
        await refused(401, forger, of);
      }
    }
  });

  it('whose cookie comes twice with different values', async () => {
    const { browser } = await newPerson(nod);
    const other = (await newPerson(nod)).browser;
    await refused(401, browser, 'session', { Cookie: [browser.cookieHeader(), other.cookieHeader()] });
  });

  it('whose cookie is for something else than it asks for', async () => {
    const { browser, phone } = await newPerson(nod);
    const waits = await waiting(newUsername());
    const session = new Browser(nod);
    session.cookies.set('__Host-session', browser.cookies.get('__Host-session') ?? '');
    await refused(401, session, 'signin');
    await refused(401, session, 'phone');
    await refused(401, waits, 'session');
    await refused(401, phone, 'session');
    for (const of of [undefined, '', 'everybody', 'session,phone', '__proto__']) {
      await refused(400, browser, of);
    }
  });

  it('whose session, sign-in or phone is over', async () => {
    const person = await newPerson(nod);
    const ended = await signIn(nod, person);
    const kept = ended.copy();
    await ended.succeed('logout');
    await refused(401, kept, 'session');

    const cancelled = await waiting(person.username);
    const gone = cancelled.copy();
    await cancelled.succeed('login-cancel');
    await refused(401, gone, 'signin');

    const late = new Browser(nod);
    const { sessionId } = await late.succeed('login-start', { body: { username: person.username } });
    await age(nod, 'Sessions', `session#${sessionId}`, 121);
    await refused(401, late, 'signin');

    const second = await addPhone(nod, person.browser);
    await listen(nod, second, 'phone');
    const thief = second.copy();
    await second.succeed('device-remove', { params: { deviceId: second.deviceId }, query: { as: 'phone' } });
    await refused(401, thief, 'phone');
  });

  it('who has completed already: the sign-in cookie opens nothing new', async () => {
    const { phone, params, publicKey, browser } = await foundSignIn(nod);
    const assertion = phone.authenticator.get(publicKey);
    await phone.succeed('approval-answer', {
      params,
      body: { decision: 'approve', lifetime: '24h', assertion },
    });
    const before = browser.copy();
    await browser.succeed('login-complete');
    await refused(401, before, 'signin');
  });

  it('whose account is disabled', async () => {
    const { phone, username } = await newPerson(nod);
    const user = await userRow(nod, username);
    await nod.db.write({ Put: { TableName: nod.db.tableName('Users'), Item: { ...user, disabled: true } } });
    await refused(403, phone, 'phone');
  });

  it('and who is refused changes nothing but the count of their address', async () => {
    const { browser } = await newPerson(nod);
    const forger = browser.copy();
    forger.cookies.set(
      '__Host-session',
      `${browser.cookies.get('__Host-session')?.slice(0, -43)}${'A'.repeat(43)}`,
    );
    await unchanged(nod, () => connect(nod, browser, 'session', { Origin: 'https://evil.example' }));
    const counts = async () =>
      (await nod.rows()).Sessions.filter(({ pk }) => String(pk).startsWith('rate#bell#'));
    const others = async () =>
      (await nod.rows()).Sessions.filter(({ pk }) => !String(pk).startsWith('rate#bell#'));
    const before = await others();
    await connect(nod, forger, 'session');
    expect(await others()).toEqual(before);
    expect((await counts()).map(({ pk }) => pk)).toContain('rate#bell#192.0.2.7');
  });
});

describe('a decoy', () => {
  it('listens as a sign-in that is one: the same reads, the same writes, the same rows', async () => {
    const { username } = await newPerson(nod);
    const outlines: { calls: string[]; rows: string }[] = [];
    for (const name of [username, newUsername(), 'admin']) {
      const browser = await waiting(name);
      const before = nod.recordingProxy.callsFrom('live-connect').length;
      const id = await listen(nod, browser, 'signin');
      const calls = nod.recordingProxy
        .callsFrom('live-connect')
        .slice(before)
        .map(
          ({ operation, input }) => `${operation} ${(input.TransactItems as unknown[] | undefined)?.length}`,
        );
      const [userId = '', sessionId = ''] = (browser.cookies.get('__Host-signin') ?? '').split('.');
      // A scan has them in an order of its own, by the names that are random.
      const found = (await rowsOf(id)).sort((one, other) => (String(one.sk) < String(other.sk) ? -1 : 1));
      const rows = JSON.stringify(found.map(({ expiresAt: _, ...row }) => row))
        .replaceAll(userId, 'user')
        .replaceAll(sessionId, 'session')
        .replaceAll(id, 'connection');
      outlines.push({ calls, rows });
    }
    expect(outlines).toEqual(outlines.map(() => outlines[0]));
  });
});

describe('at most five', () => {
  it('listen for a session: the sixth is refused, and let in once another has closed', async () => {
    const { browser } = await newPerson(nod);
    const ids = [];
    for (let at = 0; at < MOST_LISTENERS; at++) ids.push(await listen(nod, browser, 'session'));
    expect((await connect(nod, browser, 'session')).status).toBe(429);
    await close(ids[2] ?? '');
    expect(await rowsOf(ids[2] ?? '')).toEqual([]);
    const next = await listen(nod, browser, 'session');
    expect((await rowsOf(next)).map(({ sk }) => sk)).toContainEqual(expect.stringMatching(/#2$/));
  });

  it('listen, however many come at once', async () => {
    const { phone } = await newPerson(nod);
    const all = await Promise.all(Array.from({ length: 20 }, () => connect(nod, phone, 'phone')));
    const { 200: opened = [], 429: refused = [], ...others } = Object.groupBy(all, ({ status }) => status);
    expect(others).toEqual({});
    expect(opened).toHaveLength(MOST_LISTENERS);
    expect(refused).toHaveLength(15);
    for (const { id } of refused) expect(await rowsOf(id)).toEqual([]);
    const places = (await Promise.all(opened.map(({ id }) => rowsOf(id)))).flat().map(({ sk }) => sk);
    expect(new Set(places.filter((sk) => sk !== 'bell')).size).toBe(MOST_LISTENERS);
  });

  it('listen, if several want the last place at once: one gets it, and of the others nothing is left', async () => {
    const { browser } = await newPerson(nod);
    for (let at = 1; at < MOST_LISTENERS; at++) await listen(nod, browser, 'session');
    const all = await Promise.all(Array.from({ length: 6 }, () => connect(nod, browser, 'session')));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 429, 429, 429, 429, 429]);
    for (const { id, status } of all) expect(await rowsOf(id)).toHaveLength(status === 200 ? 2 : 0);
  });

  it('listen for each session and each phone by itself, and none for ever', async () => {
    const person = await newPerson(nod);
    const other = await signIn(nod, person);
    for (let at = 0; at < MOST_LISTENERS; at++) await listen(nod, person.browser, 'session');
    await listen(nod, other, 'session');
    await listen(nod, person.phone, 'phone');
    const sessionId = await sessionIdOf(person.browser);
    const [row] = (await bells()).filter(({ sk }) => sk === `bell#${sessionId}#3`);
    await nod.db.update({
      Update: {
        TableName: nod.db.tableName('Sessions'),
        Key: { pk: row?.pk, sk: row?.sk },
        UpdateExpression: 'SET expiresAt = :past',
        ExpressionAttributeValues: { ':past': Math.floor(Date.now() / 1000) - 1 },
      },
    });
    const next = await listen(nod, person.browser, 'session');
    // The one before closes only now: it takes nothing from whoever has its place.
    await close(String(row?.connectionId));
    expect(await rowsOf(next)).toHaveLength(2);
  });
});

describe('a connection that closes', () => {
  it('leaves nothing behind, also when it is said twice or was never let in', async () => {
    const { browser } = await newPerson(nod);
    const id = await listen(nod, browser, 'session');
    for (let at = 0; at < 2; at++) expect(await close(id)).toEqual({ statusCode: 200 });
    expect(await rowsOf(id)).toEqual([]);
    expect(await close('neverWas')).toEqual({ statusCode: 200 });
  });

  it('takes one read, and a plain write for each of its rows', async () => {
    const { browser } = await newPerson(nod);
    const id = await listen(nod, browser, 'session');
    const before = nod.recordingProxy.callsFrom('live-disconnect').length;
    await close(id);
    const calls = nod.recordingProxy.callsFrom('live-disconnect').slice(before);
    expect(calls.map(({ operation }) => operation)).toEqual(['GetItem', 'DeleteItem', 'DeleteItem']);
  });
});

describe('a connection whose function is cut off in the middle', () => {
  afterEach(() => nod.recordingProxy.mend());

  /** Opens one for which nobody hears whether it was opened. */
  async function unheard(browser: Browser): Promise<string> {
    const event = connectEvent(nod, browser, 'session');
    await expect(nod.trigger('live-connect', event)).rejects.toThrow();
    return event.requestContext.connectionId;
  }

  it.each([
    ['of its first row', 0],
    ['of its place', 1],
  ])('is let in, in one place, where the answer to the write %s is lost once', async (_, after) => {
    const { browser } = await newPerson(nod);
    const before = nod.recordingProxy.callsFrom('live-connect', 'PutItem').length;
    nod.recordingProxy.disturb('answer lost', {
      from: 'live-connect',
      operation: 'PutItem',
      after,
      times: 1,
    });
    const id = await listen(nod, browser, 'session');
    expect(nod.recordingProxy.callsFrom('live-connect', 'PutItem')).toHaveLength(before + 3);
    const rows = await rowsOf(id);
    expect(rows.map(({ sk }) => sk)).toContainEqual(expect.stringMatching(/#0$/));
    expect(rows).toHaveLength(2);
  });

  it.each([
    ['its first row', 0, 'cut'],
    ['its place', 1, 'cut'],
    ['its place, which is written', 1, 'answer lost'],
  ] as const)('leaves nothing behind where the store is lost at %s', async (_, after, fault) => {
    const { browser } = await newPerson(nod);
    nod.recordingProxy.disturb(fault, { from: 'live-connect', operation: 'PutItem', after });
    expect(await rowsOf(await unheard(browser))).toEqual([]);
  });

  it('takes nobody’s place where it ends before it has one', async () => {
    const { browser } = await newPerson(nod);
    nod.recordingProxy.disturb('cut', { from: 'live-connect', operation: 'PutItem', after: 1 });
    nod.recordingProxy.disturb('cut', { from: 'live-connect', operation: 'DeleteItem' });
    const id = await unheard(browser);
    nod.recordingProxy.mend();
    expect((await rowsOf(id)).map(({ sk }) => sk)).toEqual(['bell']);
    for (let at = 0; at < MOST_LISTENERS; at++) await listen(nod, browser, 'session');
    // Whose place it wanted keeps it.
    await close(id);
    expect((await connect(nod, browser, 'session')).status).toBe(429);
    expect(await rowsOf(id)).toEqual([]);
  });

  it('has left its place where it ends while it closes, and is found if it closes again', async () => {
    const { browser } = await newPerson(nod);
    const id = await listen(nod, browser, 'session');
    nod.recordingProxy.disturb('cut', { from: 'live-disconnect', operation: 'DeleteItem', after: 1 });
    await expect(close(id)).rejects.toThrow();
    nod.recordingProxy.mend();
    expect((await rowsOf(id)).map(({ sk }) => sk)).toEqual(['bell']);
    const next = await listen(nod, browser, 'session');
    expect((await rowsOf(next)).map(({ sk }) => sk)).toContainEqual(expect.stringMatching(/#0$/));
    await close(id);
    expect(await rowsOf(id)).toEqual([]);
    expect(await rowsOf(next)).toHaveLength(2);
  });

  it.each([
    ['its place', 0],
    ['its first row', 1],
  ])('has closed where the answer to the deletion of %s is lost once', async (_, after) => {
    const { browser } = await newPerson(nod);
    const id = await listen(nod, browser, 'session');
    nod.recordingProxy.disturb('answer lost', {
      from: 'live-disconnect',
      operation: 'DeleteItem',
      after,
      times: 1,
    });
    expect(await close(id)).toEqual({ statusCode: 200 });
    expect(await rowsOf(id)).toEqual([]);
  });
});

describe('an address', () => {
  const strict = startNod({ variables: { NOD_LIMITS_SCALE: '0.005' } });

  it('opens only so many connections in ten minutes, whoever they are for, and holds up no other address', async () => {
    const browser = new Browser(strict);
    await browser.succeed('login-start', { body: { username: newUsername() } });
    const from = (address: string) =>
      connect(strict, browser, 'signin', { 'CloudFront-Viewer-Address': `${address}:1` });
    const statuses = [];
    for (let at = 0; at < 12; at++) statuses.push((await from('198.51.100.1')).status);
    // Ten of them count; of those, five find a place.
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429, 429, 429, 429, 429]);
    expect((await from('198.51.100.1')).status).toBe(429);
    const other = new Browser(strict);
    await other.succeed('login-start', { body: { username: newUsername() } });
    const connectOther = (address: string) =>
      connect(strict, other, 'signin', { 'CloudFront-Viewer-Address': `${address}:1` });
    expect((await connectOther('198.51.100.1')).status, 'its own').toBe(429);
    expect((await connectOther('198.51.100.2')).status, 'another').toBe(200);
  });
});

it('what API Gateway spells in its own way is read all the same', async () => {
  const { browser } = await newPerson(nod);
  const event = connectEvent(nod, browser, 'session');
  const spelt = Object.entries(event.multiValueHeaders).map(([name, values]) => [name.toUpperCase(), values]);
  const answer = await nod.trigger('live-connect', {
    ...event,
    multiValueHeaders: Object.fromEntries(spelt),
  });
  expect(answer).toEqual({ statusCode: 200 });
});
