/**
 * Rings in the Sessions table (DESIGN.md §3): those that count against a limit, in one row, `pk = rate#<limit>#<whom>,
 * sk = rings`; and those that are to be tried once more, `pk = userId, sk = ring-again#<session id>`.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import { env } from '../env.ts';
import { ConditionFailed } from '../errors.ts';
import type { SessionId } from '../ids.ts';
import type { Limit } from '../limits/limits.ts';
import { fromSeconds, toSeconds, ttlAt } from '../seconds.ts';
import type { Session } from '../sessions/session.ts';
import type { ToldPhone } from './news.ts';
import { type Ring, withRing } from './rings.ts';

const AGAIN = 'ring-again#';

/** What counts against a limit of somebody's. */
export type Counted = { limit: Limit; whom: string };

/** Which sign-in is to ring once more, if the row says so. */
export const rungAgainIn = ({ sk }: Key): SessionId | undefined =>
  sk.startsWith(AGAIN) ? (sk.slice(AGAIN.length) as SessionId) : undefined;

export function ringStore(db: Database) {
  const row = ({ limit, whom }: Counted) => ({
    TableName: db.tableName('Sessions'),
    Key: { pk: `rate#${limit.name}#${whom}`, sk: 'rings' },
  });

  /** A row that counts, and with one more for this id; `next` is `undefined` where there is none. */
  async function counting(counted: Counted, id: string, now: Date) {
    const item = await db.get(row(counted));
    const { most, perSeconds } = counted.limit;
    return { item, next: withRing(ringsOf(item), id, { most: most * env.limitsScale, perSeconds }, now) };
  }

  async function takeOfAll(
    all: readonly Counted[],
    id: string,
    now: Date,
    ...writes: Write[]
  ): Promise<boolean> {
    for (;;) {
      const counts = await Promise.all(
        all.map(async (counted) => {
          const { item, next } = await counting(counted, id, now);
          return next && count(counted, item, next, now);
        }),
      );
      if (!counts.every((write) => write !== undefined)) return false;
      try {
        await db.write(...counts, ...writes);
        return true;
      } catch (error) {
        // Another one rang at the same moment: it counts as well.
        if (!(error instanceof ConditionFailed && error.failed.slice(0, all.length).includes(true)))
          throw error;
      }
    }
  }

  const count = (counted: Counted, item: Item | undefined, next: Ring[], now: Date): Write => ({
    Update: {
      ...row(counted),
      UpdateExpression: 'SET rings = :next, expiresAt = :expiresAt',
      ConditionExpression: item === undefined ? 'attribute_not_exists(pk)' : 'rings = :seen',
      ExpressionAttributeValues: {
        ':next': next.map(({ id, at }) => ({ id, at: toSeconds(at) })),
        ':expiresAt': ttlAt(now),
        ...(item === undefined ? {} : { ':seen': item.rings }),
      },
    },
  });

  return {
    /**
     * Whether the phones are to ring for this id; if so that counts, together with the `writes` that go with it, and no
     * second call says so again. @throws {ConditionFailed} if one of the `writes` was refused
     */
    take: (limit: Limit, whom: string, id: string, now: Date, ...writes: Write[]): Promise<boolean> =>
      takeOfAll([{ limit, whom }], id, now, ...writes),

    /** The same where it counts against several limits: against all of them, or none. */
    takeOfAll,

    /** Whether {@link takeOfAll} would say so, as it looks now. */
    async hasRoom(all: readonly Counted[], id: string, now: Date): Promise<boolean> {
      const counts = await Promise.all(all.map((counted) => counting(counted, id, now)));
      return counts.every(({ next }) => next !== undefined);
    },

    /** Has these phones rung once more: the function that follows the table is called for the row. */
    again: ({ userId, id, endsAt }: Session, phones: readonly ToldPhone[]): Write => ({
      Put: {
        TableName: db.tableName('Sessions'),
        Item: {
          pk: userId,
          sk: AGAIN + id,
          credentialIds: phones.map(({ credentialId }) => credentialId),
          notifies: true,
          expiresAt: ttlAt(endsAt),
        },
      },
    }),

    /** The phones that are to ring once more, by the ids of their credentials; whoever comes second finds none. */
    async takeAgain(key: Key): Promise<string[]> {
      try {
        const item = await db.take({
          TableName: db.tableName('Sessions'),
          Key: key,
          ConditionExpression: 'attribute_exists(credentialIds)',
        });
        return item.credentialIds as string[];
      } catch (error) {
        if (error instanceof ConditionFailed) return [];
        throw error;
      }
    },
  };
}

function ringsOf(item: Item | undefined): Ring[] {
  const rings = (item?.rings ?? []) as { id: string; at: number }[];
  return rings.map(({ id, at }) => ({ id, at: fromSeconds(at) }));
}
