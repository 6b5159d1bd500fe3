/** What belongs to one person, or to one browser, is in no other's hands. */
import { describe, expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { foundSignIn, newPerson, newUsername, Phone, signIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

const yes = { decision: 'approve', lifetime: '24h' } as const;

async function approvedSignIn() {
  const person = await newPerson(nod);
  const browser = new Browser(nod);
  const { number, sessionId } = await browser.succeed('login-start', { body: { username: person.username } });
  await person.phone.approve(number);
  return { ...person, signedInBrowser: person.browser, browser, sessionId };
}

describe('another person’s phone', () => {
  it('neither approves nor denies', async () => {
    const { browser, params, publicKey } = await foundSignIn(nod);
    const { phone: stranger } = await newPerson(nod);
    await unchanged(nod, async () => {
      const assertion = stranger.authenticator.get(publicKey);
      for (const body of [{ ...yes, assertion }, { decision: 'deny' }] as const) {
        const reply = await stranger.call('approval-answer', { params, body });
        expect([reply.status, reply.problem.code]).toEqual([404, 'not_found']);
      }
    });
    expect((await browser.succeed('status')).status).toBe('pending');
  });

  it('finds no sign-in by its number, and sees none in its list', async () => {
    const person = await newPerson(nod);
    const known = await signIn(nod, person);
    const { number } = await known.succeed('login-start', { body: { username: person.username } });
    const { phone: stranger } = await newPerson(nod);
    await unchanged(
      nod,
      async () => {
        const reply = await stranger.call('approval-find', { body: { number } });
        expect([reply.status, reply.problem.code]).toEqual([404, 'number_unknown']);
        expect((await stranger.succeed('approvals')).items).toEqual([]);
      },
      'a wrong number is counted',
    );
    expect((await person.phone.succeed('approvals')).items).toHaveLength(1);
  });

  it('is no phone with its secret changed, or under the name of another one', async () => {
    const { phone, params } = await foundSignIn(nod);
    const { phone: stranger } = await newPerson(nod);
    const own = phone.cookies.get('__Host-device') ?? '';
    const [userId, credentialId] = own.split('.');
    const [, strangersId, strangersSecret] = stranger.cookies.get('__Host-device')?.split('.') ?? [];
    await unchanged(nod, async () => {
      for (const cookie of [
        `${own.slice(0, -6)}AAAAAA`,
        `${userId}.${credentialId}.${strangersSecret}`,
        `${userId}.${strangersId}.${strangersSecret}`,
        `${userId}.${credentialId}.`,
        `${own}.more`,
        '',
      ]) {
        stranger.cookies.set('__Host-device', cookie);
        const reply = await stranger.call('approval-answer', { params, body: { decision: 'deny' } });
        expect([reply.status, reply.problem.code]).toEqual([401, 'not_a_phone']);
      }
    });
  });
});

describe('another person', () => {
  it('ends no session, deletes no post and sees none of either', async () => {
    const { browser, username } = await newPerson(nod);
    const { session } = await browser.succeed('me');
    const post = await browser.succeed('post-create', { body: { body: 'Mine' } });
    const stranger = await newPerson(nod);
    await unchanged(nod, async () => {
      for (const caller of [stranger.browser, stranger.phone]) {
        const reply = await caller.call('session-end', { params: { sessionId: session.id } });
        expect([reply.status, reply.problem.code]).toEqual([404, 'not_found']);
        const sessions = await caller.succeed('sessions');
        expect(sessions.items.map(({ id }) => id)).not.toContain(session.id);
      }
      const deleted = await stranger.browser.call('post-delete', { params: { postId: post.id } });
      expect([deleted.status, deleted.problem.code]).toEqual([404, 'not_found']);
      expect((await stranger.browser.succeed('me')).user.username).not.toBe(username);
    });
    expect(await stranger.phone.succeed('sessions-end')).toEqual({ ended: 1 });
    expect((await browser.succeed('status')).status).toBe('active');
  });
});

describe('nobody', () => {
  it('enrols a phone without a ticket, as a person that there is or as a new one', async () => {
    const { browser } = await newPerson(nod);
    const userId = browser.cookies.get('__Host-session')?.split('.')[0] ?? '';
    const mallory = new Phone(nod);
    const credential = mallory.authenticator.create({
      rp: { id: 'localhost', name: 'Nod' },
      user: { id: Buffer.from(userId).toString('base64url'), name: 'x', displayName: 'x' },
      challenge: Buffer.alloc(32).toString('base64url'),
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    });
    await unchanged(nod, async () => {
      for (const ticket of [
        '',
        'ticket',
        `${userId}.tic_${'A'.repeat(22)}.${'A'.repeat(43)}`,
        `usr_${'A'.repeat(22)}.tic_${'A'.repeat(22)}.${'A'.repeat(43)}`,
        `${userId}.__proto__.${'A'.repeat(43)}`,
      ]) {
        const options = await mallory.call('device-options', { body: { ticket } });
        const enrolled = await mallory.call('device-enrol', { body: { ticket, credential, name: 'x' } });
        for (const { status, problem } of [options, enrolled]) {
          expect([status, problem.code]).toEqual([404, 'ticket_unknown']);
        }
      }
    });
    expect(mallory.cookies.size).toBe(0);
  });
});

describe('another browser', () => {
  it('does not complete a sign-in, whatever it knows but the cookie', async () => {
    const { browser, sessionId, signedInBrowser } = await approvedSignIn();
    const waiting = browser.cookies.get('__Host-signin') ?? '';
    const own = await foundSignIn(nod);
    const ownSecret = own.browser.cookies.get('__Host-signin')?.split('.')[2];
    await unchanged(nod, async () => {
      const thieves = [
        [undefined, 401],
        [`${waiting.slice(0, -6)}AAAAAA`, 401],
        [`${waiting.split('.')[0]}.${sessionId}.${ownSecret}`, 401],
        [`${waiting.split('.')[0]}.${sessionId}.${'A'.repeat(43)}`, 401],
        [`${own.browser.cookies.get('__Host-signin')?.split('.')[0]}.${sessionId}.${ownSecret}`, 401],
        [own.browser.cookies.get('__Host-signin'), 409],
      ] as const;
      for (const [cookie, status] of thieves) {
        const thief = new Browser(nod);
        if (cookie !== undefined) thief.cookies.set('__Host-signin', cookie);
        expect((await thief.call('login-complete')).status).toBe(status);
        expect(thief.cookies.has('__Host-session')).toBe(false);
      }
      expect((await signedInBrowser.call('login-complete')).status).toBe(401);
    });
    await browser.succeed('login-complete');
    expect((await browser.succeed('status')).status).toBe('active');
  });

  it('has no use for the secret that waited, once the sign-in is completed', async () => {
    const { browser, phone } = await approvedSignIn();
    const waiting = browser.copy();
    await browser.succeed('login-complete', { headers: { 'idempotency-key': 'k' } });
    const forged = browser.copy();
    forged.cookies.set('__Host-session', waiting.cookies.get('__Host-signin') ?? '');
    await unchanged(nod, async () => {
      expect((await waiting.call('me')).status).toBe(401);
      expect((await forged.call('me')).status).toBe(401);
      expect((await waiting.call('login-cancel')).status).toBe(409);
      expect((await waiting.call('login-complete')).status).toBe(409);
      const otherKey = { headers: { 'idempotency-key': 'guessed' } };
      expect((await waiting.call('login-complete', otherKey)).status).toBe(409);
    });
    expect((await browser.succeed('status')).status).toBe('active');
    expect((await phone.succeed('sessions')).items).toHaveLength(2);
  });

  it('keeps nothing of a session that it planted before (session fixation)', async () => {
    const mallory = await newPerson(nod);
    const planted = mallory.browser.cookies.get('__Host-session') ?? '';
    const { browser, username } = await approvedSignIn();
    browser.cookies.set('__Host-session', planted);
    await browser.succeed('login-complete');
    expect(browser.cookies.get('__Host-session')).not.toBe(planted);
    expect((await browser.succeed('me')).user.username).toBe(username);
    expect((await mallory.browser.succeed('me')).user.username).toBe(mallory.username);
  });
});

describe('two accounts in one browser', () => {
  it('are each asked for by their own cookie, and neither acts for the other', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const both = susan.browser.copy();
    for (const [name, value] of miguel.phone.cookies) both.cookies.set(name, value);

    const susans = (await both.succeed('sessions')).items;
    const miguels = (await both.succeed('sessions', { query: { as: 'phone' } })).items;
    expect(susans.map(({ current }) => current)).toEqual([true]);
    expect(miguels.map(({ current }) => current)).toEqual([false]);

    const { number, sessionId } = await both.succeed('login-start', { body: { username: susan.username } });
    await unchanged(
      nod,
      async () => {
        expect((await both.call('approval-find', { body: { number } })).status).toBe(404);
        const params = { sessionId };
        const denied = await both.call('approval-answer', { params, body: { decision: 'deny' } });
        expect(denied.status).toBe(404);
        const foreign = { params: { sessionId: miguels[0]?.id ?? '' } };
        expect((await both.call('session-end', foreign)).status).toBe(404);
        const own = { params: { sessionId: susans[0]?.id ?? '' }, query: { as: 'phone' } };
        expect((await both.call('session-end', own)).status).toBe(404);
      },
      'a wrong number is counted',
    );
    expect((await susan.browser.succeed('status')).status).toBe('active');
    expect((await miguel.browser.succeed('status')).status).toBe('active');
  });

  it('leave the phone its own when somebody else signs in on it', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    await signIn(nod, miguel, susan.phone);
    expect((await susan.phone.succeed('me')).user.username).toBe(miguel.username);
    const devices = await susan.phone.succeed('devices', { query: { as: 'phone' } });
    expect(devices.items.map(({ id }) => id)).toEqual([`dev_${susan.phone.authenticator.credentialId}`]);
    expect((await signIn(nod, susan)).cookies.has('__Host-session')).toBe(true);
  });
});

