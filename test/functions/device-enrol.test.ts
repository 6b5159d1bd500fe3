import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import type { Bend } from '../support/authenticator.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, Phone, ticketIn } from '../support/people.ts';

const nod = startNod();

async function registered() {
  const browser = new Browser(nod);
  const username = newUsername();
  const { enrolUrl } = await browser.succeed('register', { body: { username } });
  return { browser, username, ticket: ticketIn(enrolUrl), phone: new Phone(nod) };
}

describe('device-options', () => {
  it('says whose phone it will be and asks for a discoverable, user-verified credential', async () => {
    const { username, ticket, phone } = await registered();
    const answer = await phone.succeed('device-options', { body: { ticket } });
    expect(answer.username).toBe(username);
    const { publicKey } = answer;
    expect(publicKey.rp).toEqual({ id: 'localhost', name: 'Nod' });
    expect(Buffer.from(publicKey.user.id, 'base64url').toString()).toBe(ticket.split('.')[0]);
    expect(publicKey.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      userVerification: 'required',
    });
    expect(Buffer.from(publicKey.challenge, 'base64url')).toHaveLength(32);
  });

  it('leaves the ticket unspent, and so does whoever only looks at the link', async () => {
    const { browser, ticket, phone } = await registered();
    for (const method of ['GET', 'HEAD'] as const) {
      expect((await fetch(`${nod.origin}/phone`, { method })).status).toBe(200);
    }
    await phone.succeed('device-options', { body: { ticket } });
    await phone.succeed('device-options', { body: { ticket } });
    await phone.enrol(`/phone#enrol=${ticket}`);
    expect((await browser.succeed('status')).status).toBe('approved');
  });

  it.each([
    ['an unknown ticket', (ticket: string) => ticket.replace(/tic_.{4}/, 'tic_AAAA')],
    ['a wrong secret', (ticket: string) => `${ticket.slice(0, -4)}AAAA`],
    ['no ticket at all', () => 'ticket'],
  ])('does not know %s', async (_, bend) => {
    const { ticket, phone } = await registered();
    const reply = await phone.call('device-options', { body: { ticket: bend(ticket) } });
    expect([reply.status, reply.problem.code, reply.problem.field]).toEqual([
      404,
      'ticket_unknown',
      'ticket',
    ]);
  });
});

