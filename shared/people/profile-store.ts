/**
 * Profiles in DynamoDB (DESIGN.md §3): `pk = userId, sk = profile` in the Users table. The row comes with the first of what
 * it holds; without one nothing is shown and all counts are zero.
 */
import type { Database, Item, Key, UpdateWrite, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import type { Provenance } from '../sessions/provenance.ts';
import type { Counted, Profile } from './profile.ts';
import type { ProfileChanges, Told } from './profile-edit.ts';

export const profileKey = (userId: UserId): Key => ({ pk: userId, sk: 'profile' });

/**
 * Counts so many more, or less; it belongs into the transaction that does what is counted. Refused if there are `most`
 * already.
 */
export function counting(
  db: Database,
  userId: UserId,
  what: Counted,
  by: number,
  most?: number,
): UpdateWrite {
  return {
    Update: {
      TableName: db.tableName('Users'),
      Key: profileKey(userId),
      UpdateExpression: 'ADD #what :by',
      ExpressionAttributeNames: { '#what': what },
      ExpressionAttributeValues: { ':by': by, ...(most === undefined ? {} : { ':most': most }) },
      ...(most === undefined ? {} : { ConditionExpression: 'attribute_not_exists(#what) OR #what < :most' }),
    },
  };
}

export function profileStore(db: Database) {
  const table = () => db.tableName('Users');

  return {
    async get(userId: UserId): Promise<Profile> {
      const item = await db.get({ TableName: table(), Key: profileKey(userId) });
      return profileFrom(item ?? profileKey(userId));
    },

    /** Changes what somebody says of themselves, and notes who has; refused unless all of it still is as in `seen`. */
    edit(seen: Profile, changes: ProfileChanges, { sessionId, approvedBy }: Provenance): UpdateWrite {
      const fields = Object.entries(changes).map(([name, next]) => ({
        name,
        next,
        was: seen[name as keyof Told],
      }));
      const set = fields.filter(({ next }) => next !== null);
      const gone = fields.filter(({ next }) => next === null);
      return {
        Update: {
          TableName: table(),
          Key: profileKey(seen.userId),
          UpdateExpression: [
            `SET ${['sessionId', 'approvedBy', ...set.map(({ name }) => name)].map((name) => `#${name} = :${name}`)}`,
            ...(gone.length === 0 ? [] : [`REMOVE ${gone.map(({ name }) => `#${name}`)}`]),
          ].join(' '),
          ConditionExpression: fields
            .map(({ name, was }) =>
              was === undefined ? `attribute_not_exists(#${name})` : `#${name} = :was_${name}`,
            )
            .join(' AND '),
          ExpressionAttributeNames: Object.fromEntries(
            ['sessionId', 'approvedBy', ...fields.map(({ name }) => name)].map((name) => [`#${name}`, name]),
          ),
          ExpressionAttributeValues: {
            ':sessionId': sessionId,
            ':approvedBy': approvedBy ?? null,
            ...Object.fromEntries(set.map(({ name, next }) => [`:${name}`, next])),
            ...Object.fromEntries(
              fields.flatMap(({ name, was }) => (was === undefined ? [] : [[`:was_${name}`, was]])),
            ),
          },
        },
      };
    },

    /** Holds a transaction to the profile's showing this picture, or not. */
    showsAvatar: (userId: UserId, path: string, isShown: boolean): Write => ({
      ConditionCheck: {
        TableName: table(),
        Key: profileKey(userId),
        ConditionExpression: isShown ? 'avatar = :path' : 'attribute_not_exists(avatar) OR avatar <> :path',
        ExpressionAttributeValues: { ':path': path },
      },
    }),

    /** Notes that somebody was here on this day; refused if they do not want it shown, or if it is noted. */
    seen: (userId: UserId, day: string): UpdateWrite => ({
      Update: {
        TableName: table(),
        Key: profileKey(userId),
        UpdateExpression: 'SET lastSeen = :day',
        ConditionExpression: 'lastSeen < :day',
        ExpressionAttributeValues: { ':day': day },
      },
    }),

    count: (userId: UserId, what: Counted, by: number, most?: number): UpdateWrite =>
      counting(db, userId, what, by, most),

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
export function profileFrom({ pk, sk: _, sessionId: __, approvedBy: ___, ...profile }: Item): Profile {
  return { followers: 0, following: 0, posts: 0, ...profile, userId: pk as UserId };
}
