import type { PostId } from '../ids.ts';

/** What somebody has done with a post; what they have not, or not any more, is absent. */
export type Mark = {
  liked?: true | undefined;
  /** Since when, as an ISO time: by it the post stands in the list of what they have saved. */
  saved?: string | undefined;
  /** The repost, which is a row of its own. */
  reposted?: PostId | undefined;
};
