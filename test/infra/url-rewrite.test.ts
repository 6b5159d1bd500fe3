import { describe, expect, it } from 'vitest';
import { RELATED_ORIGINS_FILE } from '../../infra/related-origins.ts';
import {
  urlRewriteCode,
  urlRewriter,
  VARY,
  varyCode,
  viewerRequestHandler,
} from '../../infra/url-rewrite.ts';
import { PAGES } from '../../web/pages.ts';

const POST_ID = 'pst_01J9Z3K4M5N6P7Q8R9S0T1V2W3';

/** A viewer who says nothing of the language. */
const FROM_NOBODY = { cookies: {}, headers: {} };

describe('clean URLs', () => {
  const rewritten = urlRewriter();

  it.each([
    ['/', '/en/home.html'],
    ['/signin', '/en/signin.html'],
    ['/phone', '/en/phone.html'],
    ['/@alice', '/en/profile.html'],
    ['/@Alice_99', '/en/profile.html'],
    ['/@alice/replies', '/en/profile.html'],
    ['/@alice/likes/', '/en/profile.html'],
    [`/@alice/${POST_ID}`, '/en/post.html'],
    ['/@alice/followers', '/en/people.html'],
    ['/@alice/following', '/en/people.html'],
    ['/tags/bread', '/en/tag.html'],
    ['/tags/%D9%83%D8%AA%D8%A7%D8%A8', '/en/tag.html'],
    // No file, though it has an extension.
    ['/tags/bread.and', '/en/tag.html'],
  ])('%s is answered by %s', (path, file) => {
    expect(rewritten(path)).toBe(file);
  });

  it.each([
    ['/phone/', '/en/phone.html'],
    ['/@alice/', '/en/profile.html'],
    ['//', '/en/home.html'],
    ['/%40alice', '/en/profile.html'],
    [`/%40alice/${POST_ID}/`, '/en/post.html'],
    ['/sign%69n', '/en/signin.html'],
  ])('an address in another spelling is no other page: %s', (path, file) => {
    expect(rewritten(path)).toBe(file);
  });

  it.each(['/assets/home-AB12CD34.js', '/favicon.svg', '/sw.js', '/phone.html', '/.well-known/other'])(
    'the file %s is left alone',
    (path) => {
      expect(rewritten(path)).toBe(path);
    },
  );

  it('which sites may use the passkeys is answered by a file whose name says that it is JSON', () => {
    expect(rewritten('/.well-known/webauthn')).toBe(`/${RELATED_ORIGINS_FILE}`);
    expect(RELATED_ORIGINS_FILE).toMatch(/\.json$/);
  });

  it.each([
    '/nowhere',
    '/phones',
    '/phone/x',
    '/tags',
    '/tags/a/b',
    '/@al',
    '/@alice/pst_1',
    '/home',
    '/PHONE',
    '/%',
  ])('%s is not found', (path) => {
    expect(rewritten(path)).toBe('/en/not-found.html');
  });

  it('every page has a path that shows it', () => {
    const shown = [
      '/',
      '/@alice',
      '/@alice/following',
      '/messages/alice',
      '/tags/bread',
      `/@alice/${POST_ID}`,
      ...PAGES.map(({ path }) => path),
    ].map(rewritten);
    expect(new Set(shown)).toEqual(new Set(PAGES.map(({ name }) => `/en/${name}.html`)));
  });
});

