/**
 * The addresses that the function `page` answers, for CloudFront and for this machine. The site's files stand in where it
 * fails, so one request must suit both: its path is that of a file, and the page's own is a parameter of its query.
 */
import { FEED_TYPES } from '../shared/feeds/formats.ts';

/** The default root object: what CloudFront makes of `/`, should it do so before it looks which page that is. */
export const ROOT = 'home.html';

export const PUBLIC_PAGES = ['/', `/${ROOT}`, '/@*', '/tags/*'] as const;

export const isPublicPage = (path: string): boolean =>
  PUBLIC_PAGES.some((pattern) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  );

/**
 * The addresses of feeds, which the function `feed` answers and nothing stands in for: a program that reads feeds comes again.
 * By their ends, since a program may write the beginning in its own way (`/%40susan/feed.xml`).
 */
export const FEEDS = Object.keys(FEED_TYPES).map((format) => `*/feed.${format}`);

/** What comes before a feed's format where the API is asked for it: the route `feed`. */
export const FEEDS_OF_API = '/api/feeds';

/** All that a feed is asked by. */
export const FEED_PARAMETERS = ['author', 'tag'];

/** Which page is asked; and what a browser says of whom its document is drawn for (`web/lib/first-paint.ts`). */
export const PATH_PARAMETER = 'path';
export const VISITOR = 'visitor';

/** All of the query that is passed on and told apart in the edge's cache. */
export const PARAMETERS = [PATH_PARAMETER, VISITOR];

/** Longer than the API waits for its store; then the site's file is there. */
export const PATIENCE_SECONDS = 5;

/** What the site's file stands in for: trouble of the API's, and its throttle (API Gateway's 429). */
export const FAILURES = [429, 500, 502, 503, 504];
