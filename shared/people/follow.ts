import type { UserId } from '../ids.ts';
import type { Provenance } from '../sessions/provenance.ts';

/** That somebody follows somebody else, since when, and which session has made it so. */
export type Follow = Provenance & { follower: UserId; followed: UserId; at: Date };

/** The two lists that somebody has. */
export type FollowList = 'followers' | 'following';

/** Which of them the path of a page is about. */
export const followListIn = (path: string): FollowList =>
  path.endsWith('/followers') ? 'followers' : 'following';

/** How many people one may follow: nobody reads so many, and each of their posts is one more row. */
export const MOST_FOLLOWS = 10_000;

/** What two people are to each other, as one of them sees it. */
export type Relation = { follows: boolean; followsYou: boolean };
