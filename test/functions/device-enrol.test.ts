import { describe, expect, it } from 'vitest';
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
    expect(answer).toMatchObject({ username, purpose: 'registration' });
    const { publicKey } = answer;
    expect(publicKey.rp).toEqual({ id: 'localhost', name: 'Nod' });
    expect(Buffer.from(publicKey.user.id, 'base64url').toString()).toBe(ticket.split('.')[0]);
    expect(publicKey.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      userVerification: 'required',
    });
    expect(Buffer.from(publicKey.challenge, 'base64url')).toHaveLength(32);
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
    const { Users, Sessions } = await nod.rows();
    const [userId] = ticket.split('.');
    expect(Users.find(({ pk, sk }) => sk === 'user' && pk === userId)).toMatchObject({
      username,
      credentialCount: 1,
      phones: 1,
    });
    expect(Users.find(({ pk }) => pk === `name#${username}`)).toEqual({
      pk: `name#${username}`,
      sk: 'name',
      userId,
    });
    expect(Sessions.filter(({ pk }) => pk === `name#${username}`)).toEqual([]);
    expect(await browser.succeed('status')).toMatchObject({ status: 'approved', device: 'Pixel' });
  });

  it('spends the ticket', async () => {
    const { ticket, phone } = await registered();
    await phone.enrol(`/phone#enrol=${ticket}`);
    const reply = await new Phone(nod).call('device-options', { body: { ticket } });
    expect([reply.status, reply.problem.code]).toEqual([409, 'ticket_used']);
  });

  it('refuses a cancelled registration and frees its name', async () => {
    const { browser, username, ticket, phone } = await registered();
    await browser.succeed('login-cancel');
    const reply = await phone.call('device-options', { body: { ticket } });
    expect([reply.status, reply.problem.code]).toEqual([409, 'ticket_used']);
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
  const nod = startNod({ variables: { ADMIN_USERNAME: username } });

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
