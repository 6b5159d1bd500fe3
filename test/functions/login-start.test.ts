import { describe, expect, it } from 'vitest';
import type { UserId } from '../../shared/ids.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { age } from '../support/ageing.ts';
import { Browser, type Reply } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, Phone, signIn } from '../support/people.ts';

const nod = startNod();

const userIdIn = (browser: Browser) => browser.cookies.get('__Host-signin')?.split('.')[0];

/** All that somebody who asks can see, but for what is random. */
function outlineOf({ status, headers, body }: Reply<'login-start'>) {
  const names = [...headers.keys()].filter((name) => name !== 'date').sort();
  const lengths = Object.entries(body).map(([name, value]) => [name, typeof value, value.length]);
  const cookie = headers.getSetCookie()[0]?.replace(/=[^;]+/, ({ length }) => `=${length}`);
  return { status, names, lengths, cookie };
}

async function setUser(username: string, changes: Record<string, unknown>): Promise<void> {
  const users = userStore(nod.db);
  const userId = (await users.idByName(username)) as UserId;
  const user = (await nod.rows()).Users.find(({ pk, sk }) => pk === userId && sk === 'user');
  await nod.db.write({
    Put: { TableName: nod.db.tableName('Users'), Item: { ...user, pk: userId, ...changes } },
  });
}

