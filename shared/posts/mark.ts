import type { PostId } from '../ids.ts';

/** What somebody has done with a post; what they have not, or not any more, is absent. */
export type Mark = {
  liked?: true;
  saved?: true;
  /** The repost, which is a row of its own. */
  reposted?: PostId;
};
