/** What a phone signs is good for one thing, once; and nothing else is good for it (DESIGN.md §6.4). */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../shared/database.ts';
import { age } from '../support/ageing.ts';
import { Authenticator, type Bend } from '../support/authenticator.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { foundSignIn, newPerson, newUsername, Phone, ticketIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

const yes = { decision: 'approve', lifetime: '24h' } as const;

type Found = Awaited<ReturnType<typeof foundSignIn>>;
type Assertion = ReturnType<Authenticator['get']>;

/** Sends an assertion as the approval of a sign-in, and holds it to have let nobody in. */
async function refused({ phone, params, browser }: Omit<Found, 'approval'>, assertion: Assertion) {
  const reply = await unchanged(
    nod,
    () => phone.call('approval-answer', { params, body: { ...yes, assertion } }),
    'its challenge is spent',
  );
  expect((await browser.succeed('status')).status).toBe('pending');
  expect((await browser.call('login-complete')).problem.code).toBe('not_approved');
  return [reply.status, reply.problem.code];
}

/** Changes a row behind the API's back. */
async function setRow(key: Pick<Item, 'pk' | 'sk'>, changes: Item): Promise<void> {
  const { Sessions } = await nod.rows();
  const row = Sessions.find(({ pk, sk }) => pk === key.pk && sk === key.sk);
  expect(row).toBeDefined();
  await nod.db.write({ Put: { TableName: nod.db.tableName('Sessions'), Item: { ...row, ...changes } } });
}

