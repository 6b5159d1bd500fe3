import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson } from '../support/people.ts';

const nod = startNod();

async function approved() {
  const person = await newPerson(nod);
  const browser = new Browser(nod);
  const { number, sessionId } = await browser.succeed('login-start', { body: { username: person.username } });
  await person.phone.approve(number, '30d');
  return { ...person, signedInBrowser: person.browser, browser, sessionId };
}

const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });

describe('login-complete', () => {
  it('swaps the sign-in cookie for a session cookie with a new secret', async () => {
    const { browser, username } = await approved();
    const signin = browser.cookies.get('__Host-signin') ?? '';
    const reply = await browser.call('login-complete', withKey('k'));
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({ user: { username, displayName: username, roles: [] } });
    expect(browser.cookies.has('__Host-signin')).toBe(false);
    const session = browser.cookies.get('__Host-session') ?? '';
    expect(session.length).toBeLessThanOrEqual(120);
    expect(session.split('.').slice(0, 2)).toEqual(signin.split('.').slice(0, 2));
    expect(session.split('.')[2]).not.toBe(signin.split('.')[2]);
    const { Sessions } = await nod.rows();
    const stored = JSON.stringify(Sessions);
    for (const secret of [signin, session]) expect(stored).not.toContain(secret.split('.')[2]);
  });

  it('waits for the approval', async () => {
    const { username } = await newPerson(nod);
    const browser = new Browser(nod);
    await browser.succeed('login-start', { body: { username } });
    const reply = await browser.call('login-complete', withKey('k'));
    expect([reply.status, reply.problem.code]).toEqual([409, 'not_approved']);
  });

  it('gives a browser that lost the answer one usable session, for two minutes', async () => {
    const { browser, sessionId } = await approved();
    const lost = browser.copy();
    await lost.succeed('login-complete', withKey('k'));
    expect((await lost.succeed('status')).status).toBe('active');
    expect((await browser.succeed('status')).status).toBe('approved');

    const again = browser.copy();
    await again.succeed('login-complete', withKey('k'));
    expect((await again.succeed('status')).status).toBe('active');
    expect((await lost.succeed('status')).status).toBe('none');

    for (const headers of [withKey('other'), {}]) {
      const reply = await browser.copy().call('login-complete', headers);
      expect([reply.status, reply.problem.code]).toEqual([409, 'already_completed']);
    }
    await age(nod, 'Sessions', `session#${sessionId}`, 121);
    expect((await browser.copy().call('login-complete', withKey('k'))).status).toBe(401);
    expect((await browser.copy().succeed('status')).status).toBe('none');
  });

  it('is refused two minutes after the approval', async () => {
    const { browser, sessionId } = await approved();
    await age(nod, 'Sessions', `session#${sessionId}`, 121);
    const reply = await browser.call('login-complete', withKey('k'));
    expect([reply.status, reply.problem.code, reply.problem.reason]).toEqual([
      410,
      'session_ended',
      'unanswered',
    ]);
  });

  it('is refused to a denied sign-in', async () => {
    const { username, phone } = await newPerson(nod);
    const browser = new Browser(nod);
    const { sessionId } = await browser.succeed('login-start', { body: { username } });
    await phone.succeed('approval-answer', {
      params: { sessionId },
      body: { decision: 'deny', report: true },
    });
    expect(await browser.succeed('status')).toMatchObject({ status: 'denied', reason: 'denied' });
    expect((await browser.call('login-complete')).status).toBe(410);
  });
});
