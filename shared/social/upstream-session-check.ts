/** The upstream session check: whether the session at the provider, which let one of ours in, is still active. */
import { decodeJwt } from 'jose';
import * as client from 'openid-client';
import type { Database } from '../database.ts';
import type { SessionId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';
import { type Tokens, tokensOf } from './openid.ts';
import type { Provider } from './provider.ts';
import { configurationOf, mapProviderError } from './provider-client.ts';
import { providerFetch } from './provider-fetch.ts';
import { clientSecretOf } from './provider-secret.ts';
import { upstreamStore } from './upstream-store.ts';

/** How long the check of one session may take: a run checks many. */
const CHECK_MS = 3000;

/** An access token that ends so soon is renewed first. */
const RENEWED_SECONDS = 30;

/**
 * Asks the provider by the session's access token, which is renewed where it ends. `undefined` where there is
 * nothing left to ask by. @throws {NodError} `provider_unavailable`, `provider_refused` if the answer says
 * neither yes nor no
 */
export async function isUpstreamSessionActive(
  id: SessionId,
  provider: Provider,
  now: Date,
  db: Database,
): Promise<boolean | undefined> {
  const upstreams = upstreamStore(db);
  const upstream = await upstreams.get(id);
  if (upstream === undefined) return undefined;
  const { accessToken, accessEndsAt, refreshToken } = upstream.tokens;
  if (accessEndsAt === undefined || accessEndsAt > secondsAfter(now, RENEWED_SECONDS)) {
    return !(await isRevoked(provider, accessToken));
  }
  // A token that ended by itself tells nothing.
  if (refreshToken === undefined) return undefined;
  const renewing = { ...upstream, version: upstream.version + 1, isRenewing: true };
  await db.write(upstreams.renew(renewing));
  const tokens = await refreshed(provider, upstream.tokens, now);
  // Where an earlier renewal was cut off, the new refresh token got lost, and the old one is refused for that.
  if (tokens === undefined) return upstream.isRenewing ? undefined : false;
  await db.write(upstreams.renew({ ...renewing, tokens, version: renewing.version + 1, isRenewing: false }));
  return !(await isRevoked(provider, tokens.accessToken));
}

/**
 * New tokens for old (RFC 6749 §6), or `undefined` if the provider takes the refresh token no more. What the
 * answer leaves out stays. @throws {NodError} `provider_unavailable`, `provider_refused` if the answer does not
 * hold
 */
async function refreshed(provider: Provider, tokens: Tokens, now: Date): Promise<Tokens | undefined> {
  return mapProviderError(async () => {
    const configuration = await configurationOf(provider, providerFetch(CHECK_MS));
    try {
      const response = await client.refreshTokenGrant(configuration, tokens.refreshToken ?? '');
      assertSamePerson(response, tokens);
      const { accessEndsAt: _, ...kept } = tokens;
      return { ...kept, ...tokensOf(response, now) };
    } catch (error) {
      if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') return undefined;
      throw error;
    }
  });
}

/** OpenID Connect Core §12.2 */
function assertSamePerson(response: client.TokenEndpointResponse, { idToken }: Tokens): void {
  if (response.id_token === undefined || idToken === undefined) return;
  if (decodeJwt(response.id_token).sub !== decodeJwt(idToken).sub) throw new Error('sub is somebody else');
}

/**
 * Whether an access token still holds, as the provider says (RFC 7662, or AuthMachine's `check_token_revoked`).
 * @throws {NodError} `provider_unavailable`, `provider_refused` if it does not say
 */
async function isRevoked(provider: Provider, accessToken: string): Promise<boolean> {
  return mapProviderError(async () => {
    const fetch = providerFetch(CHECK_MS);
    const configuration = await configurationOf(provider, fetch);
    if (provider.revocation === 'introspection') {
      const { active } = await client.tokenIntrospection(configuration, accessToken, {
        token_type_hint: 'access_token',
      });
      return !active;
    }
    const { token_endpoint: endpoint = '' } = configuration.serverMetadata();
    const response = await fetch(endpoint, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'check_token_revoked',
        access_token: accessToken,
        client_id: provider.clientId,
        client_secret: (await clientSecretOf(provider)) ?? '',
      }),
    });
    if (!response.ok) throw new Error(`check_token_revoked was answered with ${response.status}`);
    const { revoked } = (await response.json()) as { revoked?: unknown };
    return revoked === true;
  });
}
