import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import type { Authenticator, Bend } from '../support/authenticator.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { addPhone, foundSignIn, newPerson, type Phone, signInByPasskey, userRow } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

type Assertion = ReturnType<Authenticator['get']>;

/** A browser that has asked what a passkey is to sign. */
async function asking() {
  const browser = new Browser(nod);
  const { publicKey } = await browser.succeed('passkey-options');
  return { browser, publicKey };
}

/** Shows an assertion, and holds it to have let nobody in and changed nothing. */
async function refused(browser: Browser, assertion: Assertion) {
  const { status, problem } = await unchanged(
    nod,
    () => browser.call('passkey-answer', { body: { assertion } }),
    'its challenge is spent',
  );
  expect((await browser.succeed('status')).status).toBe('none');
  expect((await browser.call('login-complete')).problem.code).toBe('not_waiting');
  return [status, problem.code];
}

describe('signing in by a passkey', () => {
  it('asks for whichever passkey there is, and waits for nobody', async () => {
    const { browser, publicKey } = await asking();
    expect(publicKey).toMatchObject({
      rpId: 'localhost',
      allowCredentials: [],
      userVerification: 'required',
    });
    expect([...browser.cookies.keys()]).toEqual([expect.stringMatching(/^__Host-passkey-ses_[\w-]{22}$/)]);
    expect([...browser.cookies.values()]).toEqual([expect.stringMatching(/^\d{13}\.[\w-]{43}$/)]);
    expect((await browser.succeed('status')).status).toBe('none');
  });

  it('lets the browser in with the phone’s yes, through the same completion', async () => {
    const { phone, username } = await newPerson(nod);
    const { browser, publicKey } = await asking();
    const body = { assertion: phone.authenticator.get(publicKey) };
    expect(await browser.succeed('passkey-answer', { body })).toEqual({ status: 'approved' });
    expect([...browser.cookies.keys()]).toEqual(['__Host-signin']);
    expect(await browser.succeed('status')).toMatchObject({ status: 'approved', device: 'Pixel 9' });
    expect((await browser.succeed('login-complete')).user.username).toBe(username);
    const { session } = await browser.succeed('me');
    expect(session).toMatchObject({ device: 'Pixel 9', browser: 'Firefox 143' });
    const { pk } = await userRow(nod, username);
    const { Sessions } = await nod.rows();
    expect(Sessions).toContainEqual(
      expect.objectContaining({ pk, kind: 'approved', sessionId: session.id, device: 'Pixel 9' }),
    );
    expect(Sessions).toContainEqual(
      expect.objectContaining({ pk, sk: `session#${session.id}`, purpose: 'passkey', status: 'active' }),
    );
    const listed = (await phone.succeed('sessions')).items.map(({ id }) => id);
    expect(listed).toContain(session.id);
  });

  it.each([
    [undefined, 24 * 60 * 60],
    ['10m', 10 * 60],
    ['24h', 24 * 60 * 60],
    ['30d', 30 * 24 * 60 * 60],
  ] as const)('for %s lasts %i s', async (lifetime, seconds) => {
    const { phone } = await newPerson(nod);
    const browser = await signInByPasskey(new Browser(nod), phone, lifetime);
    const { session } = await browser.succeed('me');
    const row = (await nod.rows()).Sessions.find(({ sk }) => sk === `session#${session.id}`);
    expect(Number(row?.lifetimeEndsAt) - Number(row?.approvedAt)).toBeCloseTo(seconds);
  });

  it('is fresh, so that one can add a phone', async () => {
    const { phone } = await newPerson(nod);
    const browser = await signInByPasskey(new Browser(nod), phone);
    await addPhone(nod, browser);
  });

  it('leaves the live session alone until it completes', async () => {
    const { browser, phone } = await newPerson(nod);
    const [before, again] = [browser.copy(), browser.copy()];
    const { publicKey } = await again.succeed('passkey-options');
    await again.succeed('passkey-answer', { body: { assertion: phone.authenticator.get(publicKey) } });
    expect((await before.succeed('status')).status).toBe('active');
    await again.succeed('login-complete');
    expect(await before.succeed('status')).toMatchObject({ status: 'closed', reason: 'here' });
    expect((await again.succeed('status')).status).toBe('active');
  });

  it('by a browser that was approved before is of a known one', async () => {
    const { browser, phone } = await newPerson(nod);
    const knownOf = async (by: Browser) => {
      const { session } = await (await signInByPasskey(by, phone)).succeed('me');
      return (await nod.rows()).Sessions.find(({ sk }) => sk === `session#${session.id}`)?.known;
    };
    expect(await knownOf(browser)).toBe(true);
    expect(await knownOf(new Browser(nod))).toBe(false);
  });

  it('whose answer is lost is done once more', async () => {
    const { phone } = await newPerson(nod);
    const { browser, publicKey } = await asking();
    const body = { assertion: phone.authenticator.get(publicKey) };
    nod.recordingProxy.disturb('answer lost', {
      from: 'passkey-answer',
      operation: 'TransactWriteItems',
      after: 1,
    });
    expect((await browser.call('passkey-answer', { body })).status).toBe(503);
    nod.recordingProxy.mend();
    expect((await browser.call('passkey-answer', { body })).problem.code).toBe('challenge_used');
    await signInByPasskey(browser, phone);
    expect((await browser.succeed('status')).status).toBe('active');
  });
});

