/**
 * What somebody has saved (DESIGN.md §3): `pk = userId, sk = saved#<ISO time>#<postId>` in the Posts table, so that the list
 * is one query, newest first, whatever else there is of them. The time stands in the mark as well, which finds the row.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import type { TimelineEntry } from '../timelines/timeline-entry.ts';
import type { SavedPlace } from './mark.ts';

const SAVED = 'saved#';

export function savedPostStore(db: Database) {
  const table = () => db.tableName('Posts');
  const keyOf = (userId: UserId, place: SavedPlace): Key => ({ pk: userId, sk: SAVED + place });

  return {
    /** The row of a post that was saved at this time. */
    async row(userId: UserId, at: string, id: PostId): Promise<Item | undefined> {
      return db.get({ TableName: table(), Key: keyOf(userId, `${at}#${id}`) });
    },

    /** Which session did, the undo log says: the list stays short, and its page cheap. */
    add: (userId: UserId, at: string, { author, id }: Pick<TimelineEntry, 'author' | 'id'>): Write => ({
      Put: { TableName: table(), Item: { ...keyOf(userId, `${at}#${id}`), author } },
    }),

    remove: (userId: UserId, at: string, id: PostId): Write => ({
      Delete: { TableName: table(), Key: keyOf(userId, `${at}#${id}`) },
    }),

    /** Puts a row back that was taken away. */
    putBack: (row: Item): Write => ({ Put: { TableName: table(), Item: row } }),

    /** What was saved before `before`, newest first, and the place of the last one if there may be more. */
    async ofUser(
      userId: UserId,
      { before, limit }: { before?: SavedPlace; limit: number },
    ): Promise<{ entries: TimelineEntry[]; next: SavedPlace | null }> {
      const { items } = await db.query({
        TableName: table(),
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :saved)',
        ExpressionAttributeValues: { ':pk': userId, ':saved': SAVED },
        ...(before === undefined ? {} : { ExclusiveStartKey: keyOf(userId, before) }),
        ScanIndexForward: false,
        // One more than asked for tells whether there is a next page.
        Limit: limit + 1,
      });
      const page = items.slice(0, limit);
      return {
        entries: page.map(({ sk, author }) => ({
          author: author as UserId,
          id: String(sk).split('#').at(-1) as PostId,
        })),
        next: items.length > limit ? String(page.at(-1)?.sk).slice(SAVED.length) : null,
      };
    },
  };
}
