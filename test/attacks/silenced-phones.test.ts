/**
 * Who must hear, hears: of a recovery when it begins and when it ends, of phones, links and codes that come and go, also
 * the phone that is removed by it; and a recovery that somebody else has begun is stopped.
 */
import { describe, expect, it, vi } from 'vitest';
import type { UserId } from '../../shared/ids.ts';
import type { PushNotice } from '../../shared/push/push-message.ts';
import { Browser, type Reply } from '../support/browser.ts';
import {
  addPhone,
  newPerson,
  newRecoveryCode,
  newUsername,
  Phone,
  readyToEnrol,
  signIn,
  ticketIn,
  userRow,
} from '../support/people.ts';
import { rungNod } from '../support/rung-people.ts';
import { unchanged } from '../support/unchanged.ts';

/** Followed by the real stream of the database. */
const { nod, service, rowsOf } = rungNod();

/** What stands below the news of a phone that is told that it is none any more. */
const OF_REMOVED_PHONE =
  'It approves nothing any more. If it was not you, sign in another way and look at your phones.';

/** Has a phone told of things; what it hears. */
async function listening(phone: Phone) {
  const push = service.subscribe();
  await phone.succeed('push-subscribe', { body: push });
  const heard = () =>
    service.arrivals.filter(({ endpoint }) => endpoint === push.endpoint).map(({ notice }) => notice);
  const hears = (notice: Partial<PushNotice>) =>
    vi.waitFor(() => expect(heard()).toContainEqual(expect.objectContaining(notice)), { timeout: 20_000 });
  return { push, heard, hears };
}

/** Somebody with a recovery code and two phones that hear. */
async function owner() {
  const person = await newPerson(nod);
  const { browser, phone, username } = person;
  const code = await newRecoveryCode(browser);
  const second = await addPhone(nod, browser, 'Galaxy S25');
  const [first, other] = [await listening(phone), await listening(second)];
  const userId = (await userRow(nod, username)).pk as UserId;
  return { ...person, code, second, first, other, userId };
}

type Owner = Awaited<ReturnType<typeof owner>>;

/** Somebody who has the code, up to the fingerprint of their own phone. */
async function thiefOf({ username, code }: Pick<Owner, 'username' | 'code'>) {
  const [browser, phone] = [new Browser(nod), new Phone(nod)];
  const { enrolUrl } = await browser.succeed('recover', { body: { username, code } });
  return { browser, phone, enrolUrl, enrolment: () => readyToEnrol(phone, enrolUrl, 'Their phone') };
}

/** Taps "Stop it", up to the fingerprint. */
async function aboutToStop(phone: Phone, sessionId?: string) {
  const [newest] = (await phone.succeed('recoveries')).items;
  const params = { sessionId: sessionId ?? newest?.sessionId ?? '' };
  const { publicKey } = await phone.succeed('recovery-stop-options', { params });
  const assertion = phone.authenticator.get(publicKey);
  return { params, assertion, send: () => phone.call('recovery-stop', { params, body: { assertion } }) };
}

const outcome = ({ status, problem }: Pick<Reply<'recover'>, 'status' | 'problem'>) => [status, problem.code];

describe('a recovery', () => {
  it('is heard of by every phone when it begins, and by the removed ones when it ends', async () => {
    const person = await owner();
    const thief = await thiefOf(person);
    const begun = {
      tag: 'recovery_begun',
      body: 'Firefox 143 on Windows has your recovery code. If it is not you, tap here and stop it.',
    };
    await Promise.all([person.first.hears(begun), person.other.hears(begun)]);
    expect(service.arrivals.find(({ notice }) => notice.tag === 'recovery_begun')?.urgency).toBe('high');

    await thief.phone.succeed('device-enrol', { body: await thief.enrolment() });
    const recovered = {
      title: 'Your account was recovered, for Their phone',
      body: OF_REMOVED_PHONE,
    };
    await Promise.all([person.first.hears(recovered), person.other.hears(recovered)]);
    // Told, and kept no longer.
    await vi.waitFor(async () => expect(await rowsOf(person.userId, 'news#')).toEqual([]));
  });

  it('keeps no address of a phone where its user reads', async () => {
    const person = await owner();
    service.answer(person.first.push, { status: 503 });
    const thief = await thiefOf(person);
    await thief.phone.succeed('device-enrol', { body: await thief.enrolment() });
    await person.other.hears({ tag: 'recovered' });
    await thief.browser.succeed('login-complete');
    const { text, body } = await thief.browser.call('activity');
    expect(body.items.map(({ kind }) => kind)).toContain('recovered');
    expect(text).not.toContain(service.origin);
    await vi.waitFor(async () =>
      expect((await rowsOf(person.userId, 'news#')).map(({ phones }) => (phones as []).length)).toContain(1),
    );
  });

  it('that somebody has begun without the right code is heard of by nobody', async () => {
    const person = await owner();
    const body = { username: person.username, code: '0000-0000-0000-0000-0000-0000-0000' };
    expect(outcome(await new Browser(nod).call('recover', { body }))).toEqual([404, 'code_unknown']);
    const unknown = { username: newUsername(), code: person.code };
    expect(outcome(await new Browser(nod).call('recover', { body: unknown }))).toEqual([404, 'code_unknown']);
    expect(await rowsOf(person.userId, 'activity#')).not.toContainEqual(
      expect.objectContaining({ kind: 'recovery_begun' }),
    );
    expect((await person.phone.succeed('recoveries')).items).toEqual([]);
  });
});

