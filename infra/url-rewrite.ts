/**
 * Clean URLs: which file of the site answers a path. The rule is written once, as the source text of a
 * CloudFront Function (runtime cloudfront-js-2.0, so ECMAScript 5.1 and at most 10 kB), made from the list of
 * pages. The local server and the tests run that very text, so that no page works here and is missing there.
 */
import { Script } from 'node:vm';
import { pagePath } from '../shared/page-path.ts';
import { NOT_FOUND, PAGES, type Page } from '../web/pages.ts';
import { PATH_PARAMETER } from './public-pages.ts';
import { RELATED_ORIGINS_FILE } from './related-origins.ts';

/** The source text of the CloudFront Function that is called for each viewer request outside `/api/`. */
export function urlRewriteCode(pages: readonly Page[] = PAGES): string {
  const rules = pages.map(
    ({ name, path, hasContent = false }) =>
      `  [${new RegExp(`^(?:${path})$`)}, '/${name}.html', ${hasContent}],`,
  );
  return `var pages = [
${rules.join('\n')}
];

// Built assets, well-known files and everything with an extension are files already, but nothing of a person's.
var file = /^\\/(?:assets|\\.well-known)\\/|^\\/(?!@).*\\.[^\\/]+$/;

${pagePath.toString()}

function handler(event) {
  var request = event.request;
  if (request.uri === '/.well-known/webauthn') request.uri = '/${RELATED_ORIGINS_FILE}';
  // What CloudFront has made of the root.
  if (request.uri === '/home.html') request.uri = '/';
  if (file.test(request.uri)) return request;
  var path = pagePath(request.uri);
  for (var i = 0; i < pages.length; i++) {
    if (pages[i][0].test(path)) {
      request.uri = pages[i][1];
      // In the place of whatever the viewer has asked, so that nobody chooses what the edge keeps under which name.
      if (pages[i][2]) request.querystring = { ${PATH_PARAMETER}: { value: encodeURIComponent(path) } };
      return request;
    }
  }
  request.uri = '/${NOT_FOUND}.html';
  request.querystring = {};
  return request;
}
`;
}

/** What the function is asked, and changes; of a query that has a parameter once. */
export type ViewerRequest = { uri: string; querystring: Record<string, { value: string }> };

/** That function, to be called here. */
export function viewerRequestHandler(
  pages: readonly Page[] = PAGES,
): (request: ViewerRequest) => ViewerRequest {
  type Handler = (event: { request: ViewerRequest }) => ViewerRequest;
  const handler: Handler = new Script(`${urlRewriteCode(pages)}\nhandler;`).runInNewContext();
  return (request) => handler({ request });
}

/** The same for a path alone: the path of the file that answers it. */
export function urlRewriter(pages: readonly Page[] = PAGES): (uri: string) => string {
  const handle = viewerRequestHandler(pages);
  return (uri) => handle({ uri, querystring: {} }).uri;
}
