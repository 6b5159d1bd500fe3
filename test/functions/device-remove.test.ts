import { describe, expect, it } from 'vitest';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { addPhone, newPerson, signIn, userRow } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

/** A person with two phones: the browser was let in by the first. */
async function withTwoPhones() {
  const person = await newPerson(nod);
  return { ...person, second: await addPhone(nod, person.browser) };
}

const paramsOf = ({ deviceId }: { deviceId: string }) => ({ params: { deviceId } });

describe('a phone that is removed', () => {
  it('by a browser is none any more, and neither is its push subscription', async () => {
    const { browser, phone, second, username } = await withTwoPhones();
    const reply = await browser.call('device-remove', paramsOf(second));
    expect([reply.status, reply.body]).toEqual([200, { status: 'removed', ended: 0 }]);
    expect(reply.headers.getSetCookie()).toEqual([]);
    const refused = await second.call('approvals');
    expect([refused.status, refused.problem.code]).toEqual([401, 'not_a_phone']);
    expect((await phone.succeed('devices')).items.map(({ id }) => id)).toEqual([phone.deviceId]);
    expect(await userRow(nod, username)).toMatchObject({ phones: 1, credentialCount: 1 });
    const { Sessions, Users } = await nod.rows();
    expect(Users.some(({ sk }) => sk === `device#${second.authenticator.credentialId}`)).toBe(false);
    expect(Sessions).toContainEqual(expect.objectContaining({ kind: 'phone_removed', device: 'Galaxy S25' }));
  });

  it('by itself forgets that it was one', async () => {
    const { phone, second } = await withTwoPhones();
    await second.succeed('device-remove', paramsOf(second));
    expect(second.cookies.has('__Host-device')).toBe(false);
    expect((await phone.succeed('devices')).items).toHaveLength(1);
  });

  it('by the browser that it is itself forgets it, too', async () => {
    const { browser, second } = await withTwoPhones();
    for (const [name, value] of second.cookies) browser.cookies.set(name, value);
    await browser.succeed('device-remove', paramsOf(second));
    expect(browser.cookies.has('__Host-device')).toBe(false);
    expect(browser.cookies.has('__Host-session')).toBe(true);
  });

  it('takes the sign-ins with it that ring, and those of strangers not', async () => {
    const { browser, second, username } = await withTwoPhones();
    const [known, stranger] = [browser.copy(), new Browser(nod)];
    for (const waiting of [known, stranger]) await waiting.succeed('login-start', { body: { username } });
    await browser.succeed('device-remove', paramsOf(second));
    const of = { query: { of: 'signin' } };
    expect(await known.succeed('status', of)).toMatchObject({ status: 'denied', reason: 'phone_removed' });
    expect((await stranger.succeed('status')).status).toBe('pending');
    expect((await known.call('login-complete')).status).toBe(410);
  });

  it('leaves signed in what it has let in, unless that is to end as well', async () => {
    const person = await withTwoPhones();
    const { browser, second, username } = person;
    const others = [
      await signIn(nod, { username, phone: second }),
      await signIn(nod, { username, phone: second }),
    ];
    const approved = new Browser(nod);
    const { number } = await approved.succeed('login-start', { body: { username } });
    await second.approve(number);
    expect(
      await browser.succeed('device-remove', { ...paramsOf(second), query: { sessions: 'end' } }),
    ).toEqual({
      status: 'removed',
      ended: 3,
    });
    for (const other of [...others, approved]) {
      expect(await other.succeed('status')).toMatchObject({ status: 'closed', reason: 'phone_removed' });
    }
    expect((await browser.succeed('status')).status).toBe('active');

    const own = await withTwoPhones();
    expect(
      await own.browser.succeed('device-remove', { ...paramsOf(own.phone), query: { sessions: 'end' } }),
    ).toEqual({ status: 'removed', ended: 1, current: true });
    expect(await own.browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'phone_removed' });

    const stepped = await withTwoPhones();
    const lost = await signIn(nod, { username: stepped.username, phone: stepped.second });
    const ask = await lost.succeed('login-start', { body: { username: stepped.username, act: 'add_phone' } });
    await stepped.phone.approve(ask.number);
    await lost.succeed('login-complete');
    await stepped.browser.succeed('device-remove', {
      ...paramsOf(stepped.second),
      query: { sessions: 'end' },
    });
    expect(await lost.succeed('status')).toMatchObject({ status: 'closed', reason: 'phone_removed' });

    const kept = await withTwoPhones();
    const let_in = await signIn(nod, { username: kept.username, phone: kept.second });
    await kept.second.succeed('device-remove', paramsOf(kept.second));
    expect((await let_in.succeed('status')).status).toBe('active');
  });
});

