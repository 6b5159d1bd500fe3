/** As what a feed comes, and where. */

/** The formats: RFC 4287, and JSON Feed 1.1 (jsonfeed.org). Each is the end of a file's name, and has its media type. */
export const FEED_TYPES = { xml: 'application/atom+xml', json: 'application/feed+json' } as const;

export type FeedFormat = keyof typeof FEED_TYPES;

export const isFeedFormat = (text: string): text is FeedFormat => Object.hasOwn(FEED_TYPES, text);

/** The path of a page's feed. */
export const feedPath = (page: string, format: FeedFormat): string => `${page}/feed.${format}`;

/** The page of a tag, as it is compared. */
export const tagPath = (tag: string): string => `/tags/${encodeURIComponent(tag)}`;
