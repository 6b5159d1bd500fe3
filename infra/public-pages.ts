/**
 * The addresses that the function `page` answers, for CloudFront and for this machine. The site's files stand in where it
 * fails, so one request must suit both: its path is that of a file, and the page's own is a parameter of its query.
 */

/** The default root object: what CloudFront makes of `/`, should it do so before it looks which page that is. */
export const ROOT = 'home.html';

export const PUBLIC_PAGES = ['/', `/${ROOT}`, '/@*'] as const;

export const isPublicPage = (path: string): boolean =>
  PUBLIC_PAGES.some((pattern) =>
    pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
  );

/** Which page is asked; and what a browser says of whom its document is drawn for (`web/lib/first-paint.ts`). */
export const PATH_PARAMETER = 'path';
export const VISITOR = 'visitor';

/** All of the query that is passed on and told apart in the edge's cache. */
export const PARAMETERS = [PATH_PARAMETER, VISITOR];

/** Longer than the API waits for its store; then the site's file is there. */
export const PATIENCE_SECONDS = 5;

/** What the site's file stands in for: trouble of the API's, and its throttle (API Gateway's 429). */
export const FAILURES = [429, 500, 502, 503, 504];