describe('a phone that is not removed', () => {
  it('is the last one', async () => {
    const { browser, phone, username } = await newPerson(nod);
    await unchanged(nod, async () => {
      for (const caller of [browser, phone]) {
        const reply = await caller.call('device-remove', { ...paramsOf(phone), query: { sessions: 'end' } });
        expect([reply.status, reply.problem.code]).toEqual([409, 'last_sign_in_method']);
      }
    });
    expect(phone.cookies.has('__Host-device')).toBe(true);
    await signIn(nod, { username, phone });
  });

  it('is another one, by a phone', async () => {
    const { phone, second } = await withTwoPhones();
    await unchanged(nod, async () => {
      const reply = await phone.call('device-remove', paramsOf(second));
      expect([reply.status, reply.problem.code]).toEqual([403, 'reauth_required']);
    });
  });

  it('is another person’s, or none', async () => {
    const { browser } = await withTwoPhones();
    const { second: strangers } = await withTwoPhones();
    await unchanged(nod, async () => {
      for (const deviceId of [strangers.deviceId, 'dev_none', 'user']) {
        const reply = await browser.call('device-remove', paramsOf({ deviceId }));
        expect([deviceId, reply.status, reply.problem.code]).toEqual([deviceId, 404, 'not_found']);
      }
      expect((await new Browser(nod).call('device-remove', paramsOf(strangers))).status).toBe(401);
    });
  });
});

describe('of two removals at once', () => {
  it('of the last two phones one is refused, and one phone stays', async () => {
    for (let round = 0; round < 5; round++) {
      const { phone, second, username } = await withTwoPhones();
      const replies = await Promise.all([
        phone.call('device-remove', paramsOf(phone)),
        second.call('device-remove', paramsOf(second)),
      ]);
      expect(replies.map(({ status, problem }) => [status, problem.code]).sort()).toEqual([
        [200, undefined],
        [409, 'last_sign_in_method'],
      ]);
      expect(await userRow(nod, username)).toMatchObject({ phones: 1, credentialCount: 1 });
      const left = replies[0]?.status === 200 ? second : phone;
      expect((await left.succeed('devices')).items).toHaveLength(1);
    }
  });

  it('of one phone, one finds it gone', async () => {
    const { browser, username, second } = await withTwoPhones();
    await addPhone(nod, browser);
    const replies = await Promise.all([
      browser.call('device-remove', paramsOf(second)),
      browser.call('device-remove', paramsOf(second)),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(await userRow(nod, username)).toMatchObject({ phones: 2, credentialCount: 2 });
  });

  it('a yes of the phone is either ended with it or refused', async () => {
    for (let round = 0; round < 5; round++) {
      const { browser, second, username } = await withTwoPhones();
      const waiting = new Browser(nod);
      const { number, sessionId } = await waiting.succeed('login-start', { body: { username } });
      const { publicKey } = await second.succeed('approval-find', { body: { number } });
      const assertion = second.authenticator.get(publicKey);
      const body = { decision: 'approve', lifetime: '24h', assertion } as const;
      const [removed] = await Promise.all([
        browser.call('device-remove', { ...paramsOf(second), query: { sessions: 'end' } }),
        second.call('approval-answer', { params: { sessionId }, body }),
      ]);
      expect(removed.status).toBe(200);
      expect(['closed', 'pending']).toContain((await waiting.succeed('status')).status);
    }
  });
});
