/**
 * Users in DynamoDB (DESIGN.md §3): the user's row `pk = userId, sk = user` and the name's row
 * `pk = name#<username>`, which alone decides whom a name belongs to. Until enrolment a name is only reserved: a row of
 * the same key in the Sessions table, where it expires. It is judged by its time, however late it is swept, and every
 * write that gives a name away is held to both rows, so that of all who want it one gets it.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import type { Language } from '../languages.ts';
import { fromSeconds, toSeconds, ttlAt } from '../seconds.ts';
import type { FaceChanges } from './face.ts';
import { faceUpdate } from './face-store.ts';
import type { User } from './user.ts';

const USER = 'user';
const NAME = 'name';

/** Of a name's row. Where an older Nod reserved a name in this table, that is over by now, and the row free to take. */
const NOBODYS = 'attribute_not_exists(pk) OR attribute_exists(reservedUntil)';
const isOnlyReserved = (name: Item | undefined): boolean => name?.reservedUntil !== undefined;

/** Of a reservation's row. */
const UNRESERVED = 'attribute_not_exists(pk) OR reservedUntil <= :now';

export const userKey = (userId: UserId): Key => ({ pk: userId, sk: USER });

/** One user, for whoever needs nothing else of the store. */
export async function userOf(db: Database, userId: UserId): Promise<User | undefined> {
  const item = await db.get({ TableName: db.tableName('Users'), Key: userKey(userId) });
  return item && userFrom(item);
}

