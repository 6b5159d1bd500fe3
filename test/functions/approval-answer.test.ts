import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { foundSignIn, newPerson, signIn } from '../support/people.ts';

const nod = startNod();

const found = (person?: Parameters<typeof foundSignIn>[1]) => foundSignIn(nod, person);

const yes = { decision: 'approve', lifetime: '24h' } as const;

describe('approval-find', () => {
  it('shows who asks and hands out what to sign', async () => {
    const { approval, publicKey, params, phone } = await found();
    expect(approval).toEqual({
      sessionId: params.sessionId,
      browser: 'Firefox 143',
      os: 'Windows',
      place: null,
      ip: '127.0.0.1',
      known: false,
      startedAt: expect.any(String),
      expiresAt: expect.any(String),
    });
    expect(publicKey).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
      allowCredentials: [{ id: phone.authenticator.credentialId, type: 'public-key' }],
    });
  });

  it('takes the number as people type it', async () => {
    const { phone, number } = await found();
    const spaced = `${number.slice(0, 3)} ${number.slice(3)}`;
    expect((await phone.call('approval-find', { body: { number: spaced } })).status).toBe(200);
  });

  it('locks the phone after ten wrong numbers in a row, also against a burst, for a quarter of an hour', async () => {
    const { phone, number } = await found();
    const wrong = number === '000000' ? '000001' : '000000';
    const replies = await Promise.all(
      Array.from({ length: 25 }, () => phone.call('approval-find', { body: { number: wrong } })),
    );
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array(10).fill(404), ...Array(15).fill(429)]);
    const locked = await phone.call('approval-find', { body: { number } });
    expect([locked.status, locked.problem.code]).toEqual([429, 'too_many_numbers']);
    const seconds = Number(locked.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(800);
    expect(seconds).toBeLessThanOrEqual(900);
    await age(nod, 'Users', `device#${phone.authenticator.credentialId}`, 900);
    expect((await phone.call('approval-find', { body: { number } })).status).toBe(200);
  });

  it('is not locked by two calls at once, long after a wrong number', async () => {
    const { phone, number } = await found();
    const wrong = number === '000000' ? '000001' : '000000';
    await phone.call('approval-find', { body: { number: wrong } });
    await age(nod, 'Users', `device#${phone.authenticator.credentialId}`, 901);
    const replies = await Promise.all(
      Array.from({ length: 6 }, () => phone.call('approval-find', { body: { number } })),
    );
    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(200));
  });

  it('counts wrong numbers in a row only', async () => {
    const { phone, number } = await found();
    const wrong = number === '000000' ? '000001' : '000000';
    for (let round = 0; round < 2; round++) {
      for (let at = 0; at < 9; at++) await phone.call('approval-find', { body: { number: wrong } });
      expect((await phone.call('approval-find', { body: { number } })).status).toBe(200);
    }
  });
});

describe('approvals', () => {
  it('lists the waiting sign-ins of known browsers, without number and options', async () => {
    const person = await newPerson(nod);
    const known = await signIn(nod, person);
    await new Browser(nod).succeed('login-start', { body: { username: person.username } });
    const { sessionId } = await known.succeed('login-start', { body: { username: person.username } });
    const { items } = await person.phone.succeed('approvals');
    expect(items).toEqual([expect.objectContaining({ sessionId, known: true, browser: 'Firefox 143' })]);
    expect(Object.keys(items[0] ?? {})).not.toContain('number');
    await person.phone.succeed('approval-answer', { params: { sessionId }, body: { decision: 'deny' } });
    expect((await person.phone.succeed('approvals')).items).toEqual([]);
  });
});

describe('approval-answer', () => {
  it.each(['10m', '24h', '30d'] as const)('approves for %s', async (lifetime) => {
    const { phone, browser, params, publicKey } = await found();
    const assertion = phone.authenticator.get(publicKey);
    const body = { decision: 'approve', lifetime, assertion } as const;
    expect(await phone.succeed('approval-answer', { params, body })).toEqual({ status: 'approved' });
    expect(await browser.succeed('status')).toMatchObject({ status: 'approved', device: 'Pixel 9' });
    await browser.succeed('login-complete');
    expect((await browser.succeed('status')).status).toBe('active');
  });

  it('accepts an assertion without a user handle, as the credential was named', async () => {
    const { phone, params, publicKey } = await found();
    const assertion = phone.authenticator.get(publicKey, { userHandle: null });
    expect((await phone.call('approval-answer', { params, body: { ...yes, assertion } })).status).toBe(200);
  });

  it('denies without a fingerprint, and that is final', async () => {
    const { phone, browser, params, publicKey } = await found();
    const body = { decision: 'deny', report: true } as const;
    expect(await phone.succeed('approval-answer', { params, body })).toEqual({ status: 'denied' });
    const assertion = phone.authenticator.get(publicKey);
    const late = await phone.call('approval-answer', { params, body: { ...yes, assertion } });
    expect(late.status).toBe(409);
    expect(await browser.succeed('status')).toMatchObject({ status: 'denied', reason: 'denied' });
  });

  it('says that a cancelled sign-in is over', async () => {
    const { phone, browser, params, publicKey } = await found();
    const copy = browser.copy();
    await browser.succeed('login-cancel');
    const assertion = phone.authenticator.get(publicKey);
    const reply = await phone.call('approval-answer', { params, body: { ...yes, assertion } });
    expect([reply.status, reply.problem.reason]).toEqual([410, 'cancelled']);
    expect(await copy.succeed('status')).toMatchObject({ status: 'cancelled', reason: 'cancelled' });
  });

  it('locks a presence-bound session when its phone is away, and ends it when it stays away', async () => {
    const { phone, browser, params, publicKey } = await found();
    const assertion = phone.authenticator.get(publicKey);
    await phone.succeed('approval-answer', { params, body: { ...yes, presence: true, assertion } });
    await browser.succeed('login-complete');
    expect((await browser.succeed('status')).status).toBe('active');
    await age(nod, 'Sessions', `session#${params.sessionId}`, 91);
    expect(await browser.succeed('status')).toMatchObject({ status: 'walkaway', user: expect.anything() });
    expect((await browser.call('me')).problem).toMatchObject({ status: 403, code: 'phone_away' });
    await age(nod, 'Sessions', `session#${params.sessionId}`, 510);
    expect(await browser.succeed('status')).toMatchObject({ status: 'timeout', reason: 'phone_away' });
  });
});
