import type { PostId } from '../ids.ts';

/** What somebody has done with a post; what they have not, or not any more, is absent. */
export type Mark = {
  /** Since when, as an ISO time: by it the post stands in the list of what they have liked. */
  liked?: string | undefined;
  /** The same of what they have saved. */
  saved?: string | undefined;
  /** The repost, which is a row of its own. */
  reposted?: PostId | undefined;
};

/** A place in the list of what somebody has liked or saved: since when and which post, as the row's key has it. */
export type MarkedPlace = string;

export const isMarkedPlace = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z#pst_[0-7][0-9A-HJKMNP-TV-Z]{25}$/.test(text);
