import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import type { Bend } from '../support/authenticator.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';

const nod = startNod();

/** A sign-in that has been found on the phone, up to the fingerprint. */
async function found(person?: Awaited<ReturnType<typeof newPerson>>) {
  const { username, phone } = person ?? (await newPerson(nod));
  const browser = new Browser(nod);
  const { number, sessionId } = await browser.succeed('login-start', { body: { username } });
  const { approval, publicKey } = await phone.succeed('approval-find', { body: { number } });
  return { username, phone, browser, number, params: { sessionId }, approval, publicKey };
}

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
    expect([locked.status, locked.problem.code]).toEqual([429, 'too_many']);
    const seconds = Number(locked.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(800);
    expect(seconds).toBeLessThanOrEqual(900);
    await age(nod, 'Users', `device#${phone.authenticator.credentialId}`, 900);
    expect((await phone.call('approval-find', { body: { number } })).status).toBe(200);
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

  const BENDS: [string, Bend][] = [
    ['a bad signature', { badSignature: true }],
    ['no user verification', { userVerified: false }],
    ['another origin', { origin: 'https://evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['another type', { type: 'webauthn.create' }],
    ['a frame of another site', { crossOrigin: true }],
    ['another user handle', { userHandle: Buffer.from('usr_somebodyelse').toString('base64url') }],
    ['another credential id', { credentialId: Buffer.alloc(32, 1).toString('base64url') }],
    ['a counter that went back', { counter: 0 }],
  ];
  it.each(BENDS)('refuses an assertion with %s', async (_, bend) => {
    const { phone, browser, params, publicKey } = await found();
    const before = (await nod.rows()).Sessions.find(({ sk }) => sk === `session#${params.sessionId}`);
    const assertion = phone.authenticator.get(publicKey, bend);
    const reply = await phone.call('approval-answer', { params, body: { ...yes, assertion } });
    expect([reply.status, reply.problem.code]).toEqual([403, 'assertion_refused']);
    expect((await nod.rows()).Sessions.find(({ sk }) => sk === `session#${params.sessionId}`)).toEqual(
      before,
    );
    expect((await browser.succeed('status')).status).toBe('pending');
    const again = phone.authenticator.get(publicKey);
    const replayed = await phone.call('approval-answer', { params, body: { ...yes, assertion: again } });
    expect([replayed.status, replayed.problem.code]).toEqual([409, 'challenge_spent']);
  });

  it('accepts an assertion without a user handle, as the credential was named', async () => {
    const { phone, params, publicKey } = await found();
    const assertion = phone.authenticator.get(publicKey, { userHandle: null });
    expect((await phone.call('approval-answer', { params, body: { ...yes, assertion } })).status).toBe(200);
  });

  it('refuses an assertion that was made for another sign-in', async () => {
    const person = await newPerson(nod);
    const [one, two] = [await found(person), await found(person)];
    const assertion = person.phone.authenticator.get(one.publicKey);
    const reply = await person.phone.call('approval-answer', {
      params: two.params,
      body: { ...yes, assertion },
    });
    expect([reply.status, reply.problem.code]).toEqual([403, 'assertion_refused']);
    expect((await two.browser.succeed('status')).status).toBe('pending');
    expect((await one.browser.succeed('status')).status).toBe('pending');
  });

  it('refuses the same assertion a second time', async () => {
    const { phone, params, publicKey } = await found();
    const assertion = phone.authenticator.get(publicKey);
    await phone.succeed('approval-answer', { params, body: { ...yes, assertion } });
    const again = await phone.call('approval-answer', { params, body: { ...yes, assertion } });
    expect([again.status, again.problem.code]).toEqual([409, 'already_answered']);
  });

  it('refuses a stranger’s phone', async () => {
    const { browser, params, publicKey } = await found();
    const stranger = await newPerson(nod);
    const assertion = stranger.phone.authenticator.get(publicKey);
    for (const body of [{ ...yes, assertion }, { decision: 'deny' }] as const) {
      expect((await stranger.phone.call('approval-answer', { params, body })).status).toBe(404);
    }
    expect((await browser.succeed('status')).status).toBe('pending');
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
