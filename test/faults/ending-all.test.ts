/** "End all" and a disabled account let in nobody who was approved before, however things race. */
import { describe, expect, it } from 'vitest';
import type { UserId } from '../../shared/ids.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { newPerson, signIn } from '../support/people.ts';
import { unchanged } from '../support/unchanged.ts';

const nod = startNod();

/** Sign-ins of one person that have been approved and not completed. */
async function approvedSignIns(howMany: number) {
  const person = await newPerson(nod);
  const browsers = await Promise.all(
    Array.from({ length: howMany }, async () => {
      const browser = new Browser(nod);
      const { number } = await browser.succeed('login-start', { body: { username: person.username } });
      return { browser, number };
    }),
  );
  for (const { number } of browsers) await person.phone.approve(number);
  return { ...person, waiting: browsers.map(({ browser }) => browser) };
}

const liveRows = async (userId: string) =>
  (await nod.rows()).Sessions.filter(
    ({ pk, sk, status }) =>
      pk === userId && String(sk).startsWith('session#') && (status === 'active' || status === 'approved'),
  );

const userIdOf = (browser: Browser) => browser.cookies.get('__Host-session')?.split('.')[0] as UserId;

describe('ending all', () => {
  it('is outrun by none of ten completions', async () => {
    const { phone, waiting, browser } = await approvedSignIns(10);
    const userId = userIdOf(browser);
    const [, ...completions] = await Promise.all([
      phone.succeed('sessions-end'),
      ...waiting.map((one) => one.call('login-complete')),
    ]);
    for (const { status } of completions) expect([200, 409, 410]).toContain(status);
    expect((await phone.succeed('sessions')).items).toEqual([]);
    expect(await liveRows(userId)).toEqual([]);
    for (const one of [browser, ...waiting]) {
      expect(['closed', 'none']).toContain((await one.succeed('status')).status);
      expect((await one.call('me')).status).toBe(401);
    }
  });

  it('refuses what was approved before it, and lets in what is approved after', async () => {
    const person = await approvedSignIns(2);
    const [one = new Browser(nod), two = new Browser(nod)] = person.waiting;
    await person.phone.succeed('sessions-end');
    await unchanged(nod, async () => {
      for (const browser of [one, two]) expect((await browser.call('login-complete')).status).toBe(410);
    });
    expect((await (await signIn(nod, person)).succeed('status')).status).toBe('active');
  });
});

describe('an account that is disabled between approval and completion', () => {
  it('lets nobody in: 403, and no session cookie', async () => {
    const { username, waiting } = await approvedSignIns(1);
    const [browser = new Browser(nod)] = waiting;
    const row = (await nod.rows()).Users.find((item) => item.sk === 'user' && item.username === username);
    await nod.db.write({
      Put: { TableName: nod.db.tableName('Users'), Item: { ...row, disabled: true } },
    });
    await unchanged(nod, async () => {
      const reply = await browser.call('login-complete', { headers: { 'idempotency-key': 'k' } });
      expect([reply.status, reply.problem.code]).toEqual([403, 'user_disabled']);
    });
    expect(browser.cookies.has('__Host-session')).toBe(false);
  });
});
