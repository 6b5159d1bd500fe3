import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { addPhone, newPerson, Phone, readyToEnrol, signIn, ticketIn, userRow } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

const codes = (replies: { status: number; problem: { code?: string } }[]) =>
  replies.map(({ status, problem }) => [status, problem.code]);

/** What happened to an account, without what is not asked for. */
async function activityOf(userId: unknown) {
  const { Sessions } = await nod.rows();
  return Sessions.filter(({ pk, sk }) => pk === userId && String(sk).startsWith('activity#'));
}

describe('device-invite', () => {
  it('answers with a link for one more phone, good for ten minutes, and tells the other phones', async () => {
    const { browser, username } = await newPerson(nod);
    const reply = await browser.call('device-invite');
    expect(reply.status).toBe(201);
    expect(Object.keys(reply.body).sort()).toEqual(['enrolUrl', 'expiresAt']);
    expect(reply.body.enrolUrl).toMatch(/^\/phone#enrol=usr_[\w-]{22}\.tic_[\w-]{22}\.[\w-]{43}$/);
    const minutes = (Date.parse(reply.body.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThanOrEqual(10);
    expect(reply.headers.getSetCookie()).toEqual([]);
    const { pk } = await userRow(nod, username);
    const { session } = await browser.succeed('me');
    expect(await activityOf(pk)).toContainEqual(
      expect.objectContaining({
        kind: 'phone_invited',
        sessionId: session.id,
        browser: 'Firefox 143',
        notifies: true,
      }),
    );
    const secret = ticketIn(reply.body.enrolUrl).split('.')[2];
    expect(JSON.stringify(await nod.rows())).not.toContain(secret);
  });

  it('is the browser’s: a phone invites nobody', async () => {
    const { phone } = await newPerson(nod);
    await unchanged(nod, async () => {
      expect(codes([await phone.call('device-invite')])).toEqual([[401, 'not_signed_in']]);
      expect(codes([await new Browser(nod).call('device-invite')])).toEqual([[401, 'not_signed_in']]);
    });
  });

  it('is limited for each user, and says when to try again', async () => {
    const { browser } = await newPerson(nod);
    for (let at = 0; at < 30; at++) await browser.succeed('device-invite');
    const reply = await browser.call('device-invite');
    expect(codes([reply])).toEqual([[429, 'too_many']]);
    expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('an invited phone', () => {
  it('is one more of the user’s: it lets browsers in, and by enrolling none', async () => {
    const person = await newPerson(nod);
    const before = await userRow(nod, person.username);
    const waiting = new Browser(nod);
    await waiting.succeed('login-start', { body: { username: person.username } });
    const second = await addPhone(nod, person.browser);
    expect((await waiting.succeed('status')).status).toBe('pending');
    expect(await userRow(nod, person.username)).toEqual({ ...before, phones: 2, credentialCount: 2 });
    expect((await person.browser.succeed('status')).status).toBe('active');
    const browser = await signIn(nod, { username: person.username, phone: second });
    expect((await browser.succeed('me')).user.username).toBe(person.username);
    const { items } = await second.succeed('devices');
    expect(items.map(({ name, current }) => [name, current])).toEqual([
      ['Pixel 9', false],
      ['Galaxy S25', true],
    ]);
    expect(await activityOf(before.pk)).toContainEqual(
      expect.objectContaining({ kind: 'phone_added', device: 'Galaxy S25', notifies: true }),
    );
  });

  it('is told which phones the user has already, so that none of them enrols twice', async () => {
    const { browser, phone } = await newPerson(nod);
    const { enrolUrl } = await browser.succeed('device-invite');
    const body = { ticket: ticketIn(enrolUrl) };
    const { publicKey, username, purpose } = await new Phone(nod).succeed('device-options', { body });
    expect(purpose).toBe('invite');
    expect(publicKey.excludeCredentials).toEqual([
      { id: phone.authenticator.credentialId, type: 'public-key', transports: ['internal'] },
    ]);
    expect(username).toBe((await browser.succeed('me')).user.username);
  });

  it('enrols also where the browser has stepped up since, and not where that is over', async () => {
    for (const isOver of [false, true]) {
      const { browser, phone, username } = await newPerson(nod);
      const { enrolUrl } = await browser.succeed('device-invite');
      const { number } = await browser.succeed('login-start', {
        body: { username, act: 'new_recovery_code' },
      });
      await phone.approve(number);
      await browser.succeed('login-complete');
      if (isOver) await phone.succeed('sessions-end');
      const invited = new Phone(nod);
      const reply = await invited.call('device-enrol', { body: await readyToEnrol(invited, enrolUrl) });
      expect([reply.status, reply.problem.code]).toEqual(isOver ? [410, 'ticket_expired'] : [201, undefined]);
    }
  });

  it('that enrols all the same is refused', async () => {
    const { browser, phone } = await newPerson(nod);
    const { enrolUrl } = await browser.succeed('device-invite');
    const body = await readyToEnrol(phone, enrolUrl);
    await unchanged(
      nod,
      async () => expect(codes([await phone.call('device-enrol', { body })])).toEqual([[409, 'ticket_used']]),
      'its challenge is spent',
    );
  });

  it('is one of two that are equally fast', async () => {
    const { browser, username } = await newPerson(nod);
    const { enrolUrl } = await browser.succeed('device-invite');
    const enrolments = await Promise.all(
      [new Phone(nod), new Phone(nod)].map(async (phone) => ({
        phone,
        body: await readyToEnrol(phone, enrolUrl),
      })),
    );
    const replies = await Promise.all(
      enrolments.map(({ phone, body }) => phone.call('device-enrol', { body })),
    );
    expect(codes(replies).sort()).toEqual([
      [201, undefined],
      [409, 'ticket_used'],
    ]);
    expect(await userRow(nod, username)).toMatchObject({ phones: 2, credentialCount: 2 });
    expect((await browser.succeed('devices')).items).toHaveLength(2);
  });

  it('is the tenth at most, also of many at once', async () => {
    const { browser, username } = await newPerson(nod);
    const links = await Promise.all(Array.from({ length: 11 }, () => browser.succeed('device-invite')));
    const enrolments = await Promise.all(
      links.map(async ({ enrolUrl }) => {
        const phone = new Phone(nod);
        return { phone, body: await readyToEnrol(phone, enrolUrl) };
      }),
    );
    const replies = await Promise.all(
      enrolments.map(({ phone, body }) => phone.call('device-enrol', { body })),
    );
    expect(codes(replies).sort()).toEqual([
      ...Array(9).fill([201, undefined]),
      ...Array(2).fill([409, 'too_many_phones']),
    ]);
    expect(await userRow(nod, username)).toMatchObject({ phones: 10, credentialCount: 10 });
    await unchanged(
      nod,
      async () => expect(codes([await browser.call('device-invite')])).toEqual([[409, 'too_many_phones']]),
      'a limit counts it',
    );
  });

  it.each([
    ['signs out', (browser: Browser) => browser.succeed('logout')],
    ['is ended by the phone', (_: Browser, phone: Phone) => phone.succeed('sessions-end')],
  ])('is too late when the browser that invited it %s', async (_, end) => {
    const { browser, phone } = await newPerson(nod);
    const { enrolUrl } = await browser.succeed('device-invite');
    const late = new Phone(nod);
    const body = await readyToEnrol(late, enrolUrl);
    await end(browser, phone);
    await unchanged(
      nod,
      async () =>
        expect(codes([await late.call('device-enrol', { body })])).toEqual([[410, 'ticket_expired']]),
      'its challenge is spent',
    );
    expect(late.cookies.size).toBe(0);
  });

  it('is nobody’s once the user is disabled', async () => {
    const { browser, username } = await newPerson(nod);
    const { enrolUrl } = await browser.succeed('device-invite');
    const late = new Phone(nod);
    const body = await readyToEnrol(late, enrolUrl);
    const row = await userRow(nod, username);
    await nod.db.write({ Put: { TableName: nod.db.tableName('Users'), Item: { ...row, disabled: true } } });
    await unchanged(
      nod,
      async () => {
        expect(codes([await late.call('device-enrol', { body })])).toEqual([[403, 'user_disabled']]);
        expect(codes([await browser.call('device-invite')])).toEqual([[403, 'user_disabled']]);
      },
      'its challenge is spent',
      'a limit counts it',
    );
  });

  it('is too late at minute eleven', async () => {
    const { browser } = await newPerson(nod);
    const { enrolUrl } = await browser.succeed('device-invite');
    await age(nod, 'Sessions', `ticket#${ticketIn(enrolUrl).split('.')[1]}`, 11 * 60);
    const body = { ticket: ticketIn(enrolUrl) };
    expect(codes([await new Phone(nod).call('device-options', { body })])).toEqual([[410, 'ticket_expired']]);
  });
});
