/** Of two that race, exactly one wins and the other gets 409 (DESIGN.md §2). */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Browser } from './support/browser.ts';
import { nod as startNod } from './support/nod.ts';
import { newPerson, newUsername } from './support/people.ts';

// Whoever asks again counts again; how many may is not the matter here.
const nod = startNod({ variables: { NOD_LIMITS_SCALE: '1000' } });

const statuses = (replies: { status: number }[]) => replies.map(({ status }) => status).sort();
const times = (n: number) => Array.from({ length: n }, (_, at) => at);

/** As callers with a key do: a store that is too busy is a 503, and they ask again and lose nothing. */
async function patiently<R extends { status: number }>(call: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    const reply = await call();
    if (reply.status !== 503 || attempt === 10) return reply;
    await sleep(1000 * (1 + Math.random()));
  }
}

describe('races', () => {
  it('lets one of 20 parallel completions through', async () => {
    const { username, phone } = await newPerson(nod);
    const browser = new Browser(nod);
    const { number, sessionId } = await browser.succeed('login-start', { body: { username } });
    await phone.approve(number);
    const rivals = times(20).map(() => browser.copy());
    const replies = await Promise.all(
      rivals.map((rival, at) =>
        patiently(() => rival.call('login-complete', { headers: { 'idempotency-key': `key-${at}` } })),
      ),
    );
    expect(statuses(replies)).toEqual([200, ...times(19).map(() => 409)]);
    const rows = (await nod.rows()).Sessions.filter(({ sk }) => sk === `session#${sessionId}`);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ status: 'active' });
    const usable = await Promise.all(rivals.map((rival) => rival.succeed('status')));
    expect(usable.filter(({ status }) => status === 'active')).toHaveLength(1);
  });

  it('leaves one usable session when 20 completions carry one key', async () => {
    const { username, phone } = await newPerson(nod);
    const browser = new Browser(nod);
    const { number } = await browser.succeed('login-start', { body: { username } });
    await phone.approve(number);
    const rivals = times(20).map(() => browser.copy());
    const replies = await Promise.all(
      rivals.map((rival) =>
        patiently(() => rival.call('login-complete', { headers: { 'idempotency-key': 'one' } })),
      ),
    );
    expect(new Set(statuses(replies))).toEqual(new Set([200, 409]));
    const states = await Promise.all(rivals.map((rival) => rival.succeed('status')));
    expect(states.filter(({ status }) => status === 'active')).toHaveLength(1);
  });

  it('decides approve against deny once', async () => {
    const { username, phone } = await newPerson(nod);
    for (const _ of times(5)) {
      const browser = new Browser(nod);
      const { number, sessionId } = await browser.succeed('login-start', { body: { username } });
      const { publicKey } = await phone.succeed('approval-find', { body: { number } });
      const params = { sessionId };
      const assertion = phone.authenticator.get(publicKey);
      const replies = await Promise.all([
        phone.call('approval-answer', { params, body: { decision: 'approve', lifetime: '24h', assertion } }),
        phone.call('approval-answer', { params, body: { decision: 'deny' } }),
      ]);
      expect(statuses(replies)).toEqual([200, 409]);
      const won = replies.find(({ status }) => status === 200)?.body.status;
      expect(await browser.succeed('status')).toMatchObject({ status: won });
    }
  });

  it('decides cancel against approve once', async () => {
    const { username, phone } = await newPerson(nod);
    for (const _ of times(5)) {
      const browser = new Browser(nod);
      const { number, sessionId } = await browser.succeed('login-start', { body: { username } });
      const { publicKey } = await phone.succeed('approval-find', { body: { number } });
      const assertion = phone.authenticator.get(publicKey);
      const [approved, cancelled] = await Promise.all([
        phone.call('approval-answer', {
          params: { sessionId },
          body: { decision: 'approve', lifetime: '24h', assertion },
        }),
        browser.copy().call('login-cancel'),
      ]);
      expect([approved.status === 200, cancelled.status === 200].sort()).toEqual([false, true]);
      expect(await browser.succeed('status')).toMatchObject({
        status: approved.status === 200 ? 'approved' : 'cancelled',
      });
    }
  });

  it('gives a name that 50 browsers want, in mixed case, to one', async () => {
    const name = newUsername();
    const replies = await Promise.all(
      times(50).map((at) => {
        const browser = new Browser(nod);
        const body = { username: at % 2 === 0 ? name.toUpperCase() : name };
        return patiently(() =>
          browser.call('register', { body, headers: { 'idempotency-key': `key-${at}` } }),
        );
      }),
    );
    expect(statuses(replies)).toEqual([201, ...times(49).map(() => 409)]);
    const rows = await nod.rows();
    expect(rows.Sessions.filter(({ pk }) => pk === `name#${name}`)).toHaveLength(1);
    expect(
      rows.Sessions.filter(({ username, sk }) => username === name && String(sk).startsWith('session#')),
    ).toHaveLength(1);
  });

  it('ends a session once', async () => {
    const { browser, phone } = await newPerson(nod);
    const { items } = await phone.succeed('sessions');
    const params = { sessionId: items[0]?.id ?? '' };
    const replies = await Promise.all(times(5).map(() => phone.call('session-end', { params })));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of replies) expect([200, 409, 410]).toContain(status);
    expect(await browser.succeed('status')).toMatchObject({ status: 'closed', reason: 'phone' });
  });
});
