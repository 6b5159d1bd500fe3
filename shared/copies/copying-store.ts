/**
 * How far something has come that is copied in more steps than one (DESIGN.md §3): `pk = userId, sk = copying#<what>` in
 * the Posts table. Each step moves the row on, and the stream's record of that begins the next: so one that is killed in the
 * middle is done again from where it began, and of two that do the same one goes on.
 */
import type { Database, Key } from '../database.ts';
import { ConditionFailed } from '../errors.ts';
import type { PostId, UserId } from '../ids.ts';

const COPYING = 'copying#';

/** What is copied: a post to those who follow its author, or the end of following somebody. */
type What = PostId | UserId;

/** Where the next step begins, and how many steps there were. */
export type Progress = { cursor: string; step: number };

export const copyingKey = (userId: UserId, what: What): Key => ({ pk: userId, sk: COPYING + what });

/** What is copied, if a row's key is that of a copying. */
export function copyingIn({ sk }: Key): string | undefined {
  return sk.startsWith(COPYING) ? sk.slice(COPYING.length) : undefined;
}

export function copyingStore(db: Database) {
  const rowOf = (userId: UserId, what: What) => ({
    TableName: db.tableName('Posts'),
    Key: copyingKey(userId, what),
  });

  return {
    /** As it stands. */
    async get(userId: UserId, what: What): Promise<Progress | undefined> {
      const item = await db.get(rowOf(userId, what));
      return item && ({ cursor: item.cursor, step: item.step } as Progress);
    },

    /**
     * Notes that a step is done, after `seen`: where the next one begins, or with `undefined` that there is none. Where
     * another one has noted it first, that one goes on.
     */
    async moveOn(
      userId: UserId,
      what: What,
      seen: Progress | undefined,
      cursor: string | undefined,
    ): Promise<void> {
      const { TableName, Key } = rowOf(userId, what);
      const isThere = {
        ConditionExpression: 'step = :seen',
        ExpressionAttributeValues: { ':seen': seen?.step ?? 0 },
      };
      try {
        if (cursor !== undefined && seen === undefined) {
          const Item = { ...Key, cursor, step: 1 };
          await db.put({ Put: { TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' } });
        } else if (cursor !== undefined) {
          await db.update({
            Update: {
              TableName,
              Key,
              UpdateExpression: 'SET #cursor = :cursor, step = step + :one',
              ConditionExpression: isThere.ConditionExpression,
              ExpressionAttributeNames: { '#cursor': 'cursor' },
              ExpressionAttributeValues: {
                ...isThere.ExpressionAttributeValues,
                ':cursor': cursor,
                ':one': 1,
              },
            },
          });
        } else if (seen !== undefined) {
          await db.remove({ Delete: { TableName, Key, ...isThere } });
        }
      } catch (error) {
        if (!(error instanceof ConditionFailed)) throw error;
      }
    },
  };
}