describe('a passkey', () => {
  const BENDS: [string, Bend][] = [
    ['with a bad signature', { badSignature: true }],
    ['without user verification', { userVerified: false }],
    ['for another origin', { origin: 'https://evil.example' }],
    ['for another relying party', { rpId: 'evil.example' }],
    ['of another type', { type: 'webauthn.create' }],
    ['in a frame of another site', { crossOrigin: true }],
    ['that names nobody', { userHandle: null }],
    ['that names somebody else', { userHandle: Buffer.from(`usr_${'A'.repeat(22)}`).toString('base64url') }],
    ['of another phone', { credentialId: Buffer.alloc(32, 1).toString('base64url') }],
  ];
  it.each(BENDS)('%s lets nobody in, and its challenge is spent', async (_, bend) => {
    const { phone } = await newPerson(nod);
    const { browser, publicKey } = await asking();
    expect(await refused(browser, phone.authenticator.get(publicKey, bend))).toEqual([
      403,
      'assertion_refused',
    ]);
    expect(await refused(browser, phone.authenticator.get(publicKey))).toEqual([409, 'challenge_used']);
  });

  it('whose counter went back lets nobody in', async () => {
    const { phone } = await newPerson(nod);
    await phone.resume();
    const { browser, publicKey } = await asking();
    const assertion = phone.authenticator.get(publicKey, { counter: 1 });
    expect(await refused(browser, assertion)).toEqual([403, 'assertion_refused']);
  });

  it('lets in the browser that asked, and no other', async () => {
    const { phone } = await newPerson(nod);
    const [mine, thief] = [await asking(), await asking()];
    const assertion = phone.authenticator.get(mine.publicKey);
    expect(await refused(thief.browser, assertion)).toEqual([401, 'not_waiting']);
    const forged = await asking();
    const [name = ''] = forged.browser.cookies.keys();
    forged.browser.cookies.set(name, `${Date.now()}.${'A'.repeat(43)}`);
    const answer = phone.authenticator.get(forged.publicKey);
    expect(await refused(forged.browser, answer)).toEqual([401, 'not_waiting']);
  });

  it('lets one in of twenty at the same time', async () => {
    const { phone } = await newPerson(nod);
    const { browser, publicKey } = await asking();
    const body = { assertion: phone.authenticator.get(publicKey) };
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => browser.copy().call('passkey-answer', { body })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
  });

  it('of a phone that was removed lets nobody in', async () => {
    const { browser: old } = await newPerson(nod);
    const second = await addPhone(nod, old);
    await old.succeed('device-remove', { params: { deviceId: second.deviceId } });
    const { browser, publicKey } = await asking();
    expect(await refused(browser, second.authenticator.get(publicKey))).toEqual([403, 'assertion_refused']);
  });

  it('is too late after five minutes, with the row still there', async () => {
    const { phone } = await newPerson(nod);
    const { browser, publicKey } = await asking();
    await age(nod, 'Sessions', `challenge#${publicKey.challenge}`, 301);
    expect(await refused(browser, phone.authenticator.get(publicKey))).toEqual([409, 'challenge_used']);
  });

  it('shown to sign in neither approves nor brings a phone back, nor the other way round', async () => {
    const found = await foundSignIn(nod);
    const { phone } = found;
    const answerOf = async (by: Phone) => by.authenticator.get((await asking()).publicKey);
    const approval = await phone.call('approval-answer', {
      params: found.params,
      body: { decision: 'approve', lifetime: '24h', assertion: await answerOf(phone) },
    });
    expect(approval.problem.code).toBe('challenge_used');
    const resume = await phone.call('device-resume', { body: { assertion: await answerOf(phone) } });
    expect([resume.status, resume.problem.code]).toEqual([403, 'assertion_refused']);
    const { browser } = await asking();
    const { publicKey } = await phone.succeed('device-resume-options');
    expect(await refused(browser, phone.authenticator.get(publicKey))).toEqual([403, 'assertion_refused']);
    expect(await refused(browser, phone.authenticator.get(found.publicKey))).toEqual([409, 'challenge_used']);
  });
});

describe('between the passkey and the completion', () => {
  async function approved() {
    const person = await newPerson(nod);
    const { browser, publicKey } = await asking();
    const body = { assertion: person.phone.authenticator.get(publicKey) };
    await browser.succeed('passkey-answer', { body });
    return { ...person, old: person.browser, browser };
  }

  async function disable(username: string) {
    const row = await userRow(nod, username);
    await nod.db.write({ Put: { TableName: nod.db.tableName('Users'), Item: { ...row, disabled: true } } });
  }

  it('"end all" ends it', async () => {
    const { browser, phone } = await approved();
    await phone.succeed('sessions-end');
    const { status, problem } = await browser.call('login-complete');
    expect([status, problem.code, problem.reason]).toEqual([410, 'session_ended', 'phone']);
  });

  it('a disabling stops it, and the next passkey', async () => {
    const { browser, phone, username } = await approved();
    await disable(username);
    expect((await browser.call('login-complete')).problem.code).toBe('user_disabled');
    const next = await asking();
    expect(await refused(next.browser, phone.authenticator.get(next.publicKey))).toEqual([
      403,
      'user_disabled',
    ]);
  });

  it('two minutes are too long', async () => {
    const { browser } = await approved();
    const sessionId = browser.cookies.get('__Host-signin')?.split('.')[1];
    await age(nod, 'Sessions', `session#${sessionId}`, 121);
    expect((await browser.call('login-complete')).status).toBe(410);
  });
});
