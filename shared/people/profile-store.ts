/**
 * Profiles in DynamoDB (DESIGN.md §3): `pk = userId, sk = profile` in the Users table. The row comes with the first of what
 * it holds; without one nothing is shown and all counts are zero.
 */
import type { Database, Item, Key, UpdateWrite } from '../database.ts';
import type { UserId } from '../ids.ts';
import type { Counted, Profile } from './profile.ts';

export const profileKey = (userId: UserId): Key => ({ pk: userId, sk: 'profile' });

export function profileStore(db: Database) {
  const table = () => db.tableName('Users');

  return {
    async get(userId: UserId): Promise<Profile> {
      const item = await db.get({ TableName: table(), Key: profileKey(userId) });
      return profileFrom(item ?? profileKey(userId));
    },

    /**
     * Counts so many more, or less; it belongs into the transaction that does what is counted. Refused if there are `most`
     * already.
     */
    count(userId: UserId, what: Counted, by: number, most?: number): UpdateWrite {
      return {
        Update: {
          TableName: table(),
          Key: profileKey(userId),
          UpdateExpression: 'ADD #what :by',
          ExpressionAttributeNames: { '#what': what },
          ExpressionAttributeValues: { ':by': by, ...(most === undefined ? {} : { ':most': most }) },
          ...(most === undefined
            ? {}
            : { ConditionExpression: 'attribute_not_exists(#what) OR #what < :most' }),
        },
      };
    },

    /** Counts several at once: a transaction takes one write of a row. */
    countAll(userId: UserId, by: Partial<Record<Counted, number>>): UpdateWrite {
      const counted = Object.entries(by);
      return {
        Update: {
          TableName: table(),
          Key: profileKey(userId),
          UpdateExpression: `ADD ${counted.map(([what]) => `#${what} :${what}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(counted.map(([what]) => [`#${what}`, what])),
          ExpressionAttributeValues: Object.fromEntries(counted.map(([what, more]) => [`:${what}`, more])),
        },
      };
    },
  };
}

/** The profile that a row holds. */
export function profileFrom({ pk, sk: _, ...profile }: Item): Profile {
  return { followers: 0, following: 0, posts: 0, ...profile, userId: pk as UserId };
}
