/**
 * Whom somebody does not see (DESIGN.md §3): `pk = userId, sk = hides` in the Posts table, each kind a set of user ids, so
 * that a page is read with all of them at once.
 */
import type { Database, Item, Key } from '../database.ts';
import type { UserId } from '../ids.ts';
import { type Hides, NOBODY_HIDDEN } from './hides.ts';

export const hidesKey = (userId: UserId): Key => ({ pk: userId, sk: 'hides' });

export function hidesStore(db: Database) {
  return {
    /** As it stands: for who is about to do something to somebody. */
    async get(userId: UserId): Promise<Hides> {
      const item = await db.get({ TableName: db.tableName('Posts'), Key: hidesKey(userId) });
      return hidesFrom(item);
    },
  };
}

/** What a row holds; DynamoDB keeps no empty sets. */
export function hidesFrom(item: Item | undefined): Hides {
  const { pk: _, sk: __, ...sets } = item ?? {};
  return { ...NOBODY_HIDDEN, ...sets };
}
