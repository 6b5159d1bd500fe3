import { expect, it, vi } from 'vitest';
import { newUserId } from '../../../shared/ids.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { seatStore } from '../../../shared/sessions/seat-store.ts';
import { deny, PENDING_SECONDS } from '../../../shared/sessions/session.ts';
import { sessionStore } from '../../../shared/sessions/session-store.ts';
import { pending } from '../../support/sessions.ts';
import { tables } from '../../support/tables.ts';

const { db } = tables();
const [seats, sessions] = [seatStore(db), sessionStore(db)];
const T0 = new Date('2036-11-22T10:00:00.000Z');
const at = (seconds: number) => secondsAfter(T0, seconds);

/** Starts sign-ins from an address for as long as there is a seat. */
async function filled(userId = newUserId(), ip = '192.0.2.7', now = T0) {
  const seated = [];
  for (;;) {
    const free = await seats.free(userId, ip, now);
    if (free === undefined) return { userId, ip, seated };
    const session = pending(now, { userId, known: false, seats: free });
    await db.write(...sessions.start(session));
    seated.push(session);
  }
}

it('has so many seats for an address, and for each name and address its own', async () => {
  const { userId, seated } = await filled();
  expect(seated).toHaveLength(10);
  expect(await seats.free(userId, '192.0.2.8', T0)).toHaveLength(1);
  expect(await seats.free(newUserId(), '192.0.2.7', T0)).toHaveLength(1);
});

it('has room again where one is answered, or all are over', async () => {
  const { userId, ip, seated } = await filled();
  const [first] = seated;
  if (first !== undefined) await db.write(...sessions.answer(deny(first, false, at(1)), at(1)));
  expect(await seats.free(userId, ip, at(1))).toEqual(first?.seats);
  expect((await filled(userId, ip, at(PENDING_SECONDS))).seated).toHaveLength(10);
});

it('gives no seat to two', async () => {
  const userId = newUserId();
  const [free] = [await seats.free(userId, '192.0.2.7', T0)];
  const both = [pending(T0, { userId, seats: free ?? [] }), pending(T0, { userId, seats: free ?? [] })];
  const outcomes = await Promise.allSettled(both.map((session) => db.write(...sessions.start(session))));
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('counts an IPv6 address with its subscriber, and with its site', async () => {
  const { userId, seated } = await filled(newUserId(), '2001:db8:1:1::1');
  expect(seated).toHaveLength(10);
  for (const [ip, more] of [
    ['2001:db8:1:2::1', 10],
    ['2001:db8:1:3::1', 10],
    ['2001:db8:1:4::1', 10],
  ] as const) {
    expect((await filled(userId, ip)).seated).toHaveLength(more);
  }
  expect(await seats.free(userId, '2001:db8:1:5::1', T0)).toBeUndefined();
  expect(await seats.free(userId, '2001:db8:2:5::1', T0)).toHaveLength(2);
});

it('is scaled with the limits, and never to none', async () => {
  vi.stubEnv('NOD_LIMITS_SCALE', '0.01');
  expect((await filled()).seated).toHaveLength(1);
  vi.unstubAllEnvs();
});
