import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import type { Authenticator, Bend } from '../support/authenticator.ts';
import { Browser, type Reply } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import {
  addPhone,
  foundSignIn,
  newPerson,
  newUsername,
  Phone,
  readyToEnrol,
  signIn,
  userRow,
} from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

type Assertion = ReturnType<Authenticator['get']>;

/** Shows an assertion from a browser without cookies, and holds it to have changed nothing. */
async function refused(assertion: Assertion) {
  const browser = new Browser(nod);
  const { status, problem } = await unchanged(
    nod,
    () => browser.call('device-resume', { body: { assertion } }),
    'its challenge is spent',
  );
  expect(browser.cookies.size).toBe(0);
  return [status, problem.code];
}

const asked = async () => (await new Browser(nod).succeed('device-resume-options')).publicKey;

describe('a phone that has lost its cookie', () => {
  it('is asked for whichever passkey it has, with user verification', async () => {
    expect(await asked()).toEqual({
      rpId: 'localhost',
      challenge: expect.stringMatching(/^[\w-]{43}$/),
      allowCredentials: [],
      userVerification: 'required',
      timeout: 300_000,
    });
  });

  it('gets a new one for its passkey, and whoever has the old one has nothing', async () => {
    const { phone, username } = await newPerson(nod);
    const thief = phone.copy();
    phone.cookies.clear();
    expect((await phone.call('approvals')).status).toBe(401);
    const { device, username: named } = await phone.resume();
    expect(named).toBe(username);
    expect(device).toMatchObject({ id: phone.deviceId, name: 'Pixel 9', current: true });
    expect((await phone.succeed('devices')).items).toEqual([device]);
    expect((await thief.call('approvals')).problem.code).toBe('not_a_phone');
    await signIn(nod, { username, phone });
  });

  it('is the one of two that signs', async () => {
    const { browser, phone } = await newPerson(nod);
    const second = await addPhone(nod, browser);
    second.cookies.clear();
    expect((await second.resume()).device.id).toBe(second.deviceId);
    expect((await phone.succeed('devices')).items).toHaveLength(2);
  });

  it('never had one: the answer to its enrolment was lost', async () => {
    const [browser, phone, username] = [new Browser(nod), new Phone(nod), newUsername()];
    const { enrolUrl } = await browser.succeed('register', { body: { username } });
    const body = await readyToEnrol(phone, enrolUrl);
    nod.recordingProxy.disturb('answer lost', {
      from: 'device-enrol',
      operation: 'TransactWriteItems',
      after: 1,
    });
    expect((await phone.call('device-enrol', { body })).status).toBe(503);
    nod.recordingProxy.mend();
    await phone.resume();
    await browser.succeed('login-complete');
    await signIn(nod, { username, phone });
  });

  it('shows its passkey once more, when the answer was lost', async () => {
    const { phone } = await newPerson(nod);
    phone.cookies.clear();
    nod.recordingProxy.disturb('answer lost', {
      from: 'device-resume',
      operation: 'TransactWriteItems',
      after: 1,
    });
    const { publicKey } = await phone.succeed('device-resume-options');
    const body = { assertion: phone.authenticator.get(publicKey) };
    expect((await phone.call('device-resume', { body })).status).toBe(503);
    nod.recordingProxy.mend();
    expect((await phone.call('device-resume', { body })).problem.code).toBe('challenge_used');
    await phone.resume();
    expect((await phone.succeed('devices')).items).toHaveLength(1);
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
    [
      'that names somebody who is not there',
      { userHandle: Buffer.from(`usr_${'A'.repeat(22)}`).toString('base64url') },
    ],
    ['that names no user', { userHandle: Buffer.from('user').toString('base64url') }],
    ['of another phone', { credentialId: Buffer.alloc(32, 1).toString('base64url') }],
    ['whose counter went back', { counter: 0 }],
  ];
  it.each(BENDS)('%s is refused, and its challenge is spent', async (_, bend) => {
    const { phone } = await newPerson(nod);
    await phone.resume();
    const publicKey = await asked();
    expect(await refused(phone.authenticator.get(publicKey, bend))).toEqual([403, 'assertion_refused']);
    expect(await refused(phone.authenticator.get(publicKey))).toEqual([409, 'challenge_used']);
  });

  it('of one person under another one’s name is refused', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const { userHandle } = miguel.phone.authenticator;
    expect(await refused(susan.phone.authenticator.get(await asked(), { userHandle }))).toEqual([
      403,
      'assertion_refused',
    ]);
  });

  it('of a phone that was removed is refused', async () => {
    const { browser } = await newPerson(nod);
    const second = await addPhone(nod, browser);
    await browser.succeed('device-remove', { params: { deviceId: second.deviceId } });
    expect(await refused(second.authenticator.get(await asked()))).toEqual([403, 'assertion_refused']);
  });

  it('of a disabled user is refused as that', async () => {
    const { phone, username } = await newPerson(nod);
    const row = await userRow(nod, username);
    await nod.db.write({ Put: { TableName: nod.db.tableName('Users'), Item: { ...row, disabled: true } } });
    expect(await refused(phone.authenticator.get(await asked()))).toEqual([403, 'user_disabled']);
  });

  it('is good once of twenty at the same time', async () => {
    const { phone } = await newPerson(nod);
    const body = { assertion: phone.authenticator.get(await asked()) };
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => new Browser(nod).call('device-resume', { body })),
    );
    expect(replies.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
  });

  it('is too late after five minutes, with the row still there', async () => {
    const { phone } = await newPerson(nod);
    const publicKey = await asked();
    await age(nod, 'Sessions', `challenge#${publicKey.challenge}`, 301);
    expect(await refused(phone.authenticator.get(publicKey))).toEqual([409, 'challenge_used']);
  });

  it('shown to come back approves nothing, and an approval brings nobody back', async () => {
    const found = await foundSignIn(nod);
    const resuming = found.phone.authenticator.get(await asked());
    const body = { decision: 'approve', lifetime: '24h', assertion: resuming } as const;
    const approval = await found.phone.call('approval-answer', { params: found.params, body });
    expect([approval.status, approval.problem.code]).toEqual([409, 'challenge_used']);
    expect(await refused(found.phone.authenticator.get(found.publicKey))).toEqual([409, 'challenge_used']);
    expect((await found.browser.succeed('status')).status).toBe('pending');
  });
});

it('an address asks so often, and is told when to try again', async () => {
  let refusal: Reply<'device-resume-options'> | undefined;
  // A window may end in between.
  for (let asked = 0; asked < 500 && refusal === undefined; asked += 25) {
    const burst = Array.from({ length: 25 }, () => new Browser(nod).call('device-resume-options'));
    refusal = (await Promise.all(burst)).find(({ status }) => status !== 200);
  }
  expect([refusal?.status, refusal?.problem.code]).toEqual([429, 'too_many']);
  expect(Number(refusal?.headers.get('retry-after'))).toBeGreaterThan(0);
}, 60_000);