describe('signing in while signed in', () => {
  it('leaves the live session alone until the new one completes, and cancelling keeps it', async () => {
    const person = await newPerson(nod);
    const { browser, username } = person;
    await browser.succeed('login-start', { body: { username } });
    expect((await browser.succeed('status')).status).toBe('active');
    expect((await browser.succeed('status', { query: { of: 'signin' } })).status).toBe('pending');
    await browser.succeed('login-cancel');
    expect((await browser.succeed('me')).user.username).toBe(username);

    const old = browser.copy();
    await signIn(nod, person, browser);
    expect((await browser.succeed('status')).status).toBe('active');
    expect(await old.succeed('status')).toMatchObject({ status: 'closed', reason: 'here' });
    expect((await person.phone.succeed('sessions')).items).toHaveLength(1);
  });

  it('as somebody else leaves the first person’s session to that person', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const old = susan.browser.copy();
    await signIn(nod, miguel, susan.browser);
    expect((await susan.browser.succeed('me')).user.username).toBe(miguel.username);
    expect((await old.succeed('me')).user.username).toBe(susan.username);
    expect((await susan.phone.succeed('sessions')).items).toHaveLength(1);
  });
});

describe('a registration', () => {
  it('signs nobody in whose phone it was not: it waits for its own browser', async () => {
    const browser = new Browser(nod);
    const { enrolUrl } = await browser.succeed('register', { body: { username: newUsername() } });
    const mallory = new Phone(nod);
    await mallory.enrol(enrolUrl);
    await unchanged(nod, async () => {
      expect((await mallory.call('login-complete')).status).toBe(401);
      expect((await mallory.call('me')).status).toBe(401);
    });
    // The browser is shown whose phone it was before it goes on.
    expect(await browser.succeed('status')).toMatchObject({ status: 'approved', device: 'Pixel 9' });
  });
});
