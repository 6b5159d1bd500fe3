/**
 * The index of words (DESIGN.md §3): `pk = t#<term>, sk = <postId>` in the Copies table, one row for each term of a post. It
 * says who wrote the post and, in two bytes each, which other terms it has, so that a post that lacks one need not be read.
 */
import type { Database, Item, Key } from '../database.ts';
import type { PostId } from '../ids.ts';
import type { Post } from '../posts/post.ts';
import { postingKey } from './posting-list-store.ts';
import { type Searched, signatureOf, termsOf } from './terms.ts';

export function postingStore(db: Database) {
  return {
    /**
     * Makes the index say of a post what it is now: `undefined` once it is gone. What any of `versions` was found by and it is
     * not any more is taken out. The same again changes nothing.
     */
    async index(post: Post | undefined, versions: readonly (Searched & { id: PostId })[]): Promise<void> {
      const terms = post === undefined ? new Set<string>() : termsOf(post);
      const gone = new Map<string, Key>();
      for (const version of versions)
        for (const term of termsOf(version))
          if (!terms.has(term)) gone.set(term, postingKey(term, version.id));
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
  return [...terms].map((term) => ({ ...postingKey(term, id), author: userId, signature }));
}
