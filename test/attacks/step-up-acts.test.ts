/** A yes to one act is no yes to another, and none to more than the session has (DESIGN.md §6.10). */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../shared/database.ts';
import { ROUTE_NAMES, ROUTES, type Route } from '../../shared/routes.ts';
import { ACTS, type Act } from '../../shared/sessions/acts.ts';
import { age } from '../support/ageing.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, newUsername, type Phone, signIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

const params = { deviceId: 'dev_none', provider: 'none' };

/** The routes that ask for a yes of their own, and the act that each of them is. */
const FRESH = ROUTE_NAMES.flatMap((name) => {
  const { auth, act }: Route = ROUTES[name];
  return auth === 'fresh' || auth === 'fresh or phone' ? [{ name, act }] : [];
});

/** Somebody who was let in an hour ago and has been here since. */
async function stale(lifetime: '10m' | '24h' | '30d' = '24h') {
  const { username, phone } = await newPerson(nod, { signIn: false });
  const browser = await signIn(nod, { username, phone }, new Browser(nod), lifetime);
  const { id } = (await browser.succeed('me')).session;
  await age(nod, 'Sessions', `session#${id}`, 360);
  await browser.succeed('me');
  return { username, phone, browser, id };
}

type Stale = Awaited<ReturnType<typeof stale>>;

const ask = ({ browser, username }: Pick<Stale, 'browser' | 'username'>, act: Act) =>
  browser.succeed('login-start', { body: { username, act } });

/** Asks the phone for the act, and comes back with its yes. */
async function steppedUp(person: Stale, act: Act): Promise<void> {
  const { number } = await ask(person, act);
  await person.phone.approve(number);
  await person.browser.succeed('login-complete');
}

const rowOf = async (id: string): Promise<Item> =>
  (await nod.rows()).Sessions.find(({ sk }) => sk === `session#${id}`) ?? {};

const kindsOf = async (browser: Browser) => (await browser.succeed('activity')).items;

async function isRefused(browser: Browser, name: (typeof FRESH)[number]['name']): Promise<boolean> {
  const { status, problem } = await browser.call(name, { params });
  return status === 403 && problem.code === 'reauth_required';
}

it('every act is one that some route or a query asks for', () => {
  expect(new Set([...FRESH.map(({ act }) => act), 'add_link', 'not_me'])).toEqual(new Set(ACTS));
});

describe.each(ACTS)('a yes to %s', (act) => {
  it('opens what it was for and nothing else', async () => {
    const person = await stale();
    await steppedUp(person, act);
    for (const { name, act: needed } of FRESH) {
      expect([name, await isRefused(person.browser, name)]).toEqual([name, needed !== act]);
    }
    const other = await signIn(nod, person);
    const { id: sessionId } = (await other.succeed('me')).session;
    const notMe = await person.browser.call('session-end', { params: { sessionId }, query: { notMe: '1' } });
    expect(notMe.status).toBe(act === 'not_me' ? 200 : 403);
  });

  it('is shown on the phone, signed, and stands in the receipt and in one line of the activity', async () => {
    const person = await stale();
    const before = (await kindsOf(person.browser)).length;
    const { number, sessionId } = await ask(person, act);
    const { approval } = await person.phone.succeed('approval-find', { body: { number } });
    expect(approval.act).toBe(act);
    await person.phone.approve(number);
    await person.browser.succeed('login-complete');
    const entries = await kindsOf(person.browser);
    expect(entries.slice(0, entries.length - before)).toMatchObject([
      { kind: 'approved', act, hasReceipt: true },
    ]);
    const { statement } = await person.browser.succeed('receipt', { params: { sessionId } });
    expect(JSON.parse(statement)).toMatchObject({ act, action: 'approve', number, sessionId });
    // Canonical (RFC 8785 §3.2.3).
    const members = Object.keys(JSON.parse(statement));
    expect(members).toEqual([...members].sort());
  });
});

it('a sign-in says nothing of an act, and its statement is as it always was', async () => {
  const { username, phone } = await newPerson(nod);
  const browser = new Browser(nod);
  const { number, sessionId } = await browser.succeed('login-start', { body: { username } });
  const { approval } = await phone.succeed('approval-find', { body: { number } });
  expect('act' in approval).toBe(false);
  await phone.approve(number);
  await browser.succeed('login-complete');
  const { statement } = await browser.succeed('receipt', { params: { sessionId } });
  expect(Object.keys(JSON.parse(statement))).toEqual(['action', 'nonce', 'number', 'sessionId', 'userId']);
});

it.each(['', 'approve', 'ADD_PHONE', 'constructor', null, ['add_phone'], { act: 'add_phone' }])(
  'an act that is none is refused: %j',
  async (act) => {
    const { browser, username } = await stale();
    await unchanged(nod, async () => {
      const rawBody = JSON.stringify({ username, act });
      const { status, problem } = await browser.call('login-start', { rawBody });
      expect([status, problem.field]).toEqual([400, 'act']);
    });
  },
);

