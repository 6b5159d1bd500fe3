/**
 * Challenges in DynamoDB (DESIGN.md §3), in the Sessions table: `pk = userId, sk = challenge#<value>`, and where the user
 * is not known yet, `pk = sk = challenge#<value>`.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import { ConditionFailed, NodError } from '../errors.ts';
import type { UserId } from '../ids.ts';
import { fromSeconds, toSeconds, ttlAt } from '../seconds.ts';
import type { Challenge, OpenChallenge } from './challenge.ts';

const CHALLENGE = 'challenge#';

export function challengeStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (userId: UserId | undefined, value: string): Key => ({
    pk: userId ?? CHALLENGE + value,
    sk: CHALLENGE + value,
  });

  async function take(key: Key | undefined, now: Date): Promise<Item> {
    try {
      if (key === undefined) throw new ConditionFailed([true]);
      return await db.take({
        TableName: table(),
        Key: key,
        ConditionExpression: 'endsAt > :now',
        ExpressionAttributeValues: { ':now': toSeconds(now) },
      });
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
      throw new NodError('challenge_used', 'This confirmation was used or took too long. Try once more.');
    }
  }

  return {
    issue(challenge: Challenge | OpenChallenge): Write {
      const { value, endsAt, userId, ...asked } = { userId: undefined, ...challenge };
      return {
        Put: {
          TableName: table(),
          Item: {
            ...keyOf(userId, value),
            ...asked,
            endsAt: toSeconds(endsAt),
            expiresAt: ttlAt(endsAt),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
    },

    /**
     * Spends a user's challenge, before anything signed over it is looked at: whoever comes second finds nothing.
     * @throws {NodError} `challenge_used` if there is none, or none any more
     */
    async spend(userId: UserId, value: string | undefined, now: Date): Promise<Challenge> {
      const item = await take(value === undefined ? undefined : keyOf(userId, value), now);
      return { ...fromItem(item), userId } as Challenge;
    },

    /** Spends a challenge that was asked of anybody. @throws {NodError} `challenge_used` */
    async spendOpen(value: string | undefined, now: Date): Promise<OpenChallenge> {
      return fromItem(
        await take(value === undefined ? undefined : keyOf(undefined, value), now),
      ) as OpenChallenge;
    },
  };
}

function fromItem({ pk: _, sk, endsAt, expiresAt: __, ...challenge }: Item) {
  return {
    ...challenge,
    value: String(sk).slice(CHALLENGE.length),
    endsAt: fromSeconds(endsAt as number),
  };
}
