/** What people have done with posts (DESIGN.md §3): `pk = userId, sk = mark#<postId>` in the Posts table, one row for all of it. */
import type { Database, Item, Key, UpdateWrite } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import type { Mark } from './mark.ts';

const MARK = 'mark#';

export const markKey = (userId: UserId, id: PostId): Key => ({ pk: userId, sk: MARK + id });

/** The post that a row is about, if it is a mark. */
export function markedIn({ sk }: Item): PostId | undefined {
  return String(sk).startsWith(MARK) ? (String(sk).slice(MARK.length) as PostId) : undefined;
}

/** The mark that a row holds. */
export function markFrom({ liked, saved, reposted }: Item): Mark {
  return { liked, saved, reposted } as Mark;
}

export function markStore(db: Database) {
  const table = () => db.tableName('Posts');

  return {
    /** As it stands. */
    async get(userId: UserId, id: PostId): Promise<Mark> {
      return markFrom((await db.get({ TableName: table(), Key: markKey(userId, id) })) ?? {});
    },

    /** Refused if it is so already. */
    set<What extends keyof Mark>(
      userId: UserId,
      id: PostId,
      what: What,
      value: NonNullable<Mark[What]>,
    ): UpdateWrite {
      return {
        Update: {
          TableName: table(),
          Key: markKey(userId, id),
          UpdateExpression: 'SET #what = :value',
          ConditionExpression: 'attribute_not_exists(#what)',
          ExpressionAttributeNames: { '#what': what },
          ExpressionAttributeValues: { ':value': value },
        },
      };
    },

    /** Refused if it is not, or another one: not the save or the repost that was read. */
    clear<What extends keyof Mark>(
      userId: UserId,
      id: PostId,
      what: What,
      value: NonNullable<Mark[What]>,
    ): UpdateWrite {
      return {
        Update: {
          TableName: table(),
          Key: markKey(userId, id),
          UpdateExpression: 'REMOVE #what',
          ConditionExpression: '#what = :value',
          ExpressionAttributeNames: { '#what': what },
          ExpressionAttributeValues: { ':value': value },
        },
      };
    },
  };
}
