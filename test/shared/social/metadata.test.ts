import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { metadataOf } from '../../../shared/social/metadata.ts';
import { type Provider, parseProviders } from '../../../shared/social/provider.ts';

let next = 0;

/** Another issuer each time, because metadata is kept by it. */
function provider(more: object = {}): Provider {
  const issuer = `https://p${next++}.example`;
  const [parsed] = parseProviders(
    JSON.stringify([{ id: 'one', label: 'One', issuer, clientId: 'nod', ...more }]),
  );
  return parsed as Provider;
}

/** Answers with metadata, and notes what was asked for. */
function answering(metadata: (issuer: string) => object) {
  const asked: string[] = [];
  const fetch = async (url: string) => {
    asked.push(url);
    return Response.json(metadata(new URL(url).origin));
  };
  return { asked, fetch };
}

const honest = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a provider’s metadata', () => {
  it('is kept for ten minutes', async () => {
    const one = provider();
    const { asked, fetch } = answering(honest);
    await Promise.all([metadataOf(one, fetch)]);
    await metadataOf(one, fetch);
    expect(asked).toEqual([`${one.issuer}/.well-known/openid-configuration`]);
    vi.advanceTimersByTime(10 * 60 * 1000);
    await metadataOf(one, fetch);
    expect(asked).toHaveLength(2);
  });

  it('is read where the operator says, and corrected by what the operator says', async () => {
    const one = provider({
      discovery: 'https://meta.example/.well-known/openid-configuration?realm=x',
      endpoints: { end_session_endpoint: 'https://other.example/leave' },
    });
    const { asked, fetch } = answering(() => honest(one.issuer));
    expect(await metadataOf(one, fetch)).toMatchObject({
      end_session_endpoint: 'https://other.example/leave',
    });
    expect(asked).toEqual([one.discovery]);
  });

  it.each<[string, (issuer: string) => object]>([
    ['names another issuer', () => honest('https://evil.example')],
    ['names its issuer with a slash', (issuer) => ({ ...honest(issuer), issuer: `${issuer}/` })],
    [
      'leads to a token endpoint without TLS',
      (issuer) => ({ ...honest(issuer), token_endpoint: 'http://x.example' }),
    ],
    ['has keys without TLS', (issuer) => ({ ...honest(issuer), jwks_uri: 'http://x.example' })],
    [
      'would run in our page',
      (issuer) => ({ ...honest(issuer), end_session_endpoint: 'javascript:alert(1)' }),
    ],
    ['has an address that is none', (issuer) => ({ ...honest(issuer), userinfo_endpoint: 'x' })],
  ])('is refused, and not kept, if it %s', async (_, metadata) => {
    const one = provider();
    await expect(metadataOf(one, answering(metadata).fetch)).rejects.toMatchObject({
      code: 'provider_unavailable',
    });
    expect(await metadataOf(one, answering(honest).fetch)).toMatchObject({ issuer: one.issuer });
  });
});
