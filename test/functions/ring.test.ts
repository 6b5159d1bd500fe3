import { describe, expect, it, vi } from 'vitest';
import { ring } from '../../functions/ring.ts';
import { scheduledEvent } from '../../infra/local/triggers.ts';
import { activityStore } from '../../shared/activity/activity-store.ts';
import { deviceStore } from '../../shared/devices/device-store.ts';
import { NodError } from '../../shared/errors.ts';
import type { UserId } from '../../shared/ids.ts';
import { NEWS_PAUSES } from '../../shared/push/news.ts';
import { newsStore } from '../../shared/push/news-store.ts';
import { pushStore } from '../../shared/push/push-store.ts';
import { ringStore } from '../../shared/push/ring-store.ts';
import { sending } from '../../shared/push/sending.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { Browser } from '../support/browser.ts';
import { addPhone, newPerson, newUsername, signIn } from '../support/people.ts';
import { recordOf, rungNod } from '../support/rung-people.ts';

/** Followed by the real stream of the database. */
const { nod, service, rungPerson, followed, rowsOf } = rungNod();

const turns = async () => (await nod.rows()).Sessions.filter(({ pk }) => String(pk).startsWith('news-due#'));

/** Calls what the clock calls, as it will be so many minutes from now. */
function clock(): (minutes: number) => Promise<unknown> {
  const began = Date.now();
  return (minutes) => nod.trigger('news', scheduledEvent(new Date(began + minutes * 60_000)));
}

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

  it('rings, however often another browser that is known has asked', async () => {
    const person = await rungPerson();
    const other = await signIn(nod, person);
    for (let at = 0; at < 8; at++) await person.start();
    await followed();
    expect(person.requests()).toHaveLength(5);
    await other.succeed('login-start', { body: { username: person.username } });
    await followed();
    expect(person.requests()).toHaveLength(6);
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
      { ...ringStore(db), take: async () => true },
      newsStore(db),
      sending(db, pushStore(db), async () => {
        await person.phone.succeed('push-subscribe', { body: newer });
        return 'gone';
      }),
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

  it('is told once, whatever its kind, however often the record comes', async () => {
    const person = await rungPerson();
    await note(person.userId);
    await vi.waitFor(() => expect(person.arrivals()).toHaveLength(1), { timeout: 20_000 });
    const [row] = await rowsOf(person.userId, 'activity#', 'notifies');
    const record = recordOf(row ?? {});
    expect(await nod.trigger('ring', { Records: [record, record] })).toEqual({ batchItemFailures: [] });
    expect(person.requests()).toHaveLength(1);
    await vi.waitFor(async () => expect(await rowsOf(person.userId, 'news#')).toEqual([]));
  });

  it('is told again later, once, when its push service has said 503 twice', async () => {
    const person = await rungPerson();
    service.answer(person.push, { status: 503 });
    await note(person.userId);
    await vi.waitFor(() => expect(person.requests()).toHaveLength(1), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await rowsOf(person.userId, 'news#')).toMatchObject([{ tried: 1 }]));
    const minutes = clock();
    expect(person.requests(), 'not before it is due').toHaveLength(1);

    await minutes(2);
    expect(person.requests()).toHaveLength(2);
    service.answer(person.push, { status: 201 });
    await minutes(3);
    expect(person.requests(), 'not before the longer pause is over').toHaveLength(2);
    await minutes(9);
    expect(person.arrivals()).toMatchObject([
      {
        message: { type: 'change', kind: 'phone_added', device: 'Pixel 10' },
        topic: expect.stringMatching(/^[\w-]{1,32}$/),
      },
    ]);
    for (const later of [15, 60, 120]) await minutes(later);
    expect(person.requests()).toHaveLength(3);
    expect(await rowsOf(person.userId, 'news#')).toEqual([]);
    await expect.poll(turns).toEqual([]);
  });

  it('is given up in the end, by one phone and not for the other', async () => {
    const [person, other] = [await rungPerson(), service.subscribe()];
    const second = await addPhone(nod, person.browser);
    await second.succeed('push-subscribe', { body: other });
    await vi.waitFor(() => expect(person.arrivals().length).toBeGreaterThan(0), { timeout: 20_000 });
    await followed();
    const before = person.requests().length;
    const tries = () => service.requests.filter((endpoint) => endpoint === other.endpoint).length;
    const triesBefore = tries();
    service.answer(other, { status: 500 });
    await note(person.userId);
    await vi.waitFor(() => expect(person.requests()).toHaveLength(before + 1), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await rowsOf(person.userId, 'news#')).toMatchObject([{ tried: 1 }]));
    const minutes = clock();
    for (let later = 2; later < 90; later += 8) await minutes(later);
    expect(tries() - triesBefore).toBe(1 + NEWS_PAUSES.length);
    expect(person.requests(), 'is not told what it knows').toHaveLength(before + 1);
    expect(await rowsOf(person.userId, 'news#')).toEqual([]);
  });

  it('is told so often in an hour, of each kind, and noted always', async () => {
    const person = await rungPerson();
    for (let at = 0; at < 25; at++) await note(person.userId);
    await nod.db.write(
      activityStore(nod.db).record({
        userId: person.userId,
        at: new Date(),
        kind: 'link_added',
        provider: 'x',
      }),
    );
    await followed();
    await vi.waitFor(() => expect(person.requests()).toHaveLength(21));
    expect(await rowsOf(person.userId, 'activity#', 'notifies')).toHaveLength(26);
  });
});

describe('a ring that fails', () => {
  it('is tried once more, soon', async () => {
    const person = await rungPerson();
    service.answer(person.push, { status: 503 }, { status: 201 });
    const { sessionId } = await person.start();
    await vi.waitFor(() => expect(person.arrivals()).toHaveLength(1), { timeout: 20_000 });
    expect(person.arrivals()).toMatchObject([{ topic: sessionId }]);
    expect(person.requests()).toHaveLength(2);
  });

  it('is tried no third time, and not at all once nobody waits', async () => {
    const [broken, patient] = [await rungPerson(), await rungPerson()];
    service.answer(broken.push, { status: 500 });
    service.answer(patient.push, { silentMs: 60_000 });
    await Promise.all([broken.start(), patient.start()]);
    await vi.waitFor(() => expect(patient.requests()).toHaveLength(1), { timeout: 20_000 });
    await patient.browser.succeed('login-cancel');
    await followed();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    await followed();
    expect([broken.requests().length, patient.requests().length]).toEqual([2, 1]);
    expect(await rowsOf(broken.userId, 'ring-again#')).toEqual([]);
    expect(await rowsOf(patient.userId, 'ring-again#')).toEqual([]);
  });
});

describe('a store that is away', () => {
  it('has exactly those records repeated of which nothing was sent', async () => {
    const [first, second] = [await rungPerson(), await rungPerson()];
    const rows = [];
    for (const { userId, start } of [first, second]) {
      await start();
      rows.push(...(await rowsOf(userId, 'session#', 'known')));
    }
    await followed();
    const { db } = nod;
    const away = deviceStore(db);
    const [records, named] = [rows.filter(({ status }) => status === 'pending').map(recordOf), second.userId];
    const failing = ring(db, sessionStore(db), {
      ...away,
      async ofUser(userId) {
        if (userId === named) throw new NodError('store_unavailable', 'The store did not answer.');
        return away.ofUser(userId);
      },
    });
    const complained = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await failing.handle({ Records: records })).toEqual({
      batchItemFailures: [{ itemIdentifier: records[1]?.dynamodb?.SequenceNumber }],
    });
    expect(complained).toHaveBeenCalledOnce();
    complained.mockRestore();
  });
});
