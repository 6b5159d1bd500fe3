import { describe, expect, it } from 'vitest';
import { newSessionId, type SessionId } from '../../../shared/ids.ts';
import { ringStore } from '../../../shared/push/ring-store.ts';
import { type Ring, withRing } from '../../../shared/push/rings.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { tables } from '../../support/tables.ts';

// Rows of a moment that is past are swept under the test.
const now = new Date('2036-11-24T12:00:00Z');
const LIMIT = { name: 'ring', most: 5, perSeconds: 600 };
const rung = (secondsAgo: number, id: string = newSessionId()): Ring => ({
  id,
  at: secondsAfter(now, -secondsAgo),
});

describe('one more ring', () => {
  const id: SessionId = newSessionId();

  it('counts, and those that are too long ago count no more', () => {
    const rings = [rung(700), rung(600), rung(599), rung(0)];
    expect(withRing(rings, id, LIMIT, now)).toEqual([...rings.slice(2), { id, at: now }]);
  });

  it('is none after five in any ten minutes', () => {
    const rings = [599, 400, 300, 200, 0].map((seconds) => rung(seconds));
    expect(withRing(rings, id, LIMIT, now)).toBeUndefined();
    expect(withRing(rings, id, LIMIT, secondsAfter(now, 1))).toHaveLength(5);
  });

  it('is none for the same sign-in', () => {
    expect(withRing([rung(3, id)], id, LIMIT, now)).toBeUndefined();
  });
});

describe('the rings of a user', () => {
  const { db } = tables();
  const rings = ringStore(db);

  it('are five in ten minutes, also when all come at once', async () => {
    const ids = Array.from({ length: 12 }, () => newSessionId());
    const taken = await Promise.all(ids.map((id) => rings.take(LIMIT, 'usr_susan', id, now)));
    expect(taken.filter(Boolean)).toHaveLength(5);
    expect(await rings.take(LIMIT, 'usr_susan', newSessionId(), secondsAfter(now, 599))).toBe(false);
    expect(await rings.take(LIMIT, 'usr_susan', newSessionId(), secondsAfter(now, 600))).toBe(true);
    expect(await rings.take(LIMIT, 'usr_miguel', newSessionId(), now)).toBe(true);
  });

  it('count with what goes with them, or not at all', async () => {
    const Put = { TableName: db.tableName('Sessions'), Item: { pk: 'usr_zoe', sk: 'beside' } };
    const refused = {
      ...Put,
      Item: { pk: 'usr_zoe', sk: 'not there' },
      ConditionExpression: 'attribute_exists(pk)',
    };
    expect(await rings.take(LIMIT, 'usr_zoe', 'one', now, { Put })).toBe(true);
    expect(await db.get({ TableName: Put.TableName, Key: Put.Item })).toBeDefined();
    await expect(rings.take(LIMIT, 'usr_zoe', 'two', now, { Put: refused })).rejects.toThrow('refused');
    expect(await rings.take(LIMIT, 'usr_zoe', 'two', now)).toBe(true);
    expect(await rings.take(LIMIT, 'usr_zoe', 'two', now)).toBe(false);
  });

  it('count against several limits, or against none of them', async () => {
    const [one, other] = [LIMIT, { ...LIMIT, name: 'ring-by', most: 2 }].map((limit) => ({
      limit,
      whom: 'usr_eva',
    }));
    const both = [one, other] as { limit: typeof LIMIT; whom: string }[];
    const taken = await Promise.all(['a', 'b', 'c', 'd'].map((id) => rings.takeOfAll(both, id, now)));
    expect(taken.filter(Boolean)).toHaveLength(2);
    expect(await rings.hasRoom(both, 'e', now)).toBe(false);
    const left = await Promise.all(['f', 'g', 'h', 'i'].map((id) => rings.take(LIMIT, 'usr_eva', id, now)));
    expect(left.filter(Boolean), 'what was refused has not counted').toHaveLength(3);
    expect(await rings.hasRoom(both, 'e', secondsAfter(now, 600))).toBe(true);
  });

  it('are one for a sign-in', async () => {
    const id = newSessionId();
    const taken = await Promise.all(Array.from({ length: 6 }, () => rings.take(LIMIT, 'usr_ana', id, now)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});
