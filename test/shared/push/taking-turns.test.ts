import { describe, expect, it } from 'vitest';
import { newUserId, type UserId } from '../../../shared/ids.ts';
import { takingTurns } from '../../../shared/push/taking-turns.ts';
import { type Turn, turnStore } from '../../../shared/push/turn-store.ts';
import { secondsAfter } from '../../../shared/seconds.ts';
import { tables } from '../../support/tables.ts';

// Rows of a moment that is past are swept under the test.
const now = new Date('2036-11-24T12:00:37Z');

const { db } = tables();

/** Takes what has come, and says of whom it was and how many at once. */
async function taken(list: string, ...listed: Turn[]): Promise<[UserId, number][]> {
  const turns = turnStore(db, list);
  for (const turn of listed) await db.put(turns.turn(turn));
  const calls: [UserId, number][] = [];
  await takingTurns('alerts', turns, now, async (userId, come) => {
    expect(await turns.take(come, undefined)).toBe(true);
    calls.push([userId, come.length]);
  });
  return calls;
}

describe('turns that have come', () => {
  it('are one for each user, and those of one user never go side by side', async () => {
    const [susan, tom] = [newUserId(), newUserId()];
    const turn = (userId: UserId, secondsAgo: number): Turn => ({
      userId,
      at: secondsAfter(now, -secondsAgo),
    });
    const listed = [60, 50, 40, 30, 20, 10, -10].map((secondsAgo) => turn(susan, secondsAgo));
    const calls = await taken('alerts-due', ...listed, turn(tom, 20));
    expect(new Map(calls)).toEqual(
      new Map([
        [susan, 6],
        [tom, 1],
      ]),
    );
    expect(calls).toHaveLength(2);
  });
});
