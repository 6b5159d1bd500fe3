import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { handler } from '../../../shared/http/no-route.ts';
import { assertThroughSite, ORIGIN_SECRET_HEADER } from '../../../shared/http/origin-secret.ts';

const through = (secret?: string) => () =>
  assertThroughSite(secret === undefined ? {} : { [ORIGIN_SECRET_HEADER]: secret });

describe('the origin secret', () => {
  beforeEach(() => vi.stubEnv('ORIGIN_SECRETS', 'today,tomorrow'));
  afterEach(() => vi.unstubAllEnvs());

  it.each(['today', 'tomorrow'])('is the one of today or of tomorrow: %s', (secret) => {
    expect(through(secret)).not.toThrow();
  });

  it.each([undefined, '', ',', 'yesterday', 'Today', 'today,tomorrow', 'today,today'])(
    'is nothing else: %s',
    (secret) => {
      expect(through(secret)).toThrow(expect.objectContaining({ code: 'not_through_site' }));
    },
  );

  it.each(['', ','])('lets nobody through where the function knows none: "%s"', (known) => {
    vi.stubEnv('ORIGIN_SECRETS', known);
    for (const secret of [undefined, '', 'today']) expect(through(secret)).toThrow();
  });
});

describe('a call of no route', () => {
  beforeEach(() => vi.stubEnv('ORIGIN_SECRETS', 'today'));
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ['today', 404, 'not_found'],
    ['another', 403, 'not_through_site'],
  ])('is answered with a problem: with the secret "%s" %i', async (secret, status, code) => {
    const event = { headers: { [ORIGIN_SECRET_HEADER]: secret } } as unknown;
    const answer = await handler(event as Parameters<typeof handler>[0]);
    expect(answer.statusCode).toBe(status);
    expect(answer.headers?.['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.body ?? '')).toMatchObject({ status, code });
  });
});
