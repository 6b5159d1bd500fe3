import { afterAll, describe, expect, it, vi } from 'vitest';
import { ring } from '../../functions/ring.ts';
import { scheduledEvent } from '../../infra/local/triggers.ts';
import { activityStore } from '../../shared/activity/activity-store.ts';
import { deviceStore } from '../../shared/devices/device-store.ts';
import { NodError } from '../../shared/errors.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Language } from '../../shared/languages.ts';
import { NEWS_PAUSES, type News } from '../../shared/push/news.ts';
import { newsStore } from '../../shared/push/news-store.ts';
import { pushStore } from '../../shared/push/push-store.ts';
import { ringStore } from '../../shared/push/ring-store.ts';
import { sending } from '../../shared/push/sending.ts';
import { telling } from '../../shared/push/telling.ts';
import { sessionStore } from '../../shared/sessions/session-store.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { pushNotice } from '../../web/notices/push-notice.ts';
import { Browser } from '../support/browser.ts';
import { addPhone, newPerson, newUsername, signIn, userRow } from '../support/people.ts';
import { rungNod } from '../support/rung-people.ts';
import { SECOND, speakSecondLanguage } from '../support/second-language.ts';
import { recordOf } from '../support/stream-records.ts';

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
    expect(arrival?.notice).toEqual({
      title: 'Firefox 143 on Windows asks to sign in',
      body: 'Open Nod and type the number that it shows.',
      tag: 'request Firefox 143 Windows',
      path: `/phone#request=${sessionId}`,
      lang: 'en',
      dir: 'ltr',
      rings: true,
    });
    expect(JSON.stringify(arrival?.notice)).not.toContain(number);
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
      sending(db, pushNotice, pushStore(db), async () => {
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
    expect(arrival?.notice).toEqual({
      title: 'Pixel 10 was added to your account',
      body: 'If it was not you, open Nod and end the browsers that you do not know.',
      tag: 'phone_added',
      path: '/phone',
      lang: 'en',
      dir: 'ltr',
    });
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
        notice: { tag: 'phone_added', title: 'Pixel 10 was added to your account' },
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

describe('the language of a push', () => {
  afterAll(speakSecondLanguage());

  /** Has a user spoken to in a language, as `language-set` does. */
  const speaksTo = async ({ username }: { username: string }, language: Language) =>
    nod.db.write({
      Put: {
        TableName: nod.db.tableName('Users'),
        Item: { ...(await userRow(nod, username)), language },
      },
    });

  it('is each phone’s own, which no browser changes; the user’s only for one that has said none', async () => {
    const person = await rungPerson();
    const [other, silent] = [service.subscribe(), service.subscribe()];
    for (const [push, language] of [
      [other, 'fr'],
      [silent, undefined],
    ] as const) {
      const phone = await addPhone(nod, person.browser);
      const body = { ...push, ...(language === undefined ? {} : { language }) };
      await phone.succeed('push-subscribe', { body });
    }
    await person.phone.succeed('push-subscribe', { body: { ...person.push, language: 'de' } });
    await followed();
    service.arrivals.splice(0);
    // Whoever sits at a hijacked browser.
    await person.browser.succeed('language-set', { body: { language: 'ja' } });
    const told = () =>
      [person.push, other, silent].map(({ endpoint }) =>
        service.arrivals.filter((arrival) => arrival.endpoint === endpoint).map(({ notice }) => notice),
      );
    const change = { kind: 'recovery_begun', browser: 'Firefox 143', os: 'Windows', place: null } as const;
    await nod.db.write(activityStore(nod.db).record({ userId: person.userId, at: new Date(), ...change }));
    const worded = (['de', 'fr', 'ja'] as const).map((language) => [
      pushNotice({ type: 'change', ...change }, language),
    ]);
    await vi.waitFor(() => expect(told()).toEqual(worded), { timeout: 20_000 });

    service.arrivals.splice(0);
    await person.start();
    await vi.waitFor(
      () => expect(told()).toMatchObject(['de', 'fr', 'ja'].map((lang) => [{ lang, rings: true }])),
      { timeout: 20_000 },
    );
  });

  it('is its own also where a phone is told for the last time, and later since its push service was away', async () => {
    const person = await rungPerson();
    await person.phone.succeed('push-subscribe', { body: { ...person.push, language: 'de' } });
    await addPhone(nod, person.browser);
    await followed();
    service.arrivals.splice(0);
    service.answer(person.push, { status: 503 }, { status: 201 });
    await person.browser.succeed('language-set', { body: { language: 'ja' } });
    await person.browser.succeed('device-remove', { params: { deviceId: person.phone.deviceId } });
    await vi.waitFor(async () => expect(await rowsOf(person.userId, 'news#')).toMatchObject([{ tried: 1 }]), {
      timeout: 20_000,
    });
    await clock()(2);
    expect(person.arrivals()).toMatchObject([{ notice: { tag: 'phone_removed', lang: 'de' } }]);
  });

  it('costs no read of the user where every phone has said its own', async () => {
    const person = await rungPerson();
    const users = { ...userStore(nod.db), get: vi.fn(userStore(nod.db).get) };
    const sendToAll = sending(nod.db, pushNotice, pushStore(nod.db), async () => 'sent', users);
    const phone = { userId: person.userId, credentialId: 'any', push: person.push };
    const message = { type: 'change', kind: 'recovery_renewed' } as const;
    const unworded = { message, ttlSeconds: 60, urgency: 'normal', topic: 'x' } as const;
    await sendToAll([{ ...phone, language: 'de' }], unworded);
    await sendToAll([], unworded);
    expect(users.get).not.toHaveBeenCalled();
    await sendToAll([{ ...phone, language: 'tlh' as Language }, phone], unworded);
    expect(users.get).toHaveBeenCalledOnce();
  });

  it('is the user’s for phones without one: of two who are rung at once each has their own', async () => {
    const [person, other] = [await rungPerson(), await rungPerson()];
    await speaksTo(other, SECOND);
    const starts = [await person.start(), await other.start()];
    const titles = new Map<string, string>();
    const ringing = ring(
      nod.db,
      sessionStore(nod.db),
      deviceStore(nod.db),
      activityStore(nod.db),
      // The stream's own function has counted them.
      { ...ringStore(nod.db), take: async () => true },
      newsStore(nod.db),
      sending(nod.db, pushNotice, pushStore(nod.db), async ({ endpoint }, { notice }) => {
        titles.set(endpoint, notice.title);
        return 'sent';
      }),
    );
    const Records = [person, other].map(({ userId }, at) =>
      recordOf({ pk: userId, sk: `session#${starts[at]?.sessionId}` }),
    );
    await ringing.handle({ Records });
    expect(titles.get(person.push.endpoint)).toBe('Firefox 143 on Windows asks to sign in');
    expect(titles.get(other.push.endpoint)).toBe('‹Firefox 143 on Windows asks to sign in›');
  });

  it('is the one of the moment at which it is sent, also of what has waited', async () => {
    const person = await rungPerson();
    const { userId, push } = person;
    const titles: string[] = [];
    const sendToAll = sending(nod.db, pushNotice, pushStore(nod.db), async (_, { notice }) => {
      titles.push(notice.title);
      return titles.length === 1 ? 'failed' : 'sent';
    });
    const tell = telling(nod.db, sendToAll);
    const piece: News = {
      id: 'waits',
      userId,
      message: { type: 'change', kind: 'phone_added', device: 'Pixel 10' },
      phones: [{ userId, credentialId: 'any', push }],
      tried: 0,
      dueAt: new Date(),
    };
    await tell(piece, new Date());
    await speaksTo(person, SECOND);
    const [waiting] = await newsStore(nod.db).ofUser(userId);
    if (waiting !== undefined) await tell(waiting, new Date());
    expect(titles).toEqual(['Pixel 10 was added to your account', '‹Pixel 10 was added to your account›']);
  });

  it('is the first one of Nod’s where the row says none that it speaks, or cannot be read', async () => {
    const person = await rungPerson();
    const titles: string[] = [];
    const send = async (_: unknown, { notice }: { notice: { title: string } }) => {
      titles.push(notice.title);
      return 'sent' as const;
    };
    const phones = [{ userId: person.userId, credentialId: 'any', push: person.push }];
    const message = { type: 'change', kind: 'recovery_renewed' } as const;
    const unworded = { message, ttlSeconds: 60, urgency: 'normal', topic: 'x' } as const;
    await speaksTo(person, 'tlh' as Language);
    await sending(nod.db, pushNotice, pushStore(nod.db), send)(phones, unworded);
    const away = {
      ...userStore(nod.db),
      get: () => Promise.reject(new NodError('store_unavailable', 'The store did not answer.')),
    };
    await sending(nod.db, pushNotice, pushStore(nod.db), send, away)(phones, unworded);
    expect(titles).toEqual(Array(2).fill('Your account has a new recovery code'));
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