describe('device-enrol', () => {
  it('makes phone and user and lets the waiting browser in, in one transaction', async () => {
    const { browser, username, ticket, phone } = await registered();
    const { publicKey } = await phone.succeed('device-options', { body: { ticket } });
    const credential = phone.authenticator.create(publicKey);
    const reply = await phone.call('device-enrol', { body: { ticket, credential, name: 'Pixel' } });
    expect(reply.status).toBe(201);
    expect(reply.body.device).toMatchObject({ id: `dev_${credential.id}`, name: 'Pixel' });
    const [cookie = ''] = reply.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-device=.*; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    const { Users } = await nod.rows();
    expect(Users.find(({ pk, sk }) => sk === 'user' && pk === ticket.split('.')[0])).toMatchObject({
      username,
      waysIn: 1,
      phones: 1,
    });
    expect(Users.find(({ pk }) => pk === `name#${username}`)).not.toHaveProperty('reservedUntil');
    expect(await browser.succeed('status')).toMatchObject({ status: 'approved', device: 'Pixel' });
  });

  const BENDS: [string, Bend][] = [
    ['another origin', { origin: 'https://evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['another type', { type: 'webauthn.get' }],
    ['another challenge', { challenge: 'A'.repeat(43) }],
    ['a frame of another site', { crossOrigin: true }],
    ['no user verification', { userVerified: false }],
  ];
  it.each(BENDS)('refuses a credential with %s, and the ticket still works', async (_, bend) => {
    const { browser, ticket, phone } = await registered();
    const { publicKey } = await phone.succeed('device-options', { body: { ticket } });
    const credential = phone.authenticator.create(publicKey, bend);
    const reply = await phone.call('device-enrol', { body: { ticket, credential, name: 'Pixel' } });
    expect([400, 409]).toContain(reply.status);
    expect(phone.cookies.size).toBe(0);
    expect((await browser.succeed('status')).status).toBe('pending');
    await phone.enrol(`/phone#enrol=${ticket}`);
    expect((await browser.succeed('status')).status).toBe('approved');
  });

  it('takes a challenge once, and only for its own ticket', async () => {
    const [mine, other] = [await registered(), await registered()];
    const { publicKey } = await mine.phone.succeed('device-options', { body: { ticket: mine.ticket } });
    const credential = mine.phone.authenticator.create(publicKey);
    const stolen = await mine.phone.call('device-enrol', {
      body: { ticket: other.ticket, credential, name: 'x' },
    });
    expect([stolen.status, stolen.problem.code]).toEqual([409, 'challenge_spent']);
    const bad = mine.phone.authenticator.create(publicKey, { origin: 'https://evil.example' });
    await mine.phone.call('device-enrol', { body: { ticket: mine.ticket, credential: bad, name: 'x' } });
    const replayed = await mine.phone.call('device-enrol', {
      body: { ticket: mine.ticket, credential, name: 'x' },
    });
    expect([replayed.status, replayed.problem.code]).toEqual([409, 'challenge_spent']);
  });

  it('spends the ticket', async () => {
    const { ticket, phone } = await registered();
    await phone.enrol(`/phone#enrol=${ticket}`);
    const reply = await new Phone(nod).call('device-options', { body: { ticket } });
    expect([reply.status, reply.problem.code]).toEqual([409, 'ticket_spent']);
  });

  it('works at minute five and not at minute eleven', async () => {
    const { browser, ticket, phone } = await registered();
    const [userId = ''] = ticket.split('.');
    for (const table of ['Sessions', 'Users'] as const) {
      await age(nod, table, table === 'Sessions' ? userId : 'name#', 300);
    }
    const { publicKey } = await phone.succeed('device-options', { body: { ticket } });
    const credential = phone.authenticator.create(publicKey);
    await age(nod, 'Sessions', userId, 360);
    const late = await phone.call('device-enrol', { body: { ticket, credential, name: 'Late' } });
    expect([late.status, late.problem.code]).toEqual([410, 'ticket_over']);
    expect(await browser.succeed('status')).toMatchObject({ status: 'timeout', reason: 'unanswered' });

    const another = await registered();
    const [anotherId = ''] = another.ticket.split('.');
    await age(nod, 'Sessions', anotherId, 300);
    await another.phone.enrol(`/phone#enrol=${another.ticket}`);
    expect((await another.browser.succeed('status')).status).toBe('approved');
  });

  it('refuses a cancelled registration and frees its name', async () => {
    const { browser, username, ticket, phone } = await registered();
    await browser.succeed('login-cancel');
    const reply = await phone.call('device-options', { body: { ticket } });
    expect([reply.status, reply.problem.code]).toEqual([409, 'ticket_spent']);
    expect((await new Browser(nod).call('register', { body: { username } })).status).toBe(201);
  });
});

describe('devices', () => {
  it('lists phones to the browser and to the phone itself', async () => {
    const { browser, phone } = await newPerson(nod);
    const [seen] = (await browser.succeed('devices')).items;
    expect(seen).toMatchObject({ name: 'Pixel 9', current: false });
    expect((await phone.succeed('devices', { query: { as: 'phone' } })).items).toEqual([
      { ...seen, current: true },
    ]);
    expect((await new Browser(nod).call('devices')).status).toBe(401);
  });
});

describe('the first admin', () => {
  const username = newUsername();
  const nod = startNod({ ADMIN_USERNAME: username });

  it('is who enrols with the name that the operator gave, and nobody else', async () => {
    const rolesOf = async (name: string) => {
      const [browser, phone] = [new Browser(nod), new Phone(nod)];
      const { enrolUrl } = await browser.succeed('register', { body: { username: name } });
      await phone.enrol(enrolUrl);
      const { user } = await browser.succeed('login-complete');
      const { Users } = await nod.rows();
      const row = Users.find((item) => item.sk === 'user' && item.username === name);
      expect(row?.roles).toEqual(user.roles);
      return user.roles;
    };
    expect(await rolesOf(newUsername())).toEqual([]);
    expect(await rolesOf(username)).toEqual(['admin']);
  });
});
