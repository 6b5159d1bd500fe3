/**
 * Seats: so many sign-ins of unknown browsers may wait for one user from one address (DESIGN.md §6.6), each in a row of
 * its own, `pk = userId, sk = seat#<block>#<place>`. A seat is taken in the transaction that starts the sign-in and left
 * in the one that answers it; who neither answers nor waits any more has left it by the time in its row. So the number
 * of seats is exact, however many start at once.
 */
import { randomInt } from 'node:crypto';
import type { Database, Key, Write } from '../database.ts';
import { env } from '../env.ts';
import type { SessionId, UserId } from '../ids.ts';
import { seatBlocks } from '../limits/limits.ts';
import { toSeconds, ttlAt } from '../seconds.ts';
import type { Session } from './session.ts';

const SEAT = 'seat#';

export function seatStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (userId: UserId, seat: string): Key => ({ pk: userId, sk: SEAT + seat });

  async function freeIn(userId: UserId, block: string, most: number, now: Date): Promise<string | undefined> {
    const rows = await db.queryAll({
      TableName: table(),
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :block)',
      ExpressionAttributeValues: { ':pk': userId, ':block': `${SEAT}${block}#` },
    });
    const taken = new Set(
      rows.filter(({ endsAt }) => (endsAt as number) > toSeconds(now)).map(({ sk }) => sk),
    );
    // From any of them on, so that of those who look at the same moment not all want the same; and not by a list of all
    // places, of which a raised limit has millions.
    const first = randomInt(most);
    for (let step = 0; step < most && step <= taken.size; step++) {
      const seat = `${block}#${(first + step) % most}`;
      if (!taken.has(SEAT + seat)) return seat;
    }
    return undefined;
  }

  return {
    /** A free seat in each block that the address is of; `undefined` if there is none in one of them. */
    async free(userId: UserId, ip: string, now: Date): Promise<string[] | undefined> {
      const seats = await Promise.all(
        seatBlocks(ip).map(({ name, most }) => freeIn(userId, name, Math.ceil(most * env.limitsScale), now)),
      );
      const found = seats.filter((seat) => seat !== undefined);
      return found.length === seats.length ? found : undefined;
    },

    /** As many that are nobody's else: who gets none writes the same. */
    none: (id: SessionId, ip: string): string[] =>
      seatBlocks(ip).map((_, place) => ['none', id, place].join('#')),

    /** Takes the seats of a session; refused if one was taken meanwhile. */
    take: ({ userId, seats = [], startedAt, endsAt }: Session): Write[] =>
      seats.map((seat) => ({
        Put: {
          TableName: table(),
          Item: { ...keyOf(userId, seat), endsAt: toSeconds(endsAt), expiresAt: ttlAt(endsAt) },
          ConditionExpression: 'attribute_not_exists(pk) OR endsAt <= :now',
          ExpressionAttributeValues: { ':now': toSeconds(startedAt) },
        },
      })),

    leave: ({ userId, seats = [] }: Session): Write[] =>
      seats.map((seat) => ({ Delete: { TableName: table(), Key: keyOf(userId, seat) } })),
  };
}
