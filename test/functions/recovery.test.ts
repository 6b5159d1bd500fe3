import { describe, expect, it } from 'vitest';
import { codeOf } from '../../shared/recovery/code.ts';
import { digest } from '../../shared/secrets.ts';
import { age } from '../support/ageing.ts';
import { Browser, type Reply } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
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
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

const OTHER_CODE = codeOf(new Uint8Array(16).fill(7));

/** A person with a recovery code. */
async function withCode() {
  const person = await newPerson(nod);
  return { ...person, code: await newRecoveryCode(person.browser) };
}

/** A browser that recovers, up to the QR code. */
async function recovering({ username, code }: { username: string; code: string }) {
  const browser = new Browser(nod);
  const { enrolUrl } = await browser.succeed('recover', { body: { username, code } });
  return { browser, enrolUrl, phone: new Phone(nod) };
}

async function disable(username: string) {
  const row = await userRow(nod, username);
  await nod.db.write({ Put: { TableName: nod.db.tableName('Users'), Item: { ...row, disabled: true } } });
}

const outcome = ({ status, problem }: Pick<Reply<'recover'>, 'status' | 'problem'>) => [status, problem.code];

describe('recovery-renew', () => {
  it('is told by `me`: that there is no code, or since when there is one', async () => {
    const { browser } = await newPerson(nod);
    expect((await browser.succeed('me')).recoveryCode).toBeNull();
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { code } = await browser.succeed('recovery-renew');
    const { body, text } = await browser.call('me');
    expect(Date.parse(body.recoveryCode?.createdAt ?? '')).toBeGreaterThanOrEqual(before);
    expect(Object.keys(body.recoveryCode ?? {})).toEqual(['createdAt']);
    expect(text).not.toContain(digest(code));
  });

  it('shows a code once, keeps its digest only, and tells the phones', async () => {
    const { browser, phone, username } = await newPerson(nod);
    const reply = await browser.call('recovery-renew');
    expect(reply.status).toBe(201);
    const { code } = reply.body;
    const { Users, Sessions } = await nod.rows();
    const { pk } = await userRow(nod, username);
    expect(Users.find((row) => row.pk === pk && row.sk === 'recovery')).toEqual({
      pk,
      sk: 'recovery',
      codeHash: digest(code),
      createdAt: expect.any(Number),
      sessionId: (await browser.succeed('me')).session.id,
      approvedBy: phone.deviceId,
    });
    expect(JSON.stringify({ Users, Sessions })).not.toContain(code);
    expect(Sessions).toContainEqual(
      expect.objectContaining({ pk, kind: 'recovery_renewed', browser: 'Firefox 143', notifies: true }),
    );
  });

  it('makes the earlier code worth nothing, and what was begun with it', async () => {
    const { browser, username, code } = await withCode();
    const begun = await recovering({ username, code });
    const renewed = await newRecoveryCode(browser);
    expect(outcome(await new Browser(nod).call('recover', { body: { username, code } }))).toEqual([
      404,
      'code_unknown',
    ]);
    const body = await readyToEnrol(begun.phone, begun.enrolUrl);
    await unchanged(
      nod,
      async () =>
        expect(outcome(await begun.phone.call('device-enrol', { body }))).toEqual([409, 'ticket_used']),
      'its challenge is spent',
    );
    await recovering({ username, code: renewed });
  });

  it('is the browser’s, never the phone’s that one may lose', async () => {
    const { phone } = await newPerson(nod);
    expect(outcome(await phone.call('recovery-renew'))).toEqual([401, 'not_signed_in']);
  });
});