describe('a phone', () => {
  it('that is removed hears that it was, and the others hear which', async () => {
    const { browser, second, first, other, userId } = await owner();
    await browser.succeed('device-remove', { params: { deviceId: second.deviceId } });
    await first.hears({ tag: 'phone_removed', title: 'Galaxy S25 was removed from your account' });
    await other.hears({ title: 'This phone was removed from your account', body: OF_REMOVED_PHONE });
    expect(first.heard()).not.toContainEqual(expect.objectContaining({ body: OF_REMOVED_PHONE }));
    await vi.waitFor(async () => expect(await rowsOf(userId, 'news#')).toEqual([]));
  });

  it('hears it where it is by then, however close it has moved', async () => {
    for (let round = 0; round < 3; round++) {
      const { browser, second, other } = await owner();
      const moved = service.subscribe();
      const [subscribed, removed] = await Promise.all([
        second.call('push-subscribe', { body: moved }),
        browser.call('device-remove', { params: { deviceId: second.deviceId } }),
      ]);
      expect(removed.status).toBe(200);
      const endpoint = subscribed.status === 200 ? moved.endpoint : other.push.endpoint;
      await vi.waitFor(
        () => {
          const heard = service.arrivals.filter((arrival) => arrival.endpoint === endpoint);
          expect(heard.map(({ notice }) => notice)).toContainEqual(
            expect.objectContaining({ tag: 'phone_removed', body: OF_REMOVED_PHONE }),
          );
        },
        { timeout: 20_000 },
      );
    }
  });

  it('hears of what comes and goes, and is silenced by no flood of something else', async () => {
    const { browser, first } = await owner();
    for (let at = 0; at < 25; at++) await browser.succeed('device-invite');
    await newRecoveryCode(browser);
    const third = await addPhone(nod, browser, 'Third');
    await browser.succeed('device-remove', { params: { deviceId: third.deviceId } });
    for (const kind of ['phone_invited', 'recovery_renewed', 'phone_added', 'phone_removed'] as const) {
      await first.hears({ tag: kind });
    }
  });
});

