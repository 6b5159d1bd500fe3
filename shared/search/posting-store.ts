/**
 * The index of words (DESIGN.md §3): `pk = t#<term>, sk = <postId>` in the Copies table, one row for each term of a post. It
 * says who wrote the post and, in two bytes each, which other terms it has, so that a post that lacks one need not be read.
 */
import type { Database, Item, Key } from '../database.ts';
import type { PostId, UserId } from '../ids.ts';
import type { Post } from '../posts/post.ts';
import { type Searched, signatureOf, termsOf } from './terms.ts';

export type Posting = { id: PostId; author: UserId; signature: Uint8Array };

const keyOf = (term: string, id: PostId): Key => ({ pk: `t#${term}`, sk: id });

export function postingStore(db: Database) {
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

    /**
     * Makes the index say of a post what it is now: `undefined` once it is gone. What any of `versions` was found by and it is
     * not any more is taken out. The same again changes nothing.
     */
    async index(post: Post | undefined, versions: readonly (Searched & { id: PostId })[]): Promise<void> {
      const terms = post === undefined ? new Set<string>() : termsOf(post);
      const gone = new Map<string, Key>();
      for (const version of versions)
        for (const term of termsOf(version)) if (!terms.has(term)) gone.set(term, keyOf(term, version.id));
      await db.putAll('Copies', {
        put: post === undefined ? [] : postingsOf(post, terms),
        remove: [...gone.values()],
      });
    },
  };
}

/** The rows by which a post is found. */
export function postingsOf({ id, userId, ...post }: Post, terms = termsOf(post)): Item[] {
  const signature = signatureOf(terms);
  return [...terms].map((term) => ({ ...keyOf(term, id), author: userId, signature }));
}
