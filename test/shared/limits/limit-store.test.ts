import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { limitStore } from '../../../shared/limits/limit-store.ts';
import type { Limit } from '../../../shared/limits/limits.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { tables } from '../../support/tables.ts';

const { db, rows } = tables();
const limits = limitStore(db);

const T0 = new Date('2036-11-22T10:00:00.000Z');
const at = (seconds: number) => secondsAfter(T0, seconds);

const newLimit = (most = 5): Limit => ({ name: `test-${randomUUID()}`, most, perSeconds: 600 });

/** Counts so many at once, and returns how many came through. */
async function burst(limit: Limit, count: number, ip: string, now: Date): Promise<number> {
  const counted = await Promise.allSettled(Array.from({ length: count }, () => limits.count(limit, ip, now)));
  for (const one of counted) {
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'too_many' });
  }
  return counted.filter((one) => one.status === 'fulfilled').length;
}

describe('a limit', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it('lets through as many as it says, however many come at once', async () => {
    const limit = newLimit(20);
    expect(await burst(limit, 40, '192.0.2.7', at(1))).toBe(20);
    expect(await burst(limit, 5, '192.0.2.7', at(599.999))).toBe(0);
  });

  it('lets through no more in any window, wherever it begins', async () => {
    const limit = newLimit();
    expect(await burst(limit, 6, '192.0.2.7', at(599))).toBe(5);
    expect(await burst(limit, 6, '192.0.2.7', at(600))).toBe(0);
    expect(await burst(limit, 6, '192.0.2.7', at(1198.999))).toBe(0);
    expect(await burst(limit, 6, '192.0.2.7', at(1199))).toBe(5);
  });

  it('counts what comes out of order, and at once, as exactly', async () => {
    const limit = newLimit(100);
    const times = Array.from({ length: 150 }, (_, index) => at(((index * 37) % 150) / 10));
    const came = await Promise.allSettled(times.map((time) => limits.count(limit, '192.0.2.7', time)));
    expect(came.filter(({ status }) => status === 'fulfilled')).toHaveLength(100);
  });

  it('makes room as what was counted leaves, a tenth of the window later at most', async () => {
    const limit = newLimit(4);
    for (const seconds of [0, 30, 90, 300]) await limits.count(limit, '192.0.2.7', at(seconds));
    await expect(limits.count(limit, '192.0.2.7', at(400))).rejects.toMatchObject({
      details: { retryAfter: 230 },
    });
    expect(await burst(limit, 3, '192.0.2.7', at(629.999))).toBe(0);
    expect(await burst(limit, 3, '192.0.2.7', at(630))).toBe(2);
    expect(await burst(limit, 3, '192.0.2.7', at(689.999))).toBe(0);
    expect(await burst(limit, 3, '192.0.2.7', at(690))).toBe(1);
  });

  it.each([
    [0, 600],
    [599, 1],
    [599.999, 1],
  ])('at %d s says to come back after %i s', async (seconds, retryAfter) => {
    const limit = newLimit(1);
    await limits.count(limit, '192.0.2.7', T0);
    await expect(limits.count(limit, '192.0.2.7', at(seconds))).rejects.toMatchObject({
      code: 'too_many',
      details: { retryAfter },
    });
  });

  it('counts addresses and limits apart, and one subscriber’s IPv6 addresses together', async () => {
    const [limit, other] = [newLimit(1), newLimit(1)];
    expect(await burst(limit, 2, '192.0.2.7', T0)).toBe(1);
    expect(await burst(limit, 2, '192.0.2.8', T0)).toBe(1);
    expect(await burst(other, 2, '192.0.2.7', T0)).toBe(1);
    expect(await burst(limit, 2, '2001:db8:1:2:3:4:5:6', T0)).toBe(1);
    expect(await burst(limit, 2, '2001:db8:1:2:ffff::1', T0)).toBe(0);
    expect(await burst(limit, 2, '2001:db8:1:3::1', T0)).toBe(1);
  });

  it.each([
    ['3', 15],
    ['0.4', 2],
    ['', 5],
  ])('scaled by "%s" lets through %i', async (scale, passed) => {
    vi.stubEnv('NOD_LIMITS_SCALE', scale);
    expect(await burst(newLimit(5), 20, '192.0.2.7', T0)).toBe(passed);
  });

  it('keeps one row for all windows, until a day after the last', async () => {
    const limit = newLimit();
    for (const seconds of [1, 2, 700]) await limits.count(limit, '192.0.2.7', at(seconds));
    const kept = (await rows()).Sessions.filter(({ pk }) => String(pk).includes(limit.name));
    expect(kept).toMatchObject([{ total: 1, expiresAt: at(1300 + 24 * 60 * 60).getTime() / 1000 }]);
  });
});
