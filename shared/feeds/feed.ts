/** A feed: somebody's last posts, or those that have a tag, for programs that look by themselves whether there are new ones. */
import type { PostResponse } from '../responses.ts';

/** As many as a page has at first. */
export const MOST_IN_FEED = 20;

export type Feed = {
  title: string;
  /** The path of the page that shows the same, by which the feed is known. */
  page: string;
  /** When anything in it was last changed: ISO 8601, UTC. */
  updated: string;
  /** What its author says of themselves. */
  about?: string | undefined;
  /** Whose posts these are, if they are one person's. */
  author?: PostResponse['author'] | undefined;
  /** Newest first. */
  posts: readonly PostResponse[];
};

/** When a post was last changed. */
export const changedAt = ({ createdAt, editedAt }: PostResponse): string => editedAt ?? createdAt;

/** The latest change of the posts; without any it is `otherwise`, so that a feed that nothing happens to stays the same. */
export const latestChange = (posts: readonly PostResponse[], otherwise: string): string =>
  posts.map(changedAt).sort().at(-1) ?? otherwise;

/** The tags in a post's text, each once. */
export const tagsIn = ({ entities }: PostResponse): string[] => [
  ...new Set(entities.flatMap((entity) => (entity.kind === 'tag' ? [entity.tag] : []))),
];

/** The address of a post, which never changes: usernames stay whose they are. */
export const postPath = ({ id, author }: Pick<PostResponse, 'id' | 'author'>): string =>
  `/@${author.username}/${id}`;
