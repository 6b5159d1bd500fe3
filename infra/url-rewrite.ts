/**
 * Clean URLs: which file of the site answers a path, to whoever reads which language. The rule is written once, as the
 * source text of a CloudFront Function (runtime cloudfront-js-2.0, so ECMAScript 5.1 with little more, and at most 10 kB),
 * made from the lists of pages and languages. The local server and the tests run that very text, so that no page works
 * here and is missing there.
 */
import { Script } from 'node:vm';
import { FEED_TYPES } from '../shared/feeds/formats.ts';
import { LANGUAGE_COOKIE, LANGUAGES, languageFor } from '../shared/languages.ts';
import { pagePath } from '../shared/page-path.ts';
import { VISITORS } from '../shared/visitor.ts';
import { NOT_FOUND, PAGES, type Page } from '../web/pages.ts';
import { FEEDS_OF_API, PATH_PARAMETER, ROOT, VISITOR } from './public-pages.ts';
import { RELATED_ORIGINS_FILE } from './related-origins.ts';

type Site = { pages: readonly Page[]; languages: readonly string[] };

const NOD: Site = { pages: PAGES, languages: LANGUAGES };

/** The source text of the CloudFront Function that is called for each viewer request outside `/api/`. */
export function urlRewriteCode({ pages, languages }: Site = NOD): string {
  const rules = pages.map(
    ({ name, path, hasContent = false }) =>
      `  [${new RegExp(`^(?:${path})$`)}, '/${name}.html', ${hasContent}],`,
  );
  return `var pages = [
${rules.join('\n')}
];
var languages = ${JSON.stringify(languages)};

// Of an author or a tag.
var feed = /^\\/(?:@([A-Za-z0-9_]{3,20})|tags\\/([^\\/]{1,200}))\\/feed\\.(${Object.keys(FEED_TYPES).join('|')})$/;

// Built assets, well-known files and everything with an extension are files already, but nothing of a person's or a tag's.
var file = /^\\/(?:assets|\\.well-known)\\/|^\\/(?!@|tags\\/).*\\.[^\\/]+$/;

${pagePath.toString()}

${languageFor.toString()}

function handler(event) {
  var request = event.request;
  if (request.uri === '/.well-known/webauthn') request.uri = '/${RELATED_ORIGINS_FILE}';
  // What CloudFront has made of the root.
  if (request.uri === '/${ROOT}') request.uri = '/';
  var path = pagePath(request.uri);
  var asked = feed.exec(path);
  if (asked) {
    request.uri = '${FEEDS_OF_API}/' + asked[3];
    request.querystring = asked[1]
      ? { author: { value: asked[1].toLowerCase() } }
      : { tag: { value: encodeURIComponent(asked[2]) } };
    return request;
  }
  if (file.test(request.uri)) return request;
  var chosen = request.cookies.${LANGUAGE_COOKIE};
  var accepted = request.headers['accept-language'];
  var language = languageFor(languages, chosen && chosen.value, accepted && accepted.value);
  for (var i = 0; i < pages.length; i++) {
    if (pages[i][0].test(path)) {
      request.uri = '/' + language + pages[i][1];
      // In the place of whatever the viewer has asked, so that nobody chooses what the edge keeps under which name.
      if (pages[i][2]) {
        request.querystring = { ${PATH_PARAMETER}: { value: encodeURIComponent(path) } };
        var visitor = request.cookies.${VISITOR};
        if (visitor && ${VISITORS}.test(visitor.value)) request.querystring.${VISITOR} = { value: visitor.value };
      }
      return request;
    }
  }
  request.uri = '/' + language + '/${NOT_FOUND}.html';
  request.querystring = {};
  return request;
}
`;
}

/** What the function is asked, and changes; of a query, cookies and headers that have each once. */
export type ViewerRequest = {
  uri: string;
  querystring: Values;
  cookies: Values;
  headers: Values;
};

type Values = Record<string, { value: string }>;

/** That function, to be called here. */
export function viewerRequestHandler(site: Site = NOD): (request: ViewerRequest) => ViewerRequest {
  type Handler = (event: { request: ViewerRequest }) => ViewerRequest;
  const handler: Handler = new Script(`${urlRewriteCode(site)}\nhandler;`).runInNewContext();
  return (request) => handler({ request });
}

/** The same for a path alone: the path of the file that answers it. */
export function urlRewriter(site: Site = NOD): (uri: string) => string {
  const handle = viewerRequestHandler(site);
  return (uri) => handle({ uri, querystring: {}, cookies: {}, headers: {} }).uri;
}

/**
 * The source text of the CloudFront Function that tells the browser by what a document was chosen, so that going back after
 * another language was chosen asks anew (RFC 9110 §12.5.5).
 */
export const varyCode = (): string => `function handler(event) {
  var headers = event.response.headers;
  if (/^text\\/html/.test(headers['content-type'] ? headers['content-type'].value : '')) {
    headers.vary = { value: (headers.vary ? headers.vary.value + ', ' : '') + '${VARY}' };
  }
  return event.response;
}
`;

/** By what a document is chosen. */
export const VARY = 'accept-language, cookie';
