/** Strangers who know a name, and want its owner not to get in (DESIGN.md §6.6). */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loginStart } from '../../functions/login-start.ts';
import type { UserId } from '../../shared/ids.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { startFrom } from '../support/addresses.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, type Phone, signIn } from '../support/people.ts';

const nod = startNod();

beforeAll(() => {
  vi.stubEnv('DECOY_SECRET', 'a secret');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const find = (phone: Phone, number: string) => phone.call('approval-find', { body: { number } });

/** How many of these numbers the phone finds a sign-in by. */
async function found(phone: Phone, numbers: string[]): Promise<number> {
  let count = 0;
  for (const number of numbers) if ((await find(phone, number)).status === 200) count++;
  return count;
}

/** A number that nobody shows: wrong, however often it is typed. */
function freeNumber(shown: readonly string[]): string {
  let number = 0;
  while (shown.includes(String(number).padStart(6, '0'))) number++;
  return String(number).padStart(6, '0');
}

async function lock(phone: Phone, shown: readonly string[] = []): Promise<void> {
  for (let at = 0; at < 10; at++) await find(phone, freeNumber(shown));
  expect((await find(phone, freeNumber(shown))).status).toBe(429);
}

describe('fifty starts from one address', () => {
  it('make decoys of what comes from there, and of nothing else', async () => {
    const { username, phone, browser } = await newPerson(nod);
    const flood: string[] = [];
    for (let at = 0; at < 50; at++) flood.push((await startFrom(nod, '127.0.1.1', username)).body.number);
    expect(await found(phone, flood)).toBe(10);

    const elsewhere = await startFrom(nod, '127.0.1.2', username);
    await phone.approve(elsewhere.body.number);
    const known = await startFrom(nod, '127.0.1.1', username, browser.cookieHeader());
    await phone.approve(known.body.number);
  });

  it('at once are counted no less exactly', async () => {
    const { username, phone } = await newPerson(nod);
    const flood = await Promise.all(
      Array.from({ length: 50 }, async () => (await startFrom(nod, '127.0.2.1', username)).body.number),
    );
    expect(await found(phone, flood.filter(Boolean))).toBe(10);
    await phone.approve((await startFrom(nod, '127.0.2.2', username)).body.number);
  });

  it('lock no phone by their decoys, which say to start again', async () => {
    const { username, phone } = await newPerson(nod);
    for (let at = 0; at < 10; at++) await startFrom(nod, '127.0.3.1', username);
    const { body: decoy } = await startFrom(nod, '127.0.3.1', username);
    for (let at = 0; at < 15; at++) {
      const { status, problem } = await find(phone, decoy.number);
      expect([status, problem.code]).toEqual([404, 'number_crowded_out']);
      expect(problem.detail).toContain('Start again on the other screen');
    }
    await phone.approve((await startFrom(nod, '127.0.3.2', username)).body.number);
  });

  it('tell nobody else what number is a decoy’s', async () => {
    const [susan, mallory] = [await newPerson(nod), await newPerson(nod)];
    for (let at = 0; at < 10; at++) await startFrom(nod, '127.0.4.1', susan.username);
    const { body: decoy } = await startFrom(nod, '127.0.4.1', susan.username);
    expect((await find(mallory.phone, decoy.number)).problem.code).toBe('number_unknown');
  });

  it('leave room as soon as one of them is answered', async () => {
    const { username, phone } = await newPerson(nod);
    const first = await startFrom(nod, '127.0.5.1', username);
    for (let at = 0; at < 9; at++) await startFrom(nod, '127.0.5.1', username);
    expect((await find(phone, (await startFrom(nod, '127.0.5.1', username)).body.number)).status).toBe(404);
    const params = { sessionId: first.body.sessionId };
    await phone.succeed('approval-answer', { params, body: { decision: 'deny' } });
    expect((await find(phone, (await startFrom(nod, '127.0.5.1', username)).body.number)).status).toBe(200);
  });
});

describe('starts from a whole IPv6 network', () => {
  async function startAt(ip: string, username: string): Promise<boolean> {
    const viewer = { ip, place: null, userAgent: '' };
    const call = { body: { username }, cookies: {}, viewer, now: new Date() };
    const { body } = await loginStart(nod.db).handle(call as never);
    const userId = (await userStore(nod.db).idByName(username)) as UserId;
    const key = { pk: userId, sk: `session#${body?.sessionId}` };
    return (await nod.db.get({ TableName: nod.db.tableName('Sessions'), Key: key }))?.decoy === false;
  }

  it('count together, and leave other networks alone', async () => {
    const { username } = await newPerson(nod);
    const flood = [];
    for (let at = 0; at < 60; at++) flood.push(await startAt(`2001:db8:7:${at.toString(16)}::1`, username));
    expect(flood.filter(Boolean)).toHaveLength(40);
    expect(await startAt('2001:db8:8::1', username)).toBe(true);
    const subscriber = [];
    for (let at = 0; at < 15; at++) subscriber.push(await startAt(`2001:db8:9:1::${at}`, username));
    expect(subscriber.filter(Boolean)).toHaveLength(10);
    expect(await startAt('2001:db8:9:2::1', username)).toBe(true);
  });
});

describe('a locked phone', () => {
  it('lets a known browser in, by its number', async () => {
    const person = await newPerson(nod);
    await lock(person.phone);
    const { number } = await person.browser.succeed('login-start', { body: { username: person.username } });
    expect((await person.phone.succeed('approvals')).items).toHaveLength(1);
    await person.phone.approve(number);
    await person.browser.succeed('login-complete');
    const { number: unknown } = await new Browser(nod).succeed('login-start', {
      body: { username: person.username },
    });
    expect((await find(person.phone, unknown)).status, 'and stays locked').toBe(429);
  });

  it('denies, and ends what is signed in', async () => {
    const person = await newPerson(nod);
    const { sessionId } = await new Browser(nod).succeed('login-start', {
      body: { username: person.username },
    });
    const known = await person.browser.succeed('login-start', { body: { username: person.username } });
    await lock(person.phone);
    for (const id of [sessionId, known.sessionId]) {
      const params = { sessionId: id };
      expect(await person.phone.succeed('approval-answer', { params, body: { decision: 'deny' } })).toEqual({
        status: 'denied',
      });
    }
    const { items } = await person.phone.succeed('sessions');
    await person.phone.succeed('session-end', { params: { sessionId: items[0]?.id ?? '' } });
    await person.phone.succeed('sessions-end');
  });

  it('says the same, by the same steps, of an unknown browser’s number, a decoy’s, and nobody’s', async () => {
    const person = await newPerson(nod);
    const { body: unknown } = await startFrom(nod, '127.0.6.2', person.username);
    for (let at = 0; at < 10; at++) await startFrom(nod, '127.0.6.1', person.username);
    const { body: decoy } = await startFrom(nod, '127.0.6.1', person.username);
    // One rings all the while.
    const known = await person.browser.succeed('login-start', { body: { username: person.username } });
    const shown = [unknown.number, decoy.number, known.number];
    await lock(person.phone, shown);
    const seen = [];
    for (const number of [unknown.number, decoy.number, freeNumber(shown)]) {
      const before = nod.recordingProxy.callsFrom('approval-find').length;
      const { status, problem } = await find(person.phone, number);
      const steps = nod.recordingProxy.callsFrom('approval-find').slice(before);
      seen.push({ status, problem, steps: steps.map(({ operation }) => operation).sort() });
    }
    expect(seen.map(({ status }) => status)).toEqual([429, 429, 429]);
    expect(seen).toEqual([seen[0], seen[0], seen[0]]);
  });

  it('tells of no more than so many numbers of known browsers', async () => {
    const person = await newPerson(nod);
    const { number } = await person.browser.succeed('login-start', { body: { username: person.username } });
    await lock(person.phone, [number]);
    for (let at = 0; at < 60; at++) await find(person.phone, freeNumber([number]));
    const { status, headers } = await find(person.phone, number);
    expect(status).toBe(429);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(600);
  });
});

describe('a flood from a known browser', () => {
  it('stops that browser, and no other one that the account knows', async () => {
    const person = await newPerson(nod);
    const other = await signIn(nod, person);
    const thief = person.browser.copy();
    const statuses = [];
    for (let at = 0; at < 62; at++) {
      statuses.push((await thief.call('login-start', { body: { username: person.username } })).status);
    }
    expect(statuses.filter((status) => status === 202)).toHaveLength(60);
    const { number } = await other.succeed('login-start', { body: { username: person.username } });
    await person.phone.approve(number);
    expect((await startFrom(nod, '127.0.7.1', person.username)).status).toBe(202);
  });

  it('under another name is a stranger’s', async () => {
    const [susan, amir] = [await newPerson(nod), await newPerson(nod)];
    const { number } = await susan.browser.succeed('login-start', { body: { username: amir.username } });
    expect((await find(amir.phone, number)).body.approval.known).toBe(false);
    await susan.browser.succeed('login-start', { body: { username: newUsername() } });
    expect((await amir.phone.succeed('approvals')).items).toEqual([]);
  });
});