describe('"Stop it"', () => {
  it('ends the recovery, denies its browser and voids the code, and every phone hears', async () => {
    const person = await owner();
    const { phone, first, other, userId, username, code } = person;
    const thief = await thiefOf(person);
    const body = await thief.enrolment();
    const { items } = await phone.succeed('recoveries');
    expect(items).toMatchObject([{ browser: 'Firefox 143', os: 'Windows', place: null }]);
    const stop = await aboutToStop(phone);
    expect((await stop.send()).body).toEqual({ status: 'stopped' });

    expect(outcome(await thief.phone.call('device-enrol', { body }))).toEqual([409, 'ticket_used']);
    expect(await thief.browser.succeed('status')).toMatchObject({ status: 'denied', reason: 'denied' });
    expect(outcome(await new Browser(nod).call('recover', { body: { username, code } }))).toEqual([
      404,
      'code_unknown',
    ]);
    expect((await person.browser.succeed('me')).recoveryCode).toBeNull();
    expect((await phone.succeed('recoveries')).items).toEqual([]);
    expect(await rowsOf(userId, 'recovering#')).toEqual([]);
    await Promise.all(
      [first, other].map(({ hears }) => hears({ title: 'Pixel 9 stopped the recovery of your account' })),
    );
    expect((await person.browser.succeed('activity')).items[0]).toMatchObject({
      kind: 'recovery_stopped',
      device: 'Pixel 9',
      browser: 'Firefox 143',
    });
    // The phones stand, and a new code is a new way back.
    await signIn(nod, person);
    const renewed = await newRecoveryCode(person.browser);
    await thiefOf({ username, code: renewed });
  });

  it('ends all that wait with this code, and a flood of them hides none', async () => {
    const person = await owner();
    const thieves = [];
    for (let at = 0; at < 12; at++) thieves.push(await thiefOf(person));
    const { items } = await person.second.succeed('recoveries');
    expect(items).toHaveLength(10);
    expect(items.map(({ startedAt }) => startedAt)).toEqual(
      items
        .map(({ startedAt }) => startedAt)
        .sort()
        .reverse(),
    );
    const [oldest] = (await rowsOf(person.userId, 'recovering#')).map(({ sk }) => String(sk).split('#')[2]);
    const stop = await aboutToStop(person.second, oldest);
    expect((await stop.send()).status).toBe(200);
    expect((await person.phone.succeed('recoveries')).items).toEqual([]);
    for (const thief of thieves) {
      const body = { ticket: ticketIn(thief.enrolUrl) };
      const { status } = await thief.phone.call('device-options', { body });
      if (status === 200) {
        const enrolled = await thief.phone.call('device-enrol', { body: await thief.enrolment() });
        expect(outcome(enrolled)).toEqual([409, 'ticket_used']);
      }
    }
    expect((await person.phone.succeed('devices')).items).toHaveLength(2);
  });

  it('races with the enrolment, and exactly one wins', async () => {
    const wins = { stopped: 0, recovered: 0 };
    for (let round = 0; round < 8; round++) {
      const person = await owner();
      const thief = await thiefOf(person);
      const body = await thief.enrolment();
      const stop = await aboutToStop(person.phone);
      const [stopped, enrolled] = await Promise.all([
        stop.send(),
        thief.phone.call('device-enrol', { body }),
      ]);
      const devices = (await nod.rows()).Users.filter(
        ({ pk, sk }) => pk === person.userId && String(sk).startsWith('device#'),
      );
      if (stopped.status === 200) {
        expect(outcome(enrolled)).toEqual([409, 'ticket_used']);
        expect(devices.map(({ name }) => name).sort()).toEqual(['Galaxy S25', 'Pixel 9']);
        expect((await thief.browser.succeed('status')).status).toBe('denied');
        wins.stopped++;
      } else {
        expect(enrolled.status).toBe(201);
        // Over, by whatever of it the stop has seen: the phone gone, the session answered, or the code spent.
        expect([401, 409, 410]).toContain(stopped.status);
        expect(devices.map(({ name }) => name)).toEqual(['Their phone']);
        await thief.browser.succeed('login-complete');
        wins.recovered++;
      }
    }
    console.info(`stop against enrolment: ${JSON.stringify(wins)}`);
  }, 120_000);

  it('asks for the finger of this very phone, over a question of this very recovery, once', async () => {
    const person = await owner();
    await thiefOf(person);
    const stranger = await owner();
    await thiefOf(stranger);
    const { phone, second } = person;
    const { params } = await aboutToStop(phone);
    const options = async () => (await phone.succeed('recovery-stop-options', { params })).publicKey;
    const send = (assertion: unknown, from: Phone = phone, at = params) =>
      from.call('recovery-stop', { params: at, rawBody: JSON.stringify({ assertion }) });

    const spent = phone.authenticator.get(await options());
    const unverified = phone.authenticator.get(await options(), { userVerified: false });
    const ofSecond = second.authenticator.get(
      (await second.succeed('recovery-stop-options', { params })).publicKey,
    );
    const login = new Browser(nod);
    const { number } = await login.succeed('login-start', { body: { username: person.username } });
    const forApproval = phone.authenticator.get(
      (await phone.succeed('approval-find', { body: { number } })).publicKey,
    );
    const theirs = await aboutToStop(stranger.phone);
    // What is still being told changes rows by itself.
    for (const { first, other } of [person, stranger]) {
      for (const { hears } of [first, other]) await hears({ tag: 'recovery_begun' });
    }
    await nod.idle();
    await unchanged(
      nod,
      async () => {
        expect(outcome(await send(unverified))).toEqual([403, 'assertion_refused']);
        expect(outcome(await send(ofSecond))).toEqual([403, 'assertion_refused']);
        expect(outcome(await send(forApproval))).toEqual([403, 'assertion_refused']);
        expect(outcome(await send(theirs.assertion))).toEqual([409, 'challenge_used']);
        expect(outcome(await send(spent, phone, theirs.params))).toEqual([403, 'assertion_refused']);
        expect(outcome(await send(spent))).toEqual([409, 'challenge_used']);
        expect(outcome(await phone.call('recovery-stop-options', { params: theirs.params }))).toEqual([
          404,
          'not_found',
        ]);
        expect(outcome(await person.browser.call('recovery-stop-options', { params }))[0]).toBe(401);
        expect(outcome(await person.browser.call('recoveries'))[0]).toBe(401);
      },
      'its challenge is spent',
    );
    expect((await phone.succeed('recoveries')).items).toHaveLength(1);
    expect((await (await aboutToStop(phone)).send()).status).toBe(200);
  });

  it('has nothing to stop once it was cancelled, renewed or has run out, and takes no newer code away', async () => {
    const person = await owner();
    const { phone, browser, username } = person;
    const cancelled = await thiefOf(person);
    const stop = await aboutToStop(phone);
    await cancelled.browser.succeed('login-cancel');
    expect((await phone.succeed('recoveries')).items).toEqual([]);
    expect(outcome(await stop.send())).toEqual([410, 'session_ended']);

    await thiefOf(person);
    const late = await aboutToStop(phone);
    const code = await newRecoveryCode(browser);
    expect((await phone.succeed('recoveries')).items).toEqual([]);
    expect(outcome(await late.send())).toEqual([410, 'session_ended']);
    await thiefOf({ username, code });
  });
});
