import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, Phone, ticketIn } from '../support/people.ts';

const nod = startNod();

describe('register', () => {
  it('answers with the way to enrol and a sign-in cookie', async () => {
    const browser = new Browser(nod);
    const username = newUsername();
    const reply = await browser.call('register', { body: { username, displayName: '  Susan  ' } });
    expect(reply.status).toBe(201);
    expect(Object.keys(reply.body).sort()).toEqual(['enrolUrl', 'expiresAt', 'username']);
    expect(reply.body.enrolUrl).toMatch(/^\/phone#enrol=usr_[\w-]{22}\.tic_[\w-]{22}\.[\w-]{43}$/);
    const minutes = (Date.parse(reply.body.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThanOrEqual(10);
    const [cookie = ''] = reply.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-signin=usr_[^;]+; Max-Age=\d+; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    expect(cookie.split(';')[0]?.split('=')[1]?.length).toBeLessThanOrEqual(120);
    expect(reply.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['admin', 'Support', 'nod'])('keeps the name %s for the house', async (username) => {
    const reply = await new Browser(nod).call('register', { body: { username } });
    expect([reply.status, reply.problem.code, reply.problem.field]).toEqual([
      409,
      'username_taken',
      'username',
    ]);
  });

  it('refuses a name that has a user, in any case', async () => {
    const { username } = await newPerson(nod, { signIn: false });
    const reply = await new Browser(nod).call('register', { body: { username: username.toUpperCase() } });
    expect([reply.status, reply.problem.code]).toEqual([409, 'username_taken']);
  });

  it('frees an abandoned name after ten minutes, and then leaves the first ticket worthless', async () => {
    const username = newUsername();
    const first = await new Browser(nod).succeed('register', { body: { username } });
    expect((await new Browser(nod).call('register', { body: { username } })).status).toBe(409);
    await age(nod, 'Sessions', `name#${username}`, 601);
    const second = new Browser(nod);
    const { enrolUrl } = await second.succeed('register', { body: { username } });

    const late = new Phone(nod);
    const ticket = ticketIn(first.enrolUrl);
    const { publicKey } = await late.succeed('device-options', { body: { ticket } });
    const credential = late.authenticator.create(publicKey);
    const refused = await late.call('device-enrol', { body: { ticket, credential, name: 'Late' } });
    expect(refused.status).toBe(409);
    await new Phone(nod).enrol(enrolUrl);
    expect((await second.succeed('login-complete')).user.username).toBe(username);
  });

  it('lets a browser that lost the answer ask again with the same Idempotency-Key', async () => {
    const username = newUsername();
    const headers = { 'idempotency-key': 'one-registration' };
    const lost = await new Browser(nod).succeed('register', { body: { username }, headers });
    const browser = new Browser(nod);
    const { enrolUrl } = await browser.succeed('register', { body: { username }, headers });
    expect(enrolUrl).not.toBe(lost.enrolUrl);
    await new Phone(nod).enrol(enrolUrl);
    expect((await browser.succeed('login-complete')).user.username).toBe(username);
    const other = await new Browser(nod).call('register', { body: { username }, headers });
    expect(other.status).toBe(409);
  });
});
