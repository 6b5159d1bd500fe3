/**
 * The lists of the index of words (DESIGN.md §3): of each term its postings, newest first. It is read by them without what it
 * takes to find a text's terms, which `posting-store.ts` does.
 */
import type { Database, Key } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';

export type Posting = { id: PostId; author: UserId; signature: Uint8Array };

export const postingKey = (term: string, id: PostId): Key => ({ pk: `t#${term}`, sk: id });

export function postingListStore(db: Database) {
  return {
    /** So many postings of a term, newest first, of posts that are older than `before`. */
    async ofTerm(term: string, before: PostId | undefined, limit: number): Promise<Posting[]> {
      const { items } = await db.query({
        TableName: db.tableName('Copies'),
        KeyConditionExpression: before === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :before',
        ExpressionAttributeValues: {
          ':pk': `t#${term}`,
          ...(before === undefined ? {} : { ':before': before }),
        },
        ScanIndexForward: false,
        Limit: limit,
      });
      return items.map(({ sk, author, signature }) => ({ id: sk, author, signature }) as Posting);
    },
  };
}
