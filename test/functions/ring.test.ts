import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it, vi } from 'vitest';
import { ring } from '../../functions/ring.ts';
import { activityStore } from '../../shared/activity/activity-store.ts';
import type { Item } from '../../shared/database.ts';
import { deviceStore } from '../../shared/devices/device-store.ts';
import type { UserId } from '../../shared/ids.ts';
import { pushStore } from '../../shared/push/push-store.ts';
import { ringStore } from '../../shared/push/ring-store.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, signIn } from '../support/people.ts';
import { type PushService, startPushService } from '../support/push-service.ts';

let service: PushService;

/** Followed by the real stream of the database. */
const nod = startNod({
  async beside() {
    service = await startPushService();
    return { variables: { LOCAL_PUSH_ORIGIN: service.origin }, stop: () => service.stop() };
  },
  triggers: true,
});

/** Somebody whose phone may be rung, and whose browser the account knows. */
async function rungPerson() {
  const person = await newPerson(nod);
  const push = service.subscribe();
  await person.phone.succeed('push-subscribe', { body: push });
  const start = () => person.browser.succeed('login-start', { body: { username: person.username } });
  const arrivals = () => service.arrivals.filter(({ endpoint }) => endpoint === push.endpoint);
  const requests = () => service.requests.filter((endpoint) => endpoint === push.endpoint);
  const row = async () =>
    (await nod.rows()).Users.find(({ sk }) => sk === `device#${person.phone.authenticator.credentialId}`);
  const userId = (await row())?.pk as UserId;
  return { ...person, push, start, arrivals, requests, row, userId };
}

/** Waits until the stream has been followed up to now: what somebody else is rung for comes after all before it. */
async function followed(): Promise<void> {
  const fence = await rungPerson();
  await fence.start();
  await vi.waitFor(() => expect(fence.arrivals()).toHaveLength(1), { timeout: 20_000, interval: 50 });
}

const recordOf = ({ pk, sk }: Item): DynamoDBRecord => ({
  eventName: 'INSERT',
  dynamodb: { Keys: { pk: { S: String(pk) }, sk: { S: String(sk) } } },
});

describe('a known browser that asks to sign in', () => {
  it('rings the phone, with what the notification shows and nothing else', async () => {
    const person = await rungPerson();
    const { sessionId, number } = await person.start();
    await vi.waitFor(() => expect(person.arrivals()).toHaveLength(1), { timeout: 20_000 });
    const [arrival] = person.arrivals();
    expect(arrival?.message).toEqual({
      type: 'request',
      sessionId,
      browser: 'Firefox 143',
      os: 'Windows',
      place: null,
    });
    expect(JSON.stringify(arrival?.message)).not.toContain(number);
    expect(arrival).toMatchObject({ urgency: 'high', topic: sessionId });
    expect(arrival?.ttl).toBeGreaterThan(60);
    expect(arrival?.ttl).toBeLessThanOrEqual(120);
    expect(arrival?.sender.publicKey).toBe((await person.phone.succeed('push-key')).publicKey);
  });

  it('rings at most five times in ten minutes', async () => {
    const person = await rungPerson();
    for (let at = 0; at < 8; at++) await person.start();
    await followed();
    expect(person.requests()).toHaveLength(5);
    expect((await person.phone.succeed('approvals')).items).toHaveLength(8);
  });

  it('rings once, also if the stream tells it twice', async () => {
    const person = await rungPerson();
    await person.start();
    await followed();
    const rows = (await nod.rows()).Sessions.filter(
      ({ pk, status, sk }) =>
        pk === person.userId && status === 'pending' && String(sk).startsWith('session#'),
    );
    expect(rows).toHaveLength(1);
    const [record] = rows.map(recordOf);
    if (record !== undefined) await nod.trigger('ring', { Records: [record, record] });
    expect(person.requests()).toHaveLength(1);
  });

  it('does not ring once it has given up', async () => {
    const person = await rungPerson();
    await person.phone.succeed('push-unsubscribe');
    await person.start();
    await followed();
    await person.browser.succeed('login-cancel');
    await person.phone.succeed('push-subscribe', { body: person.push });
    const row = (await nod.rows()).Sessions.find(
      ({ pk, status }) => pk === person.userId && status === 'cancelled',
    );
    await nod.trigger('ring', { Records: [recordOf(row ?? {})] });
    expect(person.requests()).toEqual([]);
  });
});

