/**
 * Clean URLs: which file of the site answers a path. The rule is written once, as the source text of a
 * CloudFront Function (runtime cloudfront-js-2.0, so ECMAScript 5.1 and at most 10 kB), made from the list of
 * pages. The local server and the tests run that very text, so that no page works here and is missing there.
 */
import { Script } from 'node:vm';
import { pagePath } from '../shared/page-path.ts';
import { NOT_FOUND, PAGES, type Page } from '../web/pages.ts';
import { RELATED_ORIGINS_FILE } from './related-origins.ts';

/** The source text of the CloudFront Function that is called for each viewer request outside `/api/`. */
export function urlRewriteCode(pages: readonly Page[] = PAGES): string {
  const rules = pages.map(({ name, path }) => `  [${new RegExp(`^(?:${path})$`)}, '/${name}.html'],`);
  return `var pages = [
${rules.join('\n')}
];

// Built assets, well-known files and everything with an extension are files already.
var file = /^\\/(?:assets|\\.well-known)\\/|\\.[^\\/]+$/;

${pagePath.toString()}

function handler(event) {
  var request = event.request;
  if (request.uri === '/.well-known/webauthn') request.uri = '/${RELATED_ORIGINS_FILE}';
  if (file.test(request.uri)) return request;
  var path = pagePath(request.uri);
  for (var i = 0; i < pages.length; i++) {
    if (pages[i][0].test(path)) {
      request.uri = pages[i][1];
      return request;
    }
  }
  request.uri = '/${NOT_FOUND}.html';
  return request;
}
`;
}

/** That function, to be called here: takes a request's path and returns the path of the file that answers it. */
export function urlRewriter(pages: readonly Page[] = PAGES): (uri: string) => string {
  type Handler = (event: { request: { uri: string } }) => { uri: string };
  const handler: Handler = new Script(`${urlRewriteCode(pages)}\nhandler;`).runInNewContext();
  return (uri) => handler({ request: { uri } }).uri;
}
