import { describe, expect, it } from 'vitest';
import { age } from '../support/ageing.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, signIn } from '../support/people.ts';

const nod = startNod();

async function sessionIdOf(browser: Browser): Promise<string> {
  return (await browser.succeed('me')).session.id;
}

describe('status', () => {
  it('is one call for the session, strongly consistent, and what is unread, and nothing else', async () => {
    const { browser } = await newPerson(nod);
    await browser.succeed('status');
    const before = nod.recordingProxy.calls.length;
    await browser.succeed('status');
    const calls = nod.recordingProxy.calls.slice(before);
    expect(calls.map(({ operation }) => operation)).toEqual(['BatchGetItem']);
    const asked = Object.values(calls[0]?.input.RequestItems as Record<string, { ConsistentRead?: boolean }>);
    expect(asked.map(({ ConsistentRead = false }) => ConsistentRead)).toEqual([true, false]);
  });

  it('asks the database nothing where there is no cookie', async () => {
    const before = nod.recordingProxy.calls.length;
    expect(await new Browser(nod).succeed('status')).toEqual({ status: 'none', pollAfterMs: 1000 });
    expect(nod.recordingProxy.calls.length).toBe(before);
  });

  it('says that the number was typed on the phone, and not before', async () => {
    const { username, phone } = await newPerson(nod);
    const browser = new Browser(nod);
    const { number } = await browser.succeed('login-start', { body: { username } });
    expect('found' in (await browser.succeed('status'))).toBe(false);
    await phone.succeed('approval-find', { body: { number } });
    expect(await browser.succeed('status')).toMatchObject({ status: 'pending', found: true });
    await phone.approve(number);
    expect('found' in (await browser.succeed('status'))).toBe(false);
  });

  it('of a waiting sign-in is one GetItem, and says nothing of what is unread', async () => {
    const { username } = await newPerson(nod);
    const browser = new Browser(nod);
    await browser.succeed('login-start', { body: { username } });
    await browser.succeed('status');
    const before = nod.recordingProxy.calls.length;
    expect('unread' in (await browser.succeed('status'))).toBe(false);
    expect(nod.recordingProxy.calls.slice(before).map(({ operation }) => operation)).toEqual(['GetItem']);
  });

  it('has no user before the session is active', async () => {
    const browser = new Browser(nod);
    await browser.succeed('register', { body: { username: newUsername() } });
    expect(Object.keys(await browser.succeed('status')).sort()).toEqual([
      'expiresAt',
      'pollAfterMs',
      'status',
    ]);
  });

  it('tells of a waiting sign-in where the session is over or unknown, and of the session where it lives', async () => {
    const person = await newPerson(nod);
    const { browser, phone, username } = person;
    await browser.succeed('login-start', { body: { username } });
    expect((await browser.succeed('status')).status).toBe('active');
    await phone.succeed('sessions-end');
    expect((await browser.succeed('status')).status).toBe('pending');
    const { number } = await browser.succeed('login-start', { body: { username } });
    await phone.approve(number);
    expect(await browser.succeed('status')).toMatchObject({ status: 'approved', device: 'Pixel 9' });

    const cancelled = await newPerson(nod);
    await cancelled.browser.succeed('login-start', { body: { username: cancelled.username } });
    const copy = cancelled.browser.copy();
    await cancelled.browser.succeed('login-cancel');
    await cancelled.phone.succeed('sessions-end');
    expect(await copy.succeed('status')).toMatchObject({ status: 'closed', reason: 'phone' });

    const unknown = new Browser(nod);
    await unknown.succeed('login-start', { body: { username } });
    const forged = browser.cookies.get('__Host-session')?.replace(/ses_.{4}/, 'ses_AAAA') ?? '';
    unknown.cookies.set('__Host-session', forged);
    expect((await unknown.succeed('status')).status).toBe('pending');
  });

  it('never extends the idle time, while a call of the user does, at most once a minute', async () => {
    const { browser } = await newPerson(nod);
    const id = await sessionIdOf(browser);
    await age(nod, 'Sessions', `session#${id}`, 30 * 60);
    const { expiresAt } = await browser.succeed('status');
    expect((await browser.succeed('status')).expiresAt).toBe(expiresAt);
    const before = nod.recordingProxy.calls.length;
    const touched = await browser.succeed('me');
    await browser.succeed('me');
    expect(Date.parse(touched.session.expiresAt) - Date.parse(expiresAt ?? '')).toBeGreaterThan(29 * 60_000);
    const writes = nod.recordingProxy.calls
      .slice(before)
      .filter(({ operation }) => operation === 'TransactWriteItems');
    expect(writes).toHaveLength(1);
  });

  it.each([
    ['24h', 61 * 60, 'idle'],
    ['10m', 601, 'lifetime'],
    ['30d', 7 * 86_400 + 1, 'idle'],
  ] as const)(
    'judges a session of %s by its times while the row is still there',
    async (lifetime, seconds, reason) => {
      const person = await newPerson(nod);
      const browser = await signIn(nod, person, new Browser(nod), lifetime);
      const id = await sessionIdOf(browser);
      await age(nod, 'Sessions', `session#${id}`, seconds);
      expect(await browser.succeed('status')).toMatchObject({ status: 'timeout', reason });
      expect((await browser.call('me')).problem).toMatchObject({ status: 401, reason });
      expect(await browser.succeed('status')).toMatchObject({ status: 'timeout', reason });
    },
  );
});