describe('nobody else', () => {
  it('can make a phone ring', async () => {
    const person = await rungPerson();
    const disabled = await rungPerson();
    const user = (await nod.rows()).Users.find(({ pk, sk }) => pk === disabled.userId && sk === 'user');
    await nod.db.write({ Put: { TableName: nod.db.tableName('Users'), Item: { ...user, disabled: true } } });
    const stranger = new Browser(nod);
    // A mark that another user's account knows, and one that is made up.
    const knownElsewhere = await signIn(nod, await newPerson(nod));
    const madeUp = new Browser(nod);
    madeUp.cookies.set('__Host-browser', 'A'.repeat(43));
    for (const browser of [stranger, knownElsewhere, madeUp]) {
      await browser.succeed('login-start', { body: { username: person.username } });
    }
    await disabled.start();
    await new Browser(nod).succeed('login-start', { body: { username: newUsername() } });
    await new Browser(nod).succeed('register', { body: { username: newUsername() } });
    await followed();
    expect([...person.requests(), ...disabled.requests()]).toEqual([]);
    expect(await userStore(nod.db).idByName(person.username)).toBe(person.userId);
  });
});

describe('a push service', () => {
  it.each([404, 410])('that calls a subscription gone with %i is not asked again', async (status) => {
    const person = await rungPerson();
    service.answer(person.push, { status });
    await person.start();
    await vi.waitFor(async () => expect(await person.row()).not.toHaveProperty('push'), { timeout: 20_000 });
    expect(await person.phone.succeed('push-key')).toMatchObject({ subscribed: false });
    await person.start();
    await followed();
    expect(person.requests()).toHaveLength(1);
  });

  it('that is slow, broken or leads elsewhere delays no sign-in and takes no subscription away', async () => {
    const answers = [{ status: 500 }, { silentMs: 60_000 }, { status: 307, location: '/elsewhere' }] as const;
    for (const answer of answers) {
      const person = await rungPerson();
      service.answer(person.push, answer);
      const { number } = await person.start();
      await vi.waitFor(() => expect(person.requests()).toHaveLength(1), { timeout: 20_000 });
      await person.phone.approve(number);
      await person.browser.succeed('login-complete');
      expect(await person.row()).toHaveProperty('push', person.push);
    }
    await followed();
  });

  it('that is late to call a subscription gone takes no newer one away', async () => {
    const person = await rungPerson();
    const { sessionId } = await person.start();
    const newer = service.subscribe();
    const { db } = nod;
    const late = ring(
      db,
      sessionStore(db),
      deviceStore(db),
      activityStore(db),
      pushStore(db),
      { ...ringStore(db), take: async () => true },
      async () => {
        await person.phone.succeed('push-subscribe', { body: newer });
        return 'gone';
      },
    );
    await late.handle({ Records: [recordOf({ pk: person.userId, sk: `session#${sessionId}` })] });
    expect(await person.row()).toHaveProperty('push', newer);
  });
});

describe('what changed about an account', () => {
  const note = (userId: UserId) =>
    nod.db.write(
      activityStore(nod.db).record({ userId, at: new Date(), kind: 'phone_added', device: 'Pixel 10' }),
    );

  it('is told to its phones, and nobody else’s', async () => {
    const [person, other] = [await rungPerson(), await rungPerson()];
    await note(person.userId);
    await vi.waitFor(() => expect(person.arrivals()).toHaveLength(1), { timeout: 20_000 });
    const [arrival] = person.arrivals();
    expect(arrival?.message).toEqual({ type: 'change', kind: 'phone_added', device: 'Pixel 10' });
    expect(arrival?.ttl).toBeGreaterThan(24 * 60 * 60);
    expect(other.requests()).toEqual([]);
  });

  it('is told by nothing that anybody does all day', async () => {
    const person = await rungPerson();
    await signIn(nod, person);
    await person.browser.succeed('sessions-end');
    await followed();
    expect(person.requests()).toEqual([]);
  });

  it('is told again until the push service takes it, under one topic', async () => {
    const person = await rungPerson();
    service.answer(person.push, { status: 503 });
    await note(person.userId);
    await vi.waitFor(() => expect(person.requests().length).toBeGreaterThan(0), { timeout: 20_000 });
    const [row] = (await nod.rows()).Sessions.filter(
      ({ pk, notifies }) => pk === person.userId && notifies === true,
    );
    await followed();
    expect(person.requests()).toHaveLength(4);

    await expect(nod.trigger('ring', { Records: [recordOf(row ?? {})] })).rejects.toThrow(
      'could not be told',
    );
    service.answer(person.push, { status: 201 });
    for (let at = 0; at < 2; at++) await nod.trigger('ring', { Records: [recordOf(row ?? {})] });
    const topics = person.arrivals().map(({ topic }) => topic);
    expect(topics).toHaveLength(2);
    expect(new Set(topics).size).toBe(1);
    expect(topics[0]).toMatch(/^[\w-]{1,32}$/);
  });
});
