import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { nod as startNod } from '../support/nod.ts';
import { foundSignIn, newPerson, type Phone, signIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

/** A person whose second browser is signed in for as long as the phone is here. */
async function boundSession({ complete = true } = {}) {
  const person = await newPerson(nod);
  const found = await foundSignIn(nod, person);
  const { phone, params, publicKey, browser: bound } = found;
  const assertion = phone.authenticator.get(publicKey);
  const body = { decision: 'approve', lifetime: '24h', presence: true, assertion } as const;
  await phone.succeed('approval-answer', { params, body });
  if (complete) await bound.succeed('login-complete');
  const later = (seconds: number) => age(nod, 'Sessions', `session#${params.sessionId}`, seconds);
  return { ...person, bound, later, sessionId: params.sessionId };
}

const beat = (phone: Phone) => phone.succeed('presence');

describe('the heartbeat of a phone', () => {
  it('keeps the session that it approved so, and none of the others', async () => {
    const { phone, bound, browser, later } = await boundSession();
    for (let minute = 0; minute < 3; minute++) {
      await later(80);
      expect((await bound.succeed('status')).status).toBe('active');
      expect(await beat(phone)).toEqual({ bound: 1 });
    }
    expect((await bound.succeed('status')).status).toBe('active');
    expect((await browser.succeed('status')).status).toBe('active');
  });

  it('brings back what is locked, within ten minutes', async () => {
    const { phone, bound, later } = await boundSession();
    await later(91);
    expect((await bound.succeed('status')).status).toBe('walkaway');
    expect((await bound.call('me')).problem.code).toBe('phone_away');
    expect(await beat(phone)).toEqual({ bound: 1 });
    expect((await bound.succeed('status')).status).toBe('active');
    await later(595);
    expect(await beat(phone)).toEqual({ bound: 1 });
    expect((await bound.succeed('me')).user).toBeDefined();
  });

  it('holds already while the browser has not completed', async () => {
    const { phone, bound, later } = await boundSession({ complete: false });
    await later(100);
    expect(await beat(phone)).toEqual({ bound: 1 });
    await bound.succeed('login-complete');
    expect((await bound.succeed('status')).status).toBe('active');
  });

  it('revives nothing that is over', async () => {
    const away = await boundSession();
    await away.later(601);
    const ended = await boundSession();
    await ended.browser.succeed('session-end', { params: { sessionId: ended.sessionId } });
    await unchanged(nod, async () => {
      for (const { phone } of [away, ended]) expect(await beat(phone)).toEqual({ bound: 0 });
    });
    expect(await away.bound.succeed('status')).toMatchObject({ status: 'timeout', reason: 'phone_away' });
    expect(await ended.bound.succeed('status')).toMatchObject({ status: 'closed', reason: 'elsewhere' });
  });

  it('revives nothing that ends while it is on its way', async () => {
    const { phone, bound, browser, sessionId } = await boundSession();
    await Promise.all([
      ...Array.from({ length: 8 }, () => beat(phone)),
      browser.succeed('session-end', { params: { sessionId } }),
    ]);
    expect(await bound.succeed('status')).toMatchObject({ status: 'closed', reason: 'elsewhere' });
    expect(await beat(phone)).toEqual({ bound: 0 });
  });

  it('helps no session of another user, and none that another phone approved', async () => {
    const { phone, bound, later, sessionId } = await boundSession();
    const stranger = await boundSession();
    await later(85);
    expect(await beat(stranger.phone)).toEqual({ bound: 1 });
    // As if a second phone of the same user had approved it.
    const row = (await nod.rows()).Sessions.find(({ sk }) => sk === `session#${sessionId}`);
    const device = { id: 'dev_another', name: 'The other phone' };
    await nod.db.write({
      Put: { TableName: nod.db.tableName('Sessions'), Item: { ...row, device } },
    });
    await unchanged(nod, async () => expect(await beat(phone)).toEqual({ bound: 0 }));
    await later(10);
    expect((await bound.succeed('status')).status).toBe('walkaway');
  });

  it('finds nothing to keep where no session is bound, and is a phone’s only', async () => {
    const person = await newPerson(nod);
    await signIn(nod, person);
    await unchanged(nod, async () => {
      expect(await beat(person.phone)).toEqual({ bound: 0 });
      expect((await person.browser.call('presence')).status).toBe(401);
    });
  });
});

describe('a browser whose phone is away', () => {
  it('can sign out, and do nothing else', async () => {
    const { phone, bound, later } = await boundSession();
    await later(91);
    await unchanged(nod, async () => {
      for (const call of [
        () => bound.call('me'),
        () => bound.call('sessions'),
        () => bound.call('post-create', { body: { body: 'From a locked page' } }),
        () => bound.call('sessions-end'),
      ]) {
        expect((await call()).problem.code).toBe('phone_away');
      }
    });
    expect(await bound.copy().succeed('logout')).toEqual({ status: 'closed' });
    expect(await bound.succeed('status')).toMatchObject({ status: 'closed', reason: 'here' });
    expect((await bound.call('logout')).status).toBe(401);
    expect(await beat(phone)).toEqual({ bound: 0 });
  });

  it('cannot sign out with another secret, nor once its phone was away for too long', async () => {
    const { bound, later } = await boundSession();
    await later(91);
    const thief = bound.copy();
    thief.cookies.set('__Host-session', `${bound.cookies.get('__Host-session')?.slice(0, -6)}AAAAAA`);
    await unchanged(nod, async () => expect((await thief.call('logout')).status).toBe(401));
    await later(600);
    await unchanged(nod, async () => {
      const reply = await bound.call('logout');
      expect([reply.status, reply.problem.reason]).toEqual([401, 'phone_away']);
    });
  });
});
