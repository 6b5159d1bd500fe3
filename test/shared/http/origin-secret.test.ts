import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../shared/http/no-route.ts';
import { assertViaCloudFront, ORIGIN_SECRET_HEADER } from '../../../shared/http/origin-secret.ts';

const through = (shown?: string) => () =>
  assertViaCloudFront(shown === undefined ? {} : { [ORIGIN_SECRET_HEADER]: shown });

beforeEach(() => vi.stubEnv('ORIGIN_SECRET', 'ours'));
afterEach(() => vi.unstubAllEnvs());

describe('the origin secret', () => {
  it.each(['ours', 'ours,before', 'after,ours'])('is shown alone or beside a neighbour: %s', (shown) => {
    expect(through(shown)).not.toThrow();
  });

  it.each([undefined, '', ',', 'before', 'Ours', 'our', 'ours ', 'before,after', 'a,b,ours'])(
    'is nothing else: %s',
    (shown) => {
      expect(through(shown)).toThrow(expect.objectContaining({ code: 'direct_access_refused' }));
    },
  );

  it('lets nobody through where the function knows none', () => {
    vi.stubEnv('ORIGIN_SECRET', '');
    for (const shown of [undefined, '', ',', 'ours']) expect(through(shown)).toThrow();
  });
});

describe('a call of no route', () => {
  it.each([
    ['ours', 404, 'not_found'],
    ['another', 403, 'direct_access_refused'],
  ])('is answered with a problem: with the secret "%s" %i', async (secret, status, code) => {
    const event = { headers: { [ORIGIN_SECRET_HEADER]: secret } } as unknown;
    const answer = await handler(event as Parameters<typeof handler>[0]);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers?.['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ status, code });
  });

  it('is a page’s, whose function is not deployed yet: 503, for which CloudFront shows the file instead', async () => {
    const event = {
      headers: { [ORIGIN_SECRET_HEADER]: 'ours' },
      rawPath: '/api/pages/en/home.html',
    } as unknown;
    expect((await handler(event as Parameters<typeof handler>[0])).statusCode).toBe(503);
  });
});
