import { describe, expect, it } from 'vitest';
import { RELATED_ORIGINS_FILE } from '../../infra/related-origins.ts';
import { urlRewriteCode, urlRewriter, viewerRequestHandler } from '../../infra/url-rewrite.ts';
import { PAGES } from '../../web/pages.ts';

const POST_ID = 'pst_01J9Z3K4M5N6P7Q8R9S0T1V2W3';

describe('clean URLs', () => {
  const rewritten = urlRewriter();

  it.each([
    ['/', '/home.html'],
    ['/signin', '/signin.html'],
    ['/phone', '/phone.html'],
    ['/@alice', '/profile.html'],
    ['/@Alice_99', '/profile.html'],
    [`/@alice/${POST_ID}`, '/post.html'],
  ])('%s is answered by %s', (path, file) => {
    expect(rewritten(path)).toBe(file);
  });

  it.each([
    ['/phone/', '/phone.html'],
    ['/@alice/', '/profile.html'],
    ['//', '/home.html'],
    ['/%40alice', '/profile.html'],
    [`/%40alice/${POST_ID}/`, '/post.html'],
    ['/sign%69n', '/signin.html'],
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

  it.each(['/nowhere', '/phones', '/phone/x', '/@al', '/@alice/pst_1', '/home', '/PHONE', '/%'])(
    '%s is not found',
    (path) => {
      expect(rewritten(path)).toBe('/not-found.html');
    },
  );

  it('every page has a path that shows it', () => {
    const shown = ['/', '/@alice', `/@alice/${POST_ID}`, ...PAGES.map(({ path }) => path)].map(rewritten);
    expect(new Set(shown)).toEqual(new Set(PAGES.map(({ name }) => `/${name}.html`)));
  });
});

describe('the code of the CloudFront Function', () => {
  it('is below the 10 kB that CloudFront takes', () => {
    expect(Buffer.byteLength(urlRewriteCode())).toBeLessThan(10_240);
  });

  const asked = { path: { value: '/@eve' }, x: { value: '1' } };

  it.each([
    ['/', '/home.html', '/'],
    ['/home.html', '/home.html', '/'],
    ['/@Alice/', '/profile.html', '/@Alice'],
    ['/%40alice', '/profile.html', '/@alice'],
    [`/@alice/${POST_ID}`, '/post.html', `/@alice/${POST_ID}`],
  ])('says which public page is asked, in the place of the viewer’s query: %s', (uri, file, path) => {
    const request = viewerRequestHandler()({ uri, querystring: asked });
    expect(request).toEqual({ uri: file, querystring: { path: { value: encodeURIComponent(path) } } });
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
    expect(viewerRequestHandler()({ uri, querystring: asked })).toEqual({
      uri: '/not-found.html',
      querystring: {},
    });
  });

  it('returns the request it was given, with nothing but the path changed', () => {
    const handle = new Function(`${urlRewriteCode()}; return handler;`)();
    const request = { method: 'GET', uri: '/phone', querystring: { a: { value: '1' } }, headers: {} };
    expect(handle({ version: '1.0', request })).toBe(request);
    expect(request).toEqual({ ...request, uri: '/phone.html', querystring: { a: { value: '1' } } });
  });
});