describe('an approval', () => {
  const somebody = Buffer.from('usr_somebodyelse').toString('base64url');
  const BENDS: [string, Bend][] = [
    ['a bad signature', { badSignature: true }],
    ['no user verification', { userVerified: false }],
    ['another origin', { origin: 'https://evil.example' }],
    ['an origin that begins like ours', { origin: `http://localhost.evil.example` }],
    ['another relying party', { rpId: 'evil.example' }],
    ['another type', { type: 'webauthn.create' }],
    ['a frame of another site', { crossOrigin: true }],
    ['another user handle', { userHandle: somebody }],
    ['another credential id', { credentialId: Buffer.alloc(32, 1).toString('base64url') }],
    ['a counter that went back', { counter: 0 }],
  ];
  it.each(BENDS)('with %s is refused, and its challenge is spent', async (_, bend) => {
    const found = await foundSignIn(nod);
    const { phone, publicKey } = found;
    expect(await refused(found, phone.authenticator.get(publicKey, bend))).toEqual([
      403,
      'assertion_refused',
    ]);
    expect(await refused(found, phone.authenticator.get(publicKey))).toEqual([409, 'challenge_used']);
  });

  it.each<[string, string]>([
    ['a challenge of its own', Buffer.alloc(32, 7).toString('base64url')],
    ['no challenge', ''],
    ['a challenge that is a path', '../../user'],
  ])('over %s is refused', async (_, challenge) => {
    const found = await foundSignIn(nod);
    const assertion = found.phone.authenticator.get(found.publicKey, { challenge });
    expect(await refused(found, assertion)).toEqual([409, 'challenge_used']);
  });

  it('by the person’s name with another phone’s key is refused', async () => {
    const found = await foundSignIn(nod);
    const thief = new Authenticator(nod.origin);
    thief.userHandle = found.phone.authenticator.userHandle;
    const { credentialId } = found.phone.authenticator;
    const assertion = thief.get(found.publicKey, { credentialId });
    expect(await refused(found, assertion)).toEqual([403, 'assertion_refused']);
  });

  it('is refused a second time, for the same sign-in and for the next', async () => {
    const person = await newPerson(nod);
    const one = await foundSignIn(nod, person);
    const assertion = person.phone.authenticator.get(one.publicKey);
    const body = { ...yes, assertion };
    await person.phone.succeed('approval-answer', { params: one.params, body });
    const next = await foundSignIn(nod, person);
    expect(await refused(next, assertion)).toEqual([409, 'challenge_used']);
    await unchanged(nod, async () => {
      const again = await person.phone.call('approval-answer', { params: one.params, body });
      expect([again.status, again.problem.code]).toEqual([409, 'already_answered']);
    });
  });

  it('is let through once of twenty at the same time', async () => {
    const { phone, params, publicKey } = await foundSignIn(nod);
    const body = { ...yes, assertion: phone.authenticator.get(publicKey) };
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => phone.copy().call('approval-answer', { params, body })),
    );
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  it('of one sign-in does not approve another', async () => {
    const person = await newPerson(nod);
    const [one, two] = [await foundSignIn(nod, person), await foundSignIn(nod, person)];
    const assertion = person.phone.authenticator.get(one.publicKey);
    expect(await refused(two, assertion)).toEqual([403, 'assertion_refused']);
    expect((await one.browser.succeed('status')).status).toBe('pending');
  });

  it('of another person’s sign-in is none of this one', async () => {
    const [susans, miguels] = [await foundSignIn(nod), await foundSignIn(nod)];
    const assertion = susans.phone.authenticator.get(susans.publicKey);
    expect(await refused({ ...miguels, phone: susans.phone }, assertion)).toEqual([404, 'not_found']);
    expect(await refused(miguels, assertion)).toEqual([409, 'challenge_used']);
  });

  it('made of a no is refused: a yes is signed', async () => {
    const found = await foundSignIn(nod);
    const { phone, params, browser } = found;
    await unchanged(nod, async () => {
      for (const body of [
        { decision: 'approve', lifetime: '24h' },
        { decision: 'approve', lifetime: '24h', assertion: null },
        { decision: 'deny approve', lifetime: '24h' },
        { decision: ['deny', 'approve'], lifetime: '24h' },
      ]) {
        const reply = await phone.call('approval-answer', { params, rawBody: JSON.stringify(body) });
        expect([reply.status, reply.problem.code]).toEqual([400, 'invalid_input']);
      }
    });
    expect((await browser.succeed('status')).status).toBe('pending');
  });

  it('relabelled as a no denies, and can then never be a yes', async () => {
    const { phone, params, browser, publicKey } = await foundSignIn(nod);
    const assertion = phone.authenticator.get(publicKey);
    const relabelled = JSON.stringify({ ...yes, decision: 'deny', assertion });
    expect((await phone.call('approval-answer', { params, rawBody: relabelled })).body.status).toBe('denied');
    await unchanged(nod, async () => {
      const late = await phone.call('approval-answer', { params, body: { ...yes, assertion } });
      expect([late.status, late.problem.code]).toEqual([409, 'already_answered']);
      expect((await browser.call('login-complete')).status).toBe(410);
    });
    expect(await browser.succeed('status')).toMatchObject({ status: 'denied', reason: 'denied' });
  });

  it('of a number that was swapped meanwhile is refused', async () => {
    const found = await foundSignIn(nod);
    const number = found.number === '111111' ? '222222' : '111111';
    const [pk] = found.browser.cookies.get('__Host-signin')?.split('.') ?? [];
    await setRow({ pk, sk: `session#${found.params.sessionId}` }, { number });
    const assertion = found.phone.authenticator.get(found.publicKey);
    expect(await refused(found, assertion)).toEqual([403, 'assertion_refused']);
  });

  it('is bound to what was signed, not to what the store says was', async () => {
    const person = await newPerson(nod);
    const [one, two] = [await foundSignIn(nod, person), await foundSignIn(nod, person)];
    const [pk] = one.browser.cookies.get('__Host-signin')?.split('.') ?? [];
    const sk = `challenge#${one.publicKey.challenge}`;
    await setRow({ pk, sk }, { sessionId: two.params.sessionId, number: two.number });
    const assertion = person.phone.authenticator.get(one.publicKey);
    expect(await refused(two, assertion)).toEqual([403, 'assertion_refused']);
  });

  it('signs the sign-in, the person and the number, and the nonce makes it another each time', async () => {
    const person = await newPerson(nod);
    const { number, params, publicKey } = await foundSignIn(nod, person);
    const { Sessions } = await nod.rows();
    const row = Sessions.find(({ sk }) => sk === `challenge#${publicKey.challenge}`);
    const { nonce, pk: userId } = row ?? {};
    expect(Buffer.from(String(nonce), 'base64url')).toHaveLength(32);
    const statement = { action: 'approve', nonce, number, sessionId: params.sessionId, userId };
    const signed = createHash('sha256').update(JSON.stringify(statement)).digest('base64url');
    expect(publicKey.challenge).toBe(signed);
    const again = await person.phone.succeed('approval-find', { body: { number } });
    expect(again.publicKey.challenge).not.toBe(publicKey.challenge);
  });

  it('comes too late after two minutes, with the row still there', async () => {
    const { browser, phone, params, number, publicKey } = await foundSignIn(nod);
    await age(nod, 'Sessions', `session#${params.sessionId}`, 121);
    await age(nod, 'Sessions', `number#${number}`, 121);
    const assertion = phone.authenticator.get(publicKey);
    await unchanged(
      nod,
      async () => {
        const late = await phone.call('approval-answer', { params, body: { ...yes, assertion } });
        expect([late.status, late.problem.code, late.problem.reason]).toEqual([
          410,
          'session_ended',
          'unanswered',
        ]);
        expect((await phone.call('approval-find', { body: { number } })).status).toBe(404);
        expect((await browser.call('login-complete')).status).toBe(410);
        expect((await browser.call('login-cancel')).status).toBe(410);
      },
      'a wrong number is counted',
    );
    expect(await browser.succeed('status')).toMatchObject({ status: 'timeout', reason: 'unanswered' });
  });

  it('over a challenge of five minutes ago is refused', async () => {
    const found = await foundSignIn(nod);
    await age(nod, 'Sessions', `challenge#${found.publicKey.challenge}`, 301);
    const assertion = found.phone.authenticator.get(found.publicKey);
    expect(await refused(found, assertion)).toEqual([409, 'challenge_used']);
  });
});