describe('recover', () => {
  it('answers like a registration, and spends nothing', async () => {
    const { browser: old, username, code } = await withCode();
    const browser = new Browser(nod);
    const reply = await browser.call('recover', { body: { username: username.toUpperCase(), code } });
    expect(reply.status).toBe(201);
    expect(reply.body).toEqual({
      username,
      enrolUrl: expect.stringMatching(/^\/phone#enrol=usr_[\w-]{22}\.tic_[\w-]{22}\.[\w-]{43}$/),
      expiresAt: expect.any(String),
    });
    expect(await browser.succeed('status')).toMatchObject({ status: 'pending' });
    expect((await old.succeed('status')).status).toBe('active');
    await recovering({ username, code });
  });

  it('takes the code as people copy it', async () => {
    const { username, code } = await withCode();
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    await recovering({ username, code: typed });
  });

  it('tells a typo from a wrong code', async () => {
    const { username, code } = await withCode();
    const typo = code.replace(/^./, (first) => (first === '7' ? '6' : '7'));
    await unchanged(nod, async () => {
      const { status, problem } = await new Browser(nod).call('recover', { body: { username, code: typo } });
      expect([status, problem.code, problem.field]).toEqual([400, 'invalid_input', 'code']);
      expect(problem.detail).toMatch(/typo/);
    });
  });

  it('answers a wrong code, an unknown name, one without a code and a disabled one alike', async () => {
    const [person, codeless, disabled] = [await withCode(), await newPerson(nod), await withCode()];
    await disable(disabled.username);
    const attempts = [
      { username: person.username, code: OTHER_CODE },
      { username: newUsername(), code: person.code },
      { username: codeless.username, code: OTHER_CODE },
      { username: disabled.username, code: disabled.code },
      { username: disabled.username, code: OTHER_CODE },
      { username: codeless.username, code: person.code },
    ];
    await unchanged(
      nod,
      async () => {
        const seen = new Set<string>();
        for (const body of attempts) {
          const before = nod.recordingProxy.callsFrom('recover').length;
          const { status, text, headers } = await new Browser(nod).call('recover', { body });
          const asked = nod.recordingProxy.callsFrom('recover').slice(before);
          const operations = asked.map(({ operation }) => operation);
          seen.add(JSON.stringify([status, text, [...headers.keys()].sort(), operations]));
          expect(headers.getSetCookie()).toEqual([]);
        }
        const [alike = '', ...others] = [...seen];
        expect(others).toEqual([]);
        const [status, text] = JSON.parse(alike);
        expect([status, JSON.parse(text).code]).toEqual([404, 'code_unknown']);
      },
      'a limit counts it',
    );
  });

  it('is undone by cancelling: the link is dead, the code holds and the name stays taken', async () => {
    const person = await withCode();
    const { browser, enrolUrl } = await recovering(person);
    const before = await userRow(nod, person.username);
    await browser.succeed('login-cancel');
    const reply = await new Phone(nod).call('device-options', { body: { ticket: ticketIn(enrolUrl) } });
    expect(outcome(reply)).toEqual([409, 'ticket_used']);
    expect(await userRow(nod, person.username)).toEqual(before);
    const { username } = person;
    expect((await new Browser(nod).call('register', { body: { username } })).status).toBe(409);
    await recovering(person);
  });
});

describe('the enrolment of a recovery', () => {
  it('puts one phone in place of all, ends everything, and lets the waiting browser in', async () => {
    const person = await withCode();
    const { username, code, browser: old, phone: lost } = person;
    const second = await addPhone(nod, old);
    const other = await signIn(nod, { username, phone: second });
    const approved = new Browser(nod);
    const { number } = await approved.succeed('login-start', { body: { username } });
    await lost.approve(number);
    const ringing = other.copy();
    const { sessionId } = await ringing.succeed('login-start', { body: { username } });
    const begun = old.copy();
    const { enrolUrl: invitation } = await begun.succeed('device-invite');

    const { browser, enrolUrl, phone } = await recovering({ username, code });
    const options = await phone.succeed('device-options', { body: { ticket: ticketIn(enrolUrl) } });
    expect(options.username).toBe(username);
    expect(options.publicKey.excludeCredentials).toEqual([]);
    await phone.enrol(enrolUrl, 'New phone');

    expect(await browser.succeed('status')).toMatchObject({ status: 'approved', device: 'New phone' });
    for (const ended of [old, other, approved]) {
      expect(await ended.succeed('status')).toMatchObject({ status: 'closed', reason: 'recovered' });
    }
    expect(await ringing.succeed('status', { query: { of: 'signin' } })).toMatchObject({
      status: 'denied',
      reason: 'recovered',
    });
    for (const gone of [lost, second]) {
      expect(outcome(await gone.call('approvals'))).toEqual([401, 'not_a_phone']);
      const { publicKey } = await gone.succeed('device-resume-options');
      const assertion = gone.authenticator.get(publicKey);
      expect(outcome(await gone.call('device-resume', { body: { assertion } }))).toEqual([
        403,
        'assertion_refused',
      ]);
    }
    const late = new Phone(nod);
    const body = await readyToEnrol(late, invitation);
    expect(outcome(await late.call('device-enrol', { body }))).toEqual([410, 'ticket_expired']);

    expect((await browser.succeed('login-complete')).user.username).toBe(username);
    expect((await phone.succeed('devices')).items.map(({ name }) => name)).toEqual(['New phone']);
    expect(await userRow(nod, username)).toMatchObject({ phones: 1, credentialCount: 1 });
    const { pk } = await userRow(nod, username);
    const { Users, Sessions } = await nod.rows();
    expect(Users.some((row) => row.pk === pk && row.sk === 'recovery')).toBe(false);
    expect(Sessions).toContainEqual(
      expect.objectContaining({ pk, kind: 'recovered', device: 'New phone', notifies: true }),
    );
    expect(Sessions.find(({ sk }) => sk === `session#${sessionId}`)?.status).toBe('denied');
    await newRecoveryCode(browser);
    await signIn(nod, { username, phone });
  });

  it('ends more sessions than fit into one transaction', async () => {
    const { username, code, phone: lost, browser: old } = await withCode();
    const { Sessions } = await nod.rows();
    const row = Sessions.find((item) => item.username === username && `${item.sk}`.startsWith('session#'));
    const listed = Sessions.find((item) => item.pk === row?.pk && `${item.sk}`.startsWith('active#'));
    const list = `${listed?.sk}`.split('#').slice(0, 2).join('#');
    const TableName = nod.db.tableName('Sessions');
    for (let batch = 0; batch < 2; batch++) {
      const copies = Array.from({ length: 25 }, (_, at) => {
        const id = `ses_${String(batch * 25 + at).padStart(22, '0')}`;
        return [
          { ...row, sk: `session#${id}` },
          { ...listed, sk: `${list}#${id}` },
        ];
      });
      await nod.db.write(...copies.flat().map((Item) => ({ Put: { TableName, Item } })));
    }
    const first = await lost.succeed('sessions');
    expect(first.items).toHaveLength(50);
    expect((await lost.succeed('sessions', { query: { cursor: first.next ?? '' } })).items).toHaveLength(1);
    const { browser, enrolUrl, phone } = await recovering({ username, code });
    await phone.enrol(enrolUrl);
    await browser.succeed('login-complete');
    expect((await phone.succeed('sessions')).items).toHaveLength(1);
    expect((await old.succeed('status')).reason).toBe('recovered');
  });

  it('is done once: a second recovery with the same code finds it spent', async () => {
    const person = await withCode();
    const [one, two] = [await recovering(person), await recovering(person)];
    await one.phone.enrol(one.enrolUrl);
    const body = await readyToEnrol(two.phone, two.enrolUrl);
    await unchanged(
      nod,
      async () =>
        expect(outcome(await two.phone.call('device-enrol', { body }))).toEqual([409, 'ticket_used']),
      'its challenge is spent',
    );
    const { username, code } = person;
    expect(outcome(await new Browser(nod).call('recover', { body: { username, code } }))).toEqual([
      404,
      'code_unknown',
    ]);
    await one.browser.succeed('login-complete');
  });

  it('is done once of two that are equally fast', async () => {
    const person = await withCode();
    const rivals = await Promise.all(
      [1, 2].map(async () => {
        const rival = await recovering(person);
        return { ...rival, body: await readyToEnrol(rival.phone, rival.enrolUrl) };
      }),
    );
    const replies = await Promise.all(rivals.map(({ phone, body }) => phone.call('device-enrol', { body })));
    expect(replies.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await userRow(nod, person.username)).toMatchObject({ phones: 1, credentialCount: 1 });
    const winner = rivals[replies.findIndex(({ status }) => status === 201)];
    await winner?.browser.succeed('login-complete');
    expect((await winner?.phone.succeed('devices'))?.items).toHaveLength(1);
  });

  it('lets no yes of the old phone slip by, however close they come', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await withCode();
      const { username, phone: lost } = person;
      const thief = new Browser(nod);
      const { number, sessionId } = await thief.succeed('login-start', { body: { username } });
      const { publicKey } = await lost.succeed('approval-find', { body: { number } });
      const assertion = lost.authenticator.get(publicKey);
      const { browser, enrolUrl, phone } = await recovering(person);
      const body = await readyToEnrol(phone, enrolUrl);
      const [enrolled] = await Promise.all([
        phone.call('device-enrol', { body }),
        lost.call('approval-answer', {
          params: { sessionId },
          body: { decision: 'approve', lifetime: '24h', assertion },
        }),
      ]);
      expect(enrolled.status).toBe(201);
      expect((await thief.call('login-complete')).status).toBeGreaterThanOrEqual(400);
      expect((await thief.succeed('status')).status).not.toBe('active');
      await browser.succeed('login-complete');
      expect((await phone.succeed('sessions')).items).toHaveLength(1);
    }
  });

  it('leaves no phone that enrols by an invitation at the same time', async () => {
    const person = await withCode();
    const invited = new Phone(nod);
    const invitation = await person.browser.succeed('device-invite');
    const { browser, enrolUrl, phone } = await recovering(person);
    const bodies = [
      await readyToEnrol(phone, enrolUrl),
      await readyToEnrol(invited, invitation.enrolUrl),
    ] as const;
    await Promise.all([
      phone.call('device-enrol', { body: bodies[0] }),
      invited.call('device-enrol', { body: bodies[1] }),
    ]);
    await browser.succeed('login-complete');
    expect((await phone.succeed('devices')).items.map(({ current }) => current)).toEqual([true]);
    expect(await userRow(nod, person.username)).toMatchObject({ phones: 1, credentialCount: 1 });
  });

  it('of which nobody hears has happened, and is repeated with the same key', async () => {
    const person = await withCode();
    const { browser, enrolUrl, phone } = await recovering(person);
    const call = {
      body: await readyToEnrol(phone, enrolUrl),
      headers: { 'idempotency-key': 'the same recovery' },
    };
    nod.recordingProxy.disturb('answer lost', {
      from: 'device-enrol',
      operation: 'TransactWriteItems',
      after: 1,
    });
    expect((await phone.call('device-enrol', call)).status).toBe(503);
    nod.recordingProxy.mend();
    await phone.succeed('device-enrol', call);
    await browser.succeed('login-complete');
    expect((await phone.succeed('devices')).items).toHaveLength(1);
    await newRecoveryCode(browser);
  });

  it('that the store refuses has changed nothing, and its link is good', async () => {
    const person = await withCode();
    const { browser, enrolUrl, phone } = await recovering(person);
    const body = await readyToEnrol(phone, enrolUrl);
    nod.recordingProxy.disturb('ThrottlingException', {
      from: 'device-enrol',
      operation: 'TransactWriteItems',
      after: 1,
    });
    await unchanged(
      nod,
      async () => expect((await phone.call('device-enrol', { body })).status).toBe(503),
      'its challenge is spent',
    );
    nod.recordingProxy.mend();
    expect((await person.browser.succeed('status')).status).toBe('active');
    await phone.enrol(enrolUrl);
    await browser.succeed('login-complete');
  });

  it('is refused to a user who has been disabled meanwhile', async () => {
    const person = await withCode();
    const { enrolUrl, phone } = await recovering(person);
    const body = await readyToEnrol(phone, enrolUrl);
    await disable(person.username);
    await unchanged(
      nod,
      async () => expect(outcome(await phone.call('device-enrol', { body }))).toEqual([403, 'user_disabled']),
      'its challenge is spent',
    );
  });

  it('is too late at minute eleven', async () => {
    const person = await withCode();
    const { browser, enrolUrl, phone } = await recovering(person);
    const body = await readyToEnrol(phone, enrolUrl);
    const [userId = '', ticketId] = ticketIn(enrolUrl).split('.');
    await age(nod, 'Sessions', `ticket#${ticketId}`, 11 * 60);
    await unchanged(
      nod,
      async () =>
        expect(outcome(await phone.call('device-enrol', { body }))).toEqual([410, 'ticket_expired']),
      'its challenge is spent',
    );
    await age(nod, 'Sessions', userId, 11 * 60);
    expect((await browser.succeed('status')).status).toBe('timeout');
  });
});

it('an address tries so often, and is told when to try again', async () => {
  const body = { username: newUsername(), code: OTHER_CODE };
  let refusal: Reply<'recover'> | undefined;
  // A window may end in between.
  for (let tried = 0; tried < 200 && refusal === undefined; tried += 20) {
    const burst = Array.from({ length: 20 }, () => new Browser(nod).call('recover', { body }));
    refusal = (await Promise.all(burst)).find(({ status }) => status !== 404);
  }
  expect(refusal && outcome(refusal)).toEqual([429, 'too_many']);
  expect(Number(refusal?.headers.get('retry-after'))).toBeGreaterThan(0);
}, 60_000);
