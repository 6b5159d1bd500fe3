import type { Database } from '../database.ts';
import type { UserId } from '../ids.ts';

export function threadStore(db: Database) {
  return {
    /** Whether somebody follows somebody else: `pk = userId, sk = follow#<other>` in the Posts table. */
    async doesFollow(userId: UserId, other: UserId): Promise<boolean> {
      const key = { pk: userId, sk: `follow#${other}` };
      return (await db.get({ TableName: db.tableName('Posts'), Key: key })) !== undefined;
    },
  };
}