export function userStore(db: Database) {
  const table = () => db.tableName('Users');
  const reservations = () => db.tableName('Sessions');
  const nameKey = (username: string) => ({ pk: `name#${username}`, sk: NAME });
  const takenBy = ({ id, username }: User): Write => ({
    Put: {
      TableName: table(),
      Item: { ...nameKey(username), userId: id },
      ConditionExpression: NOBODYS,
    },
  });

  return {
    get: (userId: UserId): Promise<User | undefined> => userOf(db, userId),

    /** Whom a name belongs to; one that is only reserved belongs to nobody yet. */
    async idByName(username: string): Promise<UserId | undefined> {
      const item = await db.get({ TableName: table(), Key: nameKey(username) });
      return isOnlyReserved(item) ? undefined : (item?.userId as UserId | undefined);
    },

    /** Whether a name is somebody's, or reserved for somebody at the moment. */
    async isTaken(username: string, now: Date): Promise<boolean> {
      const Key = nameKey(username);
      const [name, reservation] = await Promise.all([
        db.get({ TableName: table(), Key }),
        db.get({ TableName: reservations(), Key }),
      ]);
      if (name !== undefined && !isOnlyReserved(name)) return true;
      return reservation !== undefined && (reservation.reservedUntil as number) > toSeconds(now);
    },

    /**
     * Reserves a name for somebody who is about to enrol. Refused while it is taken or reserved, unless the
     * same registration repeats itself (`keyHash`: digest of its `Idempotency-Key`).
     */
    reserveName(
      username: string,
      reservation: { userId: UserId; until: Date; keyHash: string | undefined },
      now: Date,
    ): Write[] {
      const { userId, until, keyHash } = reservation;
      return [
        {
          ConditionCheck: {
            TableName: table(),
            Key: nameKey(username),
            ConditionExpression: NOBODYS,
          },
        },
        {
          Put: {
            TableName: reservations(),
            Item: {
              ...nameKey(username),
              userId,
              reservedUntil: toSeconds(until),
              keyHash,
              expiresAt: ttlAt(until),
            },
            ConditionExpression: `${UNRESERVED} OR keyHash = :keyHash`,
            ExpressionAttributeValues: { ':now': toSeconds(now), ':keyHash': keyHash ?? 'none' },
          },
        },
      ];
    },

    /** Gives a reserved name to its user for good; refused once the reservation is over or another's. */
    claimName(user: User, now: Date): Write[] {
      return [
        takenBy(user),
        {
          Delete: {
            TableName: reservations(),
            Key: nameKey(user.username),
            ConditionExpression: 'userId = :userId AND reservedUntil > :now',
            ExpressionAttributeValues: { ':userId': user.id, ':now': toSeconds(now) },
          },
        },
      ];
    },

    /** Gives a name at once to a user who needs no phone; refused while it is taken or reserved. */
    takeName(user: User, now: Date): Write[] {
      return [
        takenBy(user),
        {
          ConditionCheck: {
            TableName: reservations(),
            Key: nameKey(user.username),
            ConditionExpression: UNRESERVED,
            ExpressionAttributeValues: { ':now': toSeconds(now) },
          },
        },
      ];
    },

    /** Frees a reserved name; refused unless it is still reserved for this user. */
    freeName(username: string, userId: UserId): Write {
      return {
        Delete: {
          TableName: reservations(),
          Key: nameKey(username),
          ConditionExpression: 'userId = :userId',
          ExpressionAttributeValues: { ':userId': userId },
        },
      };
    },

    create(user: User): Write {
      return {
        Put: {
          TableName: table(),
          Item: toItem(user),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      };
    },

    /**
     * The sign-in methods that a social link adds or takes away, and the roles that come and go with it: refused if it
     * would take the last sign-in method, or if the roles have changed since `seen`.
     */
    changeLink(seen: User, next: User): Write {
      const by = next.credentialCount - seen.credentialCount;
      return {
        Update: {
          TableName: table(),
          Key: userKey(seen.id),
          UpdateExpression: 'SET #roles = :roles ADD credentialCount :by',
          ConditionExpression: '#roles = :seen AND credentialCount > :least',
          ExpressionAttributeNames: { '#roles': 'roles' },
          ExpressionAttributeValues: {
            ':roles': next.roles,
            ':seen': seen.roles,
            ':by': by,
            ':least': Math.max(-by, 0),
          },
        },
      };
    },

    /** Has a user told things in a language from now on; refused if there is no such user. */
    tellIn(language: Language, userId: UserId): Write {
      return {
        Update: {
          TableName: table(),
          Key: userKey(userId),
          UpdateExpression: 'SET #language = :language',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#language': 'language' },
          ExpressionAttributeValues: { ':language': language },
        },
      };
    },

    /**
     * Gives a user another name or picture to show, with the profile, which alone is read for it (`people/profile-store.ts`);
     * here they are for the next sign-in.
     */
    showAs(userId: UserId, face: FaceChanges): Write {
      return {
        Update: {
          TableName: table(),
          Key: userKey(userId),
          ConditionExpression: 'attribute_exists(pk)',
          ...faceUpdate(face),
        },
      };
    },

    /** Ends everything approved until `now`, before the rows themselves are closed (DESIGN.md §2). */
    endAllBefore(userId: UserId, now: Date): Write {
      return {
        Update: {
          TableName: table(),
          Key: userKey(userId),
          UpdateExpression: 'SET notBefore = :now',
          ConditionExpression:
            'attribute_exists(pk) AND (attribute_not_exists(notBefore) OR notBefore <= :now)',
          ExpressionAttributeValues: { ':now': toSeconds(now) },
        },
      };
    },

    /** Holds a completion to the user's row: not disabled, and approved after the last "end all". */
    mayComplete(userId: UserId, approvedAt: Date): Write {
      return {
        ConditionCheck: {
          TableName: table(),
          Key: userKey(userId),
          ConditionExpression:
            'attribute_exists(pk) AND attribute_not_exists(disabled) AND (attribute_not_exists(notBefore) OR notBefore < :approvedAt)',
          ExpressionAttributeValues: { ':approvedAt': toSeconds(approvedAt) },
        },
      };
    },
  };
}

export type UserStore = ReturnType<typeof userStore>;

function toItem({ id, createdAt, notBefore, recoveredAt, ...user }: User): Item {
  return {
    pk: id,
    sk: USER,
    ...user,
    createdAt: toSeconds(createdAt),
    notBefore: notBefore && toSeconds(notBefore),
    recoveredAt: recoveredAt && toSeconds(recoveredAt),
  };
}

/** The user that a row holds. */
export function userFrom({ pk, sk: _, createdAt, notBefore, recoveredAt, ...user }: Item): User {
  return {
    ...user,
    id: pk,
    createdAt: fromSeconds(createdAt as number),
    ...(notBefore === undefined ? {} : { notBefore: fromSeconds(notBefore as number) }),
    ...(recoveredAt === undefined ? {} : { recoveredAt: fromSeconds(recoveredAt as number) }),
  } as User;
}