describe('the code of the CloudFront Function', () => {
  it('is below the 10 kB that CloudFront takes', () => {
    expect(Buffer.byteLength(urlRewriteCode())).toBeLessThan(10_240);
  });

  const asked = { path: { value: '/@eve' }, x: { value: '1' } };

  it.each([
    ['/', '/en/home.html', '/'],
    ['/home.html', '/en/home.html', '/'],
    ['/@Alice/', '/en/profile.html', '/@Alice'],
    ['/%40alice', '/en/profile.html', '/@alice'],
    [`/@alice/${POST_ID}`, '/en/post.html', `/@alice/${POST_ID}`],
  ])('says which public page is asked, in the place of the viewer’s query: %s', (uri, file, path) => {
    const request = viewerRequestHandler()({ uri, querystring: asked, ...FROM_NOBODY });
    expect(request).toEqual({
      uri: file,
      querystring: { path: { value: encodeURIComponent(path) } },
      ...FROM_NOBODY,
    });
  });

  it.each([
    '/@al',
    '/@alice?x',
    '/@profile.html',
    '/@alice/profile.html',
    '/@alice/%2e%2e',
    '/@alice/pst_1',
    '/nowhere',
  ])('and nothing of what is none: %s', (uri) => {
    expect(viewerRequestHandler()({ uri, querystring: asked, ...FROM_NOBODY })).toEqual({
      uri: '/en/not-found.html',
      querystring: {},
      ...FROM_NOBODY,
    });
  });

  it.each([
    ['/@Alice/feed.xml', '/api/feeds/xml', { author: { value: 'alice' } }],
    ['/@alice/feed.json', '/api/feeds/json', { author: { value: 'alice' } }],
    ['/%40alice/feed.xml', '/api/feeds/xml', { author: { value: 'alice' } }],
    ['/%40alice/feed%2Exml/', '/api/feeds/xml', { author: { value: 'alice' } }],
    ['/tags/bread/feed.xml', '/api/feeds/xml', { tag: { value: 'bread' } }],
    ['/tags/%D9%83/feed.json', '/api/feeds/json', { tag: { value: '%D9%83' } }],
    ['/tags/%D9%83&author=eve/feed.json', '/api/feeds/json', { tag: { value: '%D9%83%26author%3Deve' } }],
  ])('says whose feed is asked, in the place of the viewer’s query: %s', (uri, path, querystring) => {
    const request = viewerRequestHandler()({ uri, querystring: asked, ...FROM_NOBODY });
    expect(request).toEqual({ uri: path, querystring, ...FROM_NOBODY });
  });

  it.each([
    '/@al/feed.xml',
    '/@alice/feed.rss',
    '/@alice/x/feed.xml',
    '/tags/a%2Fb/feed.xml',
    '/tags/feed.xml',
  ])('and nothing of what is no feed: %s', (uri) => {
    const request = viewerRequestHandler()({ uri, querystring: {}, ...FROM_NOBODY });
    expect(request.uri).not.toMatch(/^\/api/);
    expect(request.querystring).not.toHaveProperty('author');
    expect(request.querystring).not.toHaveProperty('tag');
  });

  it('returns the request it was given, with nothing but the path changed', () => {
    const handle = new Function(`${urlRewriteCode()}; return handler;`)();
    const request = { method: 'GET', uri: '/phone', querystring: { a: { value: '1' } }, ...FROM_NOBODY };
    expect(handle({ version: '1.0', request })).toBe(request);
    expect(request).toEqual({ ...request, uri: '/en/phone.html', querystring: { a: { value: '1' } } });
  });
});

describe('whom a public page is drawn for', () => {
  const queryFor = (visitor: string, uri = '/') =>
    viewerRequestHandler()({ uri, querystring: {}, headers: {}, cookies: { visitor: { value: visitor } } })
      .querystring;

  it.for(['dark', 'light.person', 'person.writer', 'dark.person.writer.phone', 'phone'])(
    'is passed on: %s',
    (visitor) => {
      expect(queryFor(visitor)).toEqual({ path: { value: '%2F' }, visitor: { value: visitor } });
    },
  );

  it.for(['susan', 'dark.', '.person', 'personwriter', 'writer.person', 'dark.dark', 'person&x=1', 'DARK'])(
    'is nobody where it is none of those: %s',
    (visitor) => {
      expect(queryFor(visitor)).toEqual({ path: { value: '%2F' } });
    },
  );

  it('is of no other page', () => {
    expect(queryFor('dark', '/signin')).toEqual({});
  });
});

describe('the language of a page', () => {
  const handle = viewerRequestHandler({ pages: PAGES, languages: ['en', 'de', 'pt-BR'] });
  const fileFor = (cookie: string | undefined, accepted: string | undefined, uri = '/signin') =>
    handle({
      uri,
      querystring: {},
      cookies: cookie === undefined ? {} : { lang: { value: cookie } },
      headers: accepted === undefined ? {} : { 'accept-language': { value: accepted } },
    }).uri;

  it.for([
    ['de', 'en', '/de/signin.html'],
    [undefined, 'pt-PT,pt;q=0.9', '/pt-BR/signin.html'],
    ['xx', 'de-CH', '/de/signin.html'],
    ['../../x', 'en', '/en/signin.html'],
    [undefined, undefined, '/en/signin.html'],
  ] as const)('is that of the cookie %s, else of %s: %s', ([cookie, accepted, file]) => {
    expect(fileFor(cookie, accepted)).toBe(file);
  });

  it('is that of a public page and of none alike, and files have none', () => {
    expect(fileFor('de', undefined, '/@alice')).toBe('/de/profile.html');
    expect(fileFor('de', undefined, '/nowhere')).toBe('/de/not-found.html');
    expect(fileFor('de', undefined, '/sw.js')).toBe('/sw.js');
  });

  it('is said to depend on what chose it, beside what the answer depends on already', () => {
    const answer = (headers: object) =>
      new Function(`${varyCode()}; return handler;`)()({ response: { headers } }).headers.vary?.value;
    const html = { 'content-type': { value: 'text/html; charset=utf-8' } };
    expect(answer(html)).toBe(VARY);
    expect(answer({ ...html, vary: { value: 'Accept-Encoding' } })).toBe(`Accept-Encoding, ${VARY}`);
    expect(answer({ 'content-type': { value: 'text/javascript' } })).toBeUndefined();
  });
});