describe('login-start', () => {
  it('answers with a number and where to approve it', async () => {
    const { username } = await newPerson(nod, { signIn: false });
    const browser = new Browser(nod);
    const reply = await browser.call('login-start', { body: { username: username.toUpperCase() } });
    expect(reply.status).toBe(202);
    expect(reply.body.number).toMatch(/^\d{6}$/);
    expect(reply.body.approveUrl).toBe(`/phone#approve=${reply.body.number}`);
    expect(Object.keys(reply.body).sort()).toEqual(['approveUrl', 'expiresAt', 'number', 'sessionId']);
    const seconds = (Date.parse(reply.body.expiresAt) - Date.now()) / 1000;
    expect(seconds).toBeGreaterThan(100);
    expect(seconds).toBeLessThanOrEqual(120);
    expect(await browser.succeed('status')).toMatchObject({
      status: 'pending',
      expiresAt: reply.body.expiresAt,
    });
  });

  it('does not tell known, unknown, disabled, reserved and phoneless names apart', async () => {
    const known = (await newPerson(nod)).username;
    const disabled = (await newPerson(nod)).username;
    await setUser(disabled, { disabled: true });
    const phoneless = (await newPerson(nod)).username;
    await setUser(phoneless, { phones: 0 });
    const reserved = newUsername();
    await new Browser(nod).succeed('register', { body: { username: reserved } });
    const outlines = [];
    for (const username of [known, newUsername(), disabled, phoneless, reserved]) {
      const [first, second] = [new Browser(nod), new Browser(nod)];
      outlines.push(outlineOf(await first.call('login-start', { body: { username } })));
      await second.call('login-start', { body: { username } });
      expect(userIdIn(second)).toBe(userIdIn(first));
      const [a, b] = [await first.succeed('status'), await second.succeed('status')];
      expect([Object.keys(a), a.status]).toEqual([Object.keys(b), 'pending']);
    }
    for (const outline of outlines) expect(outline).toEqual(outlines[0]);
  });

  it('asks the database the same questions for every name', async () => {
    const { username } = await newPerson(nod);
    const operations = async (name: string) => {
      const before = nod.wiretap.calls.length;
      await new Browser(nod).succeed('login-start', { body: { username: name } });
      return nod.wiretap.calls.slice(before).map(({ operation }) => operation);
    };
    expect(await operations(newUsername())).toEqual(await operations(username));
  });

  it('makes decoys that nobody can find or approve', async () => {
    const { username, phone } = await newPerson(nod);
    await setUser(username, { phones: 0 });
    const { number, sessionId } = await new Browser(nod).succeed('login-start', { body: { username } });
    expect((await phone.call('approval-find', { body: { number } })).status).toBe(404);
    const denied = await phone.call('approval-answer', { params: { sessionId }, body: { decision: 'deny' } });
    expect(denied.status).toBe(404);
  });

  it('shows a browser that this user has approved before as known', async () => {
    const person = await newPerson(nod);
    const stranger = new Browser(nod);
    const { number } = await stranger.succeed('login-start', { body: { username: person.username } });
    expect((await person.phone.succeed('approval-find', { body: { number } })).approval.known).toBe(false);
    const browser = await signIn(nod, person);
    const again = await browser.succeed('login-start', { body: { username: person.username } });
    const found = await person.phone.succeed('approval-find', { body: { number: again.number } });
    expect(found.approval.known).toBe(true);

    // The mark of a browser is worth nothing for another user.
    const other = await newPerson(nod);
    const asOther = await browser.succeed('login-start', { body: { username: other.username } });
    const { approval } = await other.phone.succeed('approval-find', { body: { number: asOther.number } });
    expect(approval.known).toBe(false);
  });

  it('leaves a live session alone until the new one completes, and cancelling keeps it', async () => {
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

  it('is over after two minutes, with the row still there', async () => {
    const { username, phone } = await newPerson(nod);
    const browser = new Browser(nod);
    const { number, sessionId } = await browser.succeed('login-start', { body: { username } });
    const { publicKey } = await phone.succeed('approval-find', { body: { number } });
    await age(nod, 'Sessions', `session#${sessionId}`, 121);
    expect(await browser.succeed('status')).toMatchObject({ status: 'timeout', reason: 'unanswered' });
    expect((await phone.call('approval-find', { body: { number } })).status).toBe(404);
    const assertion = phone.authenticator.get(publicKey);
    const late = await phone.call('approval-answer', {
      params: { sessionId },
      body: { decision: 'approve', lifetime: '24h', assertion },
    });
    expect([late.status, late.problem.code]).toEqual([410, 'session_over']);
    expect((await browser.call('login-complete')).status).toBe(410);
    expect((await browser.call('login-cancel')).status).toBe(410);
  });
});

describe('limits', () => {
  const limited = startNod({ NOD_LIMITS_SCALE: '0.01' });

  it('stops an address after so many starts, and says when to try again', async () => {
    const replies = [];
    for (let at = 0; at < 6; at++) {
      replies.push(await new Browser(limited).call('login-start', { body: { username: newUsername() } }));
    }
    expect(replies.map(({ status }) => status)).toEqual([202, 202, 202, 202, 429, 429]);
    expect(replies[5]?.problem.code).toBe('too_many');
    expect(Number(replies[5]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('stops no browser that this user has approved before', async () => {
    const person = await newPerson(limited);
    for (let at = 0; at < 5; at++) {
      await new Browser(limited).call('login-start', { body: { username: person.username } });
    }
    const stranger = await new Browser(limited).call('login-start', { body: { username: person.username } });
    expect(stranger.status).toBe(429);
    const known = await person.browser.call('login-start', { body: { username: person.username } });
    expect(known.status).toBe(202);
  });

  it('believes no address that the client names itself', async () => {
    const headers = { 'cloudfront-viewer-address': '203.0.113.7:1234', 'x-forwarded-for': '203.0.113.7' };
    const { status } = await new Browser(limited).call('login-start', {
      body: { username: 'susan' },
      headers,
    });
    expect(status).toBe(429);
  });
});

describe('a phone', () => {
  it('cannot find the sign-in of another user by its number', async () => {
    const [susan, miguel] = [await newPerson(nod), await newPerson(nod)];
    const { number } = await new Browser(nod).succeed('login-start', { body: { username: susan.username } });
    const reply = await miguel.phone.call('approval-find', { body: { number } });
    expect([reply.status, reply.problem.code]).toEqual([404, 'number_unknown']);
    expect((await new Phone(nod).call('approval-find', { body: { number } })).status).toBe(401);
  });
});
