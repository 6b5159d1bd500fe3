/**
 * What somebody has saved, or liked (DESIGN.md §3): `pk = userId, sk = saved#<ISO time>#<postId>`, or `liked#…`, in the Posts
 * table, so that each list is one query, newest first, whatever else there is of them. The time stands in the mark as
 * well, which finds the row. Both lists are for nobody but their owner.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import type { TimelineEntry } from '../timelines/timeline-entry.ts';
import type { Mark, MarkedPlace } from './mark.ts';

/** The marks of which there is a list. */
export type MarkList = keyof Mark & ('saved' | 'liked');

export function markedPostStore(db: Database, list: MarkList) {
  const prefix = `${list}#`;
  const table = () => db.tableName('Posts');
  const keyOf = (userId: UserId, place: MarkedPlace): Key => ({ pk: userId, sk: prefix + place });

  return {
    /** The row of a post that was marked at this time. */
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

    /** What was marked before `before`, newest first, and the place of the last one if there may be more. */
    async ofUser(
      userId: UserId,
      { before, limit }: { before?: MarkedPlace; limit: number },
    ): Promise<{ entries: TimelineEntry[]; next: MarkedPlace | null }> {
      const { items } = await db.query({
        TableName: table(),
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': userId, ':prefix': prefix },
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
        next: items.length > limit ? String(page.at(-1)?.sk).slice(prefix.length) : null,
      };
    },
  };
}
