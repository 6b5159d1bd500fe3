/**
 * A user's sign-in methods, counted on the user's row in the same transaction as every change of them (DESIGN.md §3), so
 * that the row's condition decides which of two changes leaves too few or too many.
 */
import type { Database, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import { toSeconds } from '../seconds.ts';
import { MOST_PHONES, type User } from './user.ts';
import { userKey } from './user-store.ts';

export function credentialCountStore(db: Database) {
  const table = () => db.tableName('Users');

  return {
    /** One more phone; refused if the user is disabled or has {@link MOST_PHONES}. */
    addPhone: (userId: UserId): Write => ({
      Update: {
        TableName: table(),
        Key: userKey(userId),
        UpdateExpression: 'ADD phones :one, credentialCount :one',
        ConditionExpression: 'phones < :most AND attribute_not_exists(disabled)',
        ExpressionAttributeValues: { ':one': 1, ':most': MOST_PHONES },
      },
    }),

    /** One phone fewer; refused if it is the last sign-in method. */
    removePhone: (userId: UserId): Write => ({
      Update: {
        TableName: table(),
        Key: userKey(userId),
        UpdateExpression: 'ADD phones :less, credentialCount :less',
        ConditionExpression: 'phones >= :one AND credentialCount > :one',
        ExpressionAttributeValues: { ':one': 1, ':less': -1 },
      },
    }),

    /**
     * Without these phones and links, and the roles that the links gave: even the last one, since whoever takes them
     * back is signed in. Refused if there are not as many any more, or other roles, than in `seen`.
     */
    revoke: (
      seen: User,
      { phones, links, roles }: Pick<User, 'phones' | 'roles'> & { links: number },
    ): Write => ({
      Update: {
        TableName: table(),
        Key: userKey(seen.id),
        UpdateExpression: 'SET #roles = :roles ADD phones :phones, credentialCount :all',
        ConditionExpression: '#roles = :seen AND phones >= :fewest AND credentialCount >= :fewestOfAll',
        ExpressionAttributeNames: { '#roles': 'roles' },
        ExpressionAttributeValues: {
          ':roles': roles,
          ':seen': seen.roles,
          ':phones': -phones,
          ':all': -(phones + links),
          ':fewest': phones,
          ':fewestOfAll': phones + links,
        },
      },
    }),

    /**
     * A recovery: one phone instead of `phones`, nothing approved before `now` may be completed, and no browser known
     * before is known any more. Refused if the user is disabled, or has not that many phones any more.
     */
    onlyPhone: (userId: UserId, phones: number, now: Date): Write => ({
      Update: {
        TableName: table(),
        Key: userKey(userId),
        UpdateExpression:
          'SET phones = :one, notBefore = :now, recoveredAt = :now ADD credentialCount :difference',
        ConditionExpression: 'phones = :phones AND attribute_not_exists(disabled)',
        ExpressionAttributeValues: {
          ':one': 1,
          ':phones': phones,
          ':difference': 1 - phones,
          ':now': toSeconds(now),
        },
      },
    }),
  };
}
