/** HEAD is GET without the body (RFC 9110 §9.3.2), on the API as on the site. */
import { expect, it } from 'vitest';
import { nod as startNod } from '../support/nod.ts';

const nod = startNod();

const ask = (method: 'GET' | 'HEAD', path: string) =>
  fetch(new URL(path, nod.origin), { method, redirect: 'manual' });

it.each([
  ['/api/posts', 200],
  ['/api/posts?author=nobody_at_all', 404],
  ['/api/posts?limit=0', 400],
  ['/api/status', 200],
  ['/api/sessions', 401],
  ['/api/nothing', 404],
  ['/openapi.json', 200],
  ['/signin', 200],
  ['/no-such-page-here', 404],
])('%s: %i', async (path, status) => {
  const [got, head] = [await ask('GET', path), await ask('HEAD', path)];
  expect([got.status, head.status]).toEqual([status, status]);
  expect(await head.text()).toBe('');
  for (const name of ['content-type', 'cache-control', 'content-security-policy']) {
    expect(head.headers.get(name), name).toBe(got.headers.get(name));
  }
});

it('does not spend what a browser brings back from a provider', async () => {
  expect((await ask('HEAD', '/api/social/demo/callback?state=x&code=y')).status).toBe(404);
});

it.each(['POST', 'PUT', 'DELETE'])('%s is no HEAD: what is not declared is not found', async (method) => {
  expect((await fetch(new URL('/api/status', nod.origin), { method })).status).toBe(404);
});
