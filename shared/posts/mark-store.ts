/** What people have done with posts (DESIGN.md §3): `pk = userId, sk = mark#<postId>` in the Posts table, one row for all of it. */
import type { Item, Key } from '../database.ts';
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
