/** Challenges in DynamoDB (design §3): `pk = userId, sk = challenge#<value>` in the Sessions table. */
import type { Database, Item, Write } from '../database.ts';
import { ConditionFailed, NodError } from '../errors.ts';
import type { UserId } from '../ids.ts';
import { fromSeconds, sweepTime, toSeconds } from '../seconds.ts';
import type { Challenge } from './challenge.ts';

const CHALLENGE = 'challenge#';

export function challengeStore(db: Database) {
  const table = () => db.tableName('Sessions');
  const keyOf = (userId: UserId, value: string) => ({ pk: userId, sk: CHALLENGE + value });

  return {
    issue({ value, userId, endsAt, ...challenge }: Challenge): Write {
      return {
        Put: {
          TableName: table(),
          Item: {
            ...keyOf(userId, value),
            ...challenge,
            endsAt: toSeconds(endsAt),
            expiresAt: sweepTime(endsAt),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
    },

    /**
     * Spends a challenge, before anything signed over it is looked at: whoever comes second finds nothing.
     * @throws {NodError} `challenge_spent` if there is none, or none any more
     */
    async spend(userId: UserId, value: string | undefined, now: Date): Promise<Challenge> {
      try {
        if (value === undefined) throw new ConditionFailed([true]);
        return fromItem(
          await db.take({
            TableName: table(),
            Key: keyOf(userId, value),
            ConditionExpression: 'endsAt > :now',
            ExpressionAttributeValues: { ':now': toSeconds(now) },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
        throw new NodError('challenge_spent', 'This confirmation was used or took too long. Try once more.');
      }
    },
  };
}

function fromItem({ pk, sk, endsAt, expiresAt: _, ...challenge }: Item): Challenge {
  return {
    ...challenge,
    userId: pk,
    value: String(sk).slice(CHALLENGE.length),
    endsAt: fromSeconds(endsAt as number),
  } as Challenge;
}
