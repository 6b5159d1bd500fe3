/**
 * Turns in the Sessions table (DESIGN.md §3): when what waits for a user's phones is looked through, `pk = <list>#<bucket>, sk =
 * <milliseconds>#<userId>`, to the minute or less. So a user has at most one turn in that time, however much waits for them,
 * and nobody's dead phones come before anybody else's turn more than once.
 */
import type { Database, Key, PutWrite, Write } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import type { UserId } from '../ids.ts';
import { sortable, ttlAt } from '../seconds.ts';

const MINUTE_MS = 60_000;

/** How many lists of turns there are, so that no key is hot. */
const COUNT = 8;

export const BUCKETS: readonly number[] = Array.from({ length: COUNT }, (_, bucket) => bucket);

/** When what waits for a user is looked through next. */
export type Turn = { userId: UserId; at: Date };

/** @param list what waits for its turn there, such as `news-due` */
export function turnStore(db: Database, list: string) {
  const table = () => db.tableName('Sessions');
  const listOf = (bucket: number): string => `${list}#${bucket}`;
  const turnKey = ({ userId, at }: Turn): Key => ({
    pk: listOf(bucketOf(userId)),
    sk: `${sortable(at)}#${userId}`,
  });

  const turnIn = (turn: Turn): PutWrite => ({
    Put: { TableName: table(), Item: { ...turnKey(turn), expiresAt: ttlAt(turn.at) } },
  });

  return {
    turn: turnIn,

    /** The turns of a bucket that have come by now, the ones that wait longest first. */
    async turns(bucket: number, now: Date, most: number): Promise<Turn[]> {
      const { items } = await db.query({
        TableName: table(),
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND sk < :end',
        ExpressionAttributeValues: { ':pk': listOf(bucket), ':end': `${sortable(now)}#~` },
        Limit: most,
      });
      return items.map(({ sk }) => {
        const [at, userId] = String(sk).split('#');
        return { at: new Date(Number(at)), userId: userId as UserId };
      });
    },

    /**
     * Takes turns of one user, together with the `writes` that go with it, and lists the next one, if there is to be one,
     * before anything is sent: so nothing is lost with a run that is interrupted.
     * @returns whether they are this run's: not where another one has one of them, or one of the `writes` is refused; then the
     * others come again
     */
    async take(come: readonly Turn[], next: Turn | undefined, ...writes: Write[]): Promise<boolean> {
      const taken = come.map((turn) => ({
        Delete: {
          TableName: table(),
          Key: turnKey(turn),
          ConditionExpression: 'attribute_exists(pk)',
        },
      }));
      try {
        await db.write(...taken, ...(next === undefined ? [] : [turnIn(next)]), ...writes);
        return true;
      } catch (error) {
        if (error instanceof ConditionFailed) return false;
        throw error;
      }
    },
  };
}

export type TurnStore = ReturnType<typeof turnStore>;

/** The first turn at which something is due: never before it is. */
export const turnOf = (userId: UserId, dueAt: Date, everyMs = MINUTE_MS): Turn => ({
  userId,
  at: new Date(Math.ceil(dueAt.getTime() / everyMs) * everyMs),
});

/** By the first of the id's characters, each of which is as likely as any other. */
const bucketOf = (userId: UserId): number => userId.charCodeAt('usr_'.length) % COUNT;
