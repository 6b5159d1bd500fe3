/** What comes before the file's path where the API is asked for a page: the route `page`. */
export const PAGES_OF_API = '/api/pages';

/**
 * The path of a page, by the one rule that says which page an address shows (CloudFront, this machine) and that pages
 * read their own address by: `/%40susan/` is `/@susan`. What is not percent-encoded as it should be stays as it is.
 *
 * CloudFront runs the very text of this function, which is therefore ECMAScript 5.1 and needs nothing around it.
 */
export function pagePath(pathname: string): string {
  var path = pathname;
  try {
    path = decodeURIComponent(pathname);
  } catch (_error) {}
  return path.replace(/\/+$/, '') || '/';
}
