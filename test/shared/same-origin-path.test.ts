import { describe, expect, it } from 'vitest';
import { sameOriginPath } from '../../shared/same-origin-path.ts';

const ORIGIN = 'https://nod.example';

describe('where to go after signing in', () => {
  it.each([
    '/',
    '/account?tab=1#x',
    '/@susan',
    '/apiary',
    '/api.html',
    '/@api/api',
    '/posts/api/',
    '/?next=/api/logout',
    '/100%25',
    '/100%',
    '/%zz',
    '/%E2%98%83',
  ])('is a page: %s', (next) => {
    expect(sameOriginPath(next, ORIGIN)).toBe(next);
  });

  it.each([
    '/api',
    '/api/',
    '/api/logout',
    '/api?x',
    '/api#x',
    `${ORIGIN}/api/social/demo/ended`,
    'api/status',
    './api/status',
    '/./api',
    '/x/../api/status',
    '/x/%2e%2e/api/status',
    '/x/%2E./api',
    '/x%2f..%2fapi%2fstatus',
    '/x%2F%2e%2e%2Fapi',
    '/x%252f..%252fapi',
    '/%61pi/',
    '/%2561pi/status',
    '/a%70i',
    '/API/status',
    '/Api',
    '/%41PI/',
    '/api%2fstatus',
    '/api%3Fx',
    '/x%3f%2f..%2fapi',
    '/x%23/..%2f%61pi/',
    '/api%23x',
    '/%2fapi',
    '/%2f%2fapi/x',
    '/%5capi',
    '/\\api',
    '\\api/status',
    '/.//api',
    '/x/..//api',
    '/a\tpi/status',
    '/a%09pi/status',
    '\n/api',
    '/%61pi/%zz',
    '/%2561pi/%25zz',
    '/api/%',
    '//nod.example/api',
  ])('is never the API: %j', (next) => {
    expect(sameOriginPath(next, ORIGIN)).toBe('/');
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    'http://nod.example/',
  ])('is never elsewhere: %s', (next) => {
    expect(sameOriginPath(next, ORIGIN)).toBe('/');
  });
});