describe('an enrolment', () => {
  async function registered() {
    const browser = new Browser(nod);
    const { enrolUrl } = await browser.succeed('register', { body: { username: newUsername() } });
    const [ticket, phone] = [ticketIn(enrolUrl), new Phone(nod)];
    const { publicKey } = await phone.succeed('device-options', { body: { ticket } });
    return { browser, ticket, phone, publicKey };
  }

  const BENDS: [string, Bend, number][] = [
    ['another origin', { origin: 'https://evil.example' }, 400],
    ['another relying party', { rpId: 'evil.example' }, 400],
    ['another type', { type: 'webauthn.get' }, 400],
    ['another challenge', { challenge: 'A'.repeat(43) }, 409],
    ['a frame of another site', { crossOrigin: true }, 400],
    ['no user verification', { userVerified: false }, 400],
  ];
  it.each(BENDS)('with %s is refused, and the ticket still works', async (_, bend, status) => {
    const { browser, ticket, phone, publicKey } = await registered();
    const credential = phone.authenticator.create(publicKey, bend);
    const body = { ticket, credential, name: 'Pixel' };
    await unchanged(
      nod,
      async () => expect((await phone.call('device-enrol', { body })).status).toBe(status),
      'its challenge is spent',
    );
    expect(phone.cookies.size).toBe(0);
    expect((await browser.succeed('status')).status).toBe('pending');
    await phone.enrol(`/phone#enrol=${ticket}`);
    expect((await browser.succeed('status')).status).toBe('approved');
  });

  it('takes a challenge once, and only for its own ticket', async () => {
    const [mine, other] = [await registered(), await registered()];
    const credential = mine.phone.authenticator.create(mine.publicKey);
    const bad = mine.phone.authenticator.create(mine.publicKey, { origin: 'https://evil.example' });
    await unchanged(
      nod,
      async () => {
        const attempts = [
          [other.ticket, credential, 409],
          [mine.ticket, bad, 400],
          [mine.ticket, credential, 409],
        ] as const;
        for (const [ticket, credential, status] of attempts) {
          const reply = await mine.phone.call('device-enrol', { body: { ticket, credential, name: 'x' } });
          expect(reply.status).toBe(status);
        }
      },
      'its challenge is spent',
    );
  });

  it('takes no challenge that was made for an approval, and an approval none of an enrolment', async () => {
    const { ticket, phone, publicKey } = await registered();
    const found = await foundSignIn(nod);
    const { challenge } = found.publicKey;
    const credential = phone.authenticator.create(publicKey, { challenge });
    await unchanged(nod, async () => {
      const reply = await phone.call('device-enrol', { body: { ticket, credential, name: 'x' } });
      expect([reply.status, reply.problem.code]).toEqual([409, 'challenge_used']);
    });
    const assertion = found.phone.authenticator.get(found.publicKey, { challenge: publicKey.challenge });
    expect(await refused(found, assertion)).toEqual([409, 'challenge_used']);
  });

  it('by the credential id of another person’s phone takes nothing from that phone', async () => {
    const [victim, mallory] = [await newPerson(nod), await registered()];
    const { authenticator } = victim.phone;
    const deviceRow = async () => {
      const { Users } = await nod.rows();
      const [pk] = victim.phone.cookies.get('__Host-device')?.split('.') ?? [];
      return Users.find((row) => row.pk === pk && row.sk === `device#${authenticator.credentialId}`);
    };
    const before = await deviceRow();
    expect(before).toBeDefined();
    Object.assign(mallory.phone.authenticator, { credentialId: authenticator.credentialId });
    const credential = mallory.phone.authenticator.create(mallory.publicKey);
    await mallory.phone.call('device-enrol', { body: { ticket: mallory.ticket, credential, name: 'Copy' } });
    expect(await deviceRow()).toEqual(before);
    const found = await foundSignIn(nod, victim);
    expect(await refused(found, mallory.phone.authenticator.get(found.publicKey))).toEqual([
      403,
      'assertion_refused',
    ]);
  });
});