describe('a step-up', () => {
  it('is only for who is signed in, and as whom', async () => {
    const [susan, miguel] = [await stale(), await stale()];
    for (const [browser, username, code] of [
      [new Browser(nod), susan.username, 'not_signed_in'],
      [susan.phone, susan.username, 'not_signed_in'],
      [miguel.browser, susan.username, 'signed_in_as_other'],
      [susan.browser, newUsername(), 'signed_in_as_other'],
    ] as const) {
      await unchanged(nod, async () => {
        const { status, problem } = await browser.call('login-start', {
          body: { username, act: 'add_phone' },
        });
        expect([status, problem.code]).toEqual([401, code]);
      });
    }
  });

  it('never lasts longer than the session before, whatever the phone sends', async () => {
    const person = await stale('10m');
    const before = await rowOf(person.id);
    const { number, sessionId } = await ask(person, 'add_phone');
    await person.phone.approve(number, '30d');
    await person.browser.succeed('login-complete');
    const after = await rowOf(sessionId);
    expect([after.lifetime, after.lifetimeEndsAt]).toEqual(['10m', before.lifetimeEndsAt]);
    const { session } = await person.browser.succeed('me');
    expect(Date.parse(session.expiresAt)).toBeLessThanOrEqual((before.lifetimeEndsAt as number) * 1000);
  });

  it('needs no lifetime, and a sign-in does', async () => {
    const person = await stale();
    const { number, sessionId } = await ask(person, 'remove_link');
    const { publicKey } = await person.phone.succeed('approval-find', { body: { number } });
    const assertion = person.phone.authenticator.get(publicKey);
    const body = { decision: 'approve', assertion } as const;
    expect(await person.phone.succeed('approval-answer', { params: { sessionId }, body })).toEqual({
      status: 'approved',
    });
    const plain = await new Browser(nod).succeed('login-start', { body: { username: person.username } });
    const found = await person.phone.succeed('approval-find', { body: { number: plain.number } });
    const again = {
      decision: 'approve',
      assertion: person.phone.authenticator.get(found.publicKey),
    } as const;
    const reply = await person.phone.call('approval-answer', {
      params: { sessionId: plain.sessionId },
      body: again,
    });
    expect([reply.status, reply.problem.field]).toEqual([400, 'lifetime']);
  });

  it('stays bound to a phone where the session was', async () => {
    const { username, phone } = await newPerson(nod);
    const browser = new Browser(nod);
    const start = await browser.succeed('login-start', { body: { username } });
    await phone.approve(start.number, '24h', true);
    await browser.succeed('login-complete');
    const { number, sessionId } = await ask({ browser, username }, 'add_phone');
    await phone.approve(number, '24h', false);
    await browser.succeed('login-complete');
    expect((await rowOf(sessionId)).phoneSeenAt).toEqual(expect.any(Number));
    expect((await phone.succeed('presence')).bound).toBe(1);
  });

  it('does not bring back a session that has ended since', async () => {
    const person = await stale();
    const other = await signIn(nod, person);
    const { number } = await ask(person, 'add_phone');
    await person.phone.approve(number);
    await other.succeed('session-end', { params: { sessionId: person.id } });
    const { status, problem } = await person.browser.call('login-complete');
    expect([status, problem.code]).toEqual([410, 'session_ended']);
    expect((await person.browser.call('me')).status).toBe(401);
  });

  it('is not completed by a browser that has only its sign-in cookie', async () => {
    const person = await stale();
    const { number } = await ask(person, 'add_phone');
    await person.phone.approve(number);
    const thief = new Browser(nod);
    thief.cookies.set('__Host-signin', person.browser.cookies.get('__Host-signin') ?? '');
    expect((await thief.call('login-complete')).status).toBe(410);
    expect((await person.browser.succeed('me')).session.id).toBe(person.id);
    await person.browser.succeed('login-complete');
  });

  it('never wins against the end of its session', async () => {
    for (let round = 0; round < 5; round++) {
      const person = await stale();
      const other = await signIn(nod, person);
      const { number } = await ask(person, 'add_phone');
      await person.phone.approve(number);
      const [, ended] = await Promise.all([
        person.browser.call('login-complete'),
        other.call('session-end', { params: { sessionId: person.id } }),
      ]);
      expect(ended.status).toBe(200);
      expect((await person.browser.call('me')).status).toBe(401);
    }
  });

  it('of which the statement names another act than the row is refused', async () => {
    const person = await stale();
    const { number, sessionId } = await ask(person, 'remove_link');
    const { publicKey } = await person.phone.succeed('approval-find', { body: { number } });
    // Somebody who can write to the table turns what was asked into something else, behind the phone's back.
    await nod.db.write({
      Put: {
        TableName: nod.db.tableName('Sessions'),
        Item: { ...(await rowOf(sessionId)), act: 'add_phone' },
      },
    });
    const assertion = (person.phone as Phone).authenticator.get(publicKey);
    const { status, problem } = await person.phone.call('approval-answer', {
      params: { sessionId },
      body: { decision: 'approve', assertion },
    });
    expect([status, problem.code]).toEqual([403, 'assertion_refused']);
  });

  it('asks again for the next act, and goes on from where the session was', async () => {
    const person = await stale();
    const { createdAt } = (await person.browser.succeed('me')).session;
    await steppedUp(person, 'new_recovery_code');
    await person.browser.succeed('recovery-renew');
    expect(await isRefused(person.browser, 'device-invite')).toBe(true);
    await steppedUp(person, 'add_phone');
    await person.browser.succeed('device-invite');
    expect((await person.browser.succeed('me')).session.createdAt).toBe(createdAt);
  });
});
