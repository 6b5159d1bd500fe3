/** Strangers who ask to sign in by somebody else's name, in great numbers (DESIGN.md §6.6). */
import { describe, expect, it, vi } from 'vitest';
import { loginStart } from '../../functions/login-start.ts';
import type { UserId } from '../../shared/ids.ts';
import { MOST_PENDING_UNKNOWN } from '../../shared/limits/limits.ts';
import { secondsAfter } from '../../shared/seconds.ts';
import { PENDING_SECONDS } from '../../shared/sessions/session.ts';
import { userStore } from '../../shared/users/user-store.ts';
import { startFrom } from '../support/addresses.ts';
import { Browser } from '../support/browser.ts';
import { nod as startNod } from '../support/nod.ts';
import { pendingFlood } from '../support/pending-flood.ts';
import { newPerson } from '../support/people.ts';

describe('where as many unknown browsers wait for one name as may', () => {
  const nod = startNod();

  async function crowded(count: number) {
    const person = await newPerson(nod);
    const userId = (await userStore(nod.db).idByName(person.username)) as UserId;
    await pendingFlood(nod.db, userId, count);
    const start = (browser = new Browser(nod)) =>
      browser.call('login-start', { body: { username: person.username } });
    const find = (number: string) => person.phone.call('approval-find', { body: { number } });
    const listed = async (list: string) =>
      (await nod.rows()).Sessions.filter(({ pk, sk }) => pk === userId && String(sk).startsWith(`${list}#`))
        .length;
    return { ...person, userId, start, find, listed };
  }

  it('the next one gets an answer like any other, and nobody can approve it', async () => {
    const { start, find, listed } = await crowded(MOST_PENDING_UNKNOWN - 1);
    const last = await start();
    expect((await find(last.body.number)).status).toBe(200);
    expect(await listed('pending-unknown')).toBe(MOST_PENDING_UNKNOWN);

    const browser = new Browser(nod);
    const more = await start(browser);
    expect(Object.keys(more.body)).toEqual(Object.keys(last.body));
    expect([more.status, more.body.number.length]).toEqual([last.status, last.body.number.length]);
    expect((await browser.succeed('status')).status).toBe('pending');
    expect((await find(more.body.number)).problem.code).toBe('number_crowded_out');
    expect([await listed('pending-unknown'), await listed('decoy')]).toEqual([MOST_PENDING_UNKNOWN, 1]);
    // The first test starts every function, on a machine that may be busy.
  }, 90_000);

  it('a known browser is let in as ever', async () => {
    const { browser, phone, start, find } = await crowded(MOST_PENDING_UNKNOWN + 5);
    const { body } = await start(browser);
    expect((await find(body.number)).body.approval.known).toBe(true);
    expect((await phone.succeed('approvals')).items).toHaveLength(1);
    await phone.approve(body.number);
    await browser.succeed('login-complete');
    expect((await browser.succeed('status')).status).toBe('active');
  });

  it('there is room again once one of them is answered, or all are over', async () => {
    const { start, find, userId, username, phone } = await crowded(MOST_PENDING_UNKNOWN - 1);
    const { sessionId } = (await start()).body;
    expect((await find((await start()).body.number)).status).toBe(404);
    await phone.succeed('approval-answer', { params: { sessionId }, body: { decision: 'deny' } });
    expect((await find((await start()).body.number)).status).toBe(200);

    vi.stubEnv('DECOY_SECRET', 'a secret');
    const startAt = async (now: Date) => {
      const viewer = { ip: '192.0.2.1', place: null, userAgent: '' };
      const { body } = await loginStart(nod.db).handle({
        body: { username },
        cookies: {},
        viewer,
        now,
      } as never);
      const key = { pk: userId, sk: `session#${body?.sessionId}` };
      return nod.db.get({ TableName: nod.db.tableName('Sessions'), Key: key });
    };
    expect(await startAt(new Date())).toMatchObject({ decoy: true });
    expect(await startAt(secondsAfter(new Date(), PENDING_SECONDS))).toMatchObject({ decoy: false });
    vi.unstubAllEnvs();
  });
});

describe('a flood from fifty addresses', () => {
  const limited = startNod({ variables: { NOD_LIMITS_SCALE: '0.005' } });

  it('stops those addresses and says when to try again, and never a browser that the account knows', async () => {
    const person = await newPerson(limited);
    const addresses = Array.from({ length: 50 }, (_, at) => `127.0.1.${at + 1}`);
    // Two from each are within the limit, as it is scaled here; on a busy machine the store may be away for others.
    const flood = async (address: string) => {
      const replies = [];
      while (replies.at(-1)?.status !== 429) replies.push(await startFrom(limited, address, person.username));
      return replies;
    };
    const flooded: Awaited<ReturnType<typeof flood>>[] = [];
    for (let at = 0; at < addresses.length; at += 4) {
      flooded.push(...(await Promise.all(addresses.slice(at, at + 4).map(flood))));
    }
    for (const replies of flooded) {
      expect(replies.filter(({ status }) => status === 202).length).toBeLessThanOrEqual(2);
      const refused = replies.at(-1);
      expect(refused?.body.code).toBe('too_many');
      expect(refused?.retryAfter).toBeGreaterThan(0);
      expect(refused?.retryAfter).toBeLessThanOrEqual(600);
    }

    // From an address of the flood, even.
    const cookie = person.browser.cookieHeader();
    const known = await startFrom(limited, '127.0.1.1', person.username, cookie);
    expect(known.status).toBe(202);
    expect(await person.phone.approve(known.body.number)).toEqual({ status: 'approved' });
    expect((await startFrom(limited, '127.0.2.1', 'somebody_else')).status).toBe(202);
  }, 120_000);
});
