/**
 * What Nod asks of an OpenID provider, through openid-client: each function is one step of the protocol. Trouble
 * of the provider's is `provider_unavailable` (502); an answer that does not hold is `provider_refused` (400).
 */
import type { JSONWebKeySet } from 'jose';
import * as client from 'openid-client';
import { NodError } from '../errors.ts';
import { secondsAfter, toSeconds } from '../seconds.ts';
import { note } from './note.ts';
import { isOnThisMachine, type Provider } from './provider.ts';
import { type Fetch, providerFetch, providerUnavailable } from './provider-fetch.ts';
import { clientSecretOf } from './provider-secret.ts';

/** What a provider says of a person, from the ID token and userinfo together. */
export type Claims = Readonly<Record<string, unknown>>;

/** Who somebody is at a provider; only issuer and subject together name a person (OpenID Connect Core §5.7). */
export type Identity = { issuer: string; subject: string; claims: Claims };

/** What the provider gave for the person; never leaves the server unencrypted. */
export type Tokens = {
  accessToken: string;
  accessEndsAt?: Date;
  refreshToken?: string;
  idToken?: string;
};

/** What only this browser's dance knows (RFC 7636, OpenID Connect Core §3.1.2.1). */
export type DanceSecrets = { state: string; nonce: string; verifier: string };

/** A provider's metadata is asked for again after this time. */
const DISCOVERY_MS = 10 * 60 * 1000;

/** How far the provider's clock may be before ours: as much as openid-client grants `exp`. */
const CLOCK_TOLERANCE_SECONDS = 30;

/** Nobody waits long to be signed out, and the check of many sessions waits for none of them long. */
const LEAVE_MS = 2500;
const CHECK_MS = 3000;

/** How many characters of an answer are kept: a row has room for 400 kB. */
const MOST_KEPT = 100_000;

const discovered = new Map<string, { metadata: client.ServerMetadata; at: number }>();

/**
 * The provider's metadata (OpenID Connect Discovery §4), with what the operator wrote over it; kept across calls.
 * @throws {NodError} `provider_unavailable`, also if it speaks for another issuer
 */
export async function metadataOf(provider: Provider, fetch: Fetch): Promise<client.ServerMetadata> {
  const url = provider.discovery ?? `${provider.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const key = JSON.stringify([provider.issuer, url, provider.endpoints]);
  const known = discovered.get(key);
  if (known !== undefined && Date.now() - known.at < DISCOVERY_MS) return known.metadata;
  try {
    const found = await client.discovery(new URL(url), provider.clientId, undefined, undefined, {
      [client.customFetch]: fetch as client.CustomFetch,
      execute: insecureOnThisMachine(provider),
    });
    const metadata = { ...found.serverMetadata(), ...provider.endpoints };
    // RFC 9207 and the mix-up defence rest on this being the issuer that was configured, to the letter.
    if (metadata.issuer !== provider.issuer) {
      throw new Error(`metadata of ${provider.id} names another issuer`);
    }
    assertTls(metadata, provider);
    discovered.set(key, { metadata, at: Date.now() });
    return metadata;
  } catch (error) {
    throw providerUnavailable(error);
  }
}

/** Where we or the browser go by the provider's word; no other scheme, least of all one that runs in a page of ours. */
const VISITED = [
  'authorization_endpoint',
  'token_endpoint',
  'userinfo_endpoint',
  'jwks_uri',
  'end_session_endpoint',
  'introspection_endpoint',
  'revocation_endpoint',
] as const;

function assertTls(metadata: client.ServerMetadata, provider: Provider): void {
  const schemes = isOnThisMachine(provider) ? ['https:', 'http:'] : ['https:'];
  for (const name of VISITED) {
    const url = metadata[name];
    if (url !== undefined && !(URL.canParse(url) && schemes.includes(new URL(url).protocol))) {
      throw new Error(`${name} of ${provider.id} is not reached by TLS`);
    }
  }
}

/**
 * A configuration for one request, so that the bound on its time is the request's, and the key set is always as
 * new as the request: keys that the provider has just changed work at once.
 */
async function configurationOf(provider: Provider, fetch = providerFetch()): Promise<client.Configuration> {
  const [metadata, secret] = await Promise.all([metadataOf(provider, fetch), clientSecretOf(provider)]);
  const { clientId } = provider;
  const configuration = new client.Configuration(
    metadata,
    clientId,
    { [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
    authenticationOf(provider, secret),
  );
  configuration[client.customFetch] = fetch as client.CustomFetch;
  // The signature is checked even though the token came straight from the provider.
  client.enableNonRepudiationChecks(configuration);
  for (const allow of insecureOnThisMachine(provider)) allow(configuration);
  return configuration;
}

function insecureOnThisMachine(provider: Provider): ((configuration: client.Configuration) => void)[] {
  return isOnThisMachine(provider) ? [client.allowInsecureRequests] : [];
}

function authenticationOf({ tokenEndpointAuth }: Provider, secret: string | undefined): client.ClientAuth {
  if (secret === undefined) return client.None();
  switch (tokenEndpointAuth) {
    case 'client_secret_post':
      return client.ClientSecretPost(secret);
    case 'client_secret_jwt':
      return client.ClientSecretJwt(secret);
    case 'none':
      return client.None();
    default:
      // What a provider takes that says nothing else (OpenID Connect Discovery §3).
      return client.ClientSecretBasic(secret);
  }
}

export const newDanceSecrets = (): DanceSecrets => ({
  state: client.randomState(),
  nonce: client.randomNonce(),
  verifier: client.randomPKCECodeVerifier(),
});

/** Where the browser goes to sign in (OpenID Connect Core §3.1.2.1, RFC 7636 §4.3). */
export async function authorizationUrl(
  provider: Provider,
  { state, nonce, verifier }: DanceSecrets,
  redirectUri: string,
): Promise<URL> {
  const configuration = new client.Configuration(
    await metadataOf(provider, providerFetch()),
    provider.clientId,
  );
  for (const allow of insecureOnThisMachine(provider)) allow(configuration);
  return client.buildAuthorizationUrl(configuration, {
    ...provider.parameters,
    scope: provider.scopes.join(' '),
    redirect_uri: redirectUri,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
}

/**
 * From the browser's return to the person's identity: the response's `iss` (RFC 9207), the code exchange with
 * PKCE, the ID token with its signature and nonce, and userinfo, whose subject must be the same.
 * @throws {NodError} `provider_refused`, `provider_unavailable`
 */
export async function identify(
  provider: Provider,
  returned: URL,
  { state, nonce, verifier }: DanceSecrets,
  now: Date,
): Promise<{ identity: Identity; tokens: Tokens }> {
  return answered(provider, async () => {
    const configuration = await configurationOf(provider);
    const response = await client.authorizationCodeGrant(configuration, returned, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const idClaims = response.claims();
    if (idClaims === undefined) throw new Error('there is no ID token');
    assertTrueToUs(idClaims, provider, now);
    const { sub, iss } = idClaims;
    const asks = provider.userinfo && configuration.serverMetadata().userinfo_endpoint !== undefined;
    const userinfo = asks ? await client.fetchUserInfo(configuration, response.access_token, sub) : {};
    // The signed claims win: userinfo comes over TLS only.
    const identity: Identity = { issuer: iss, subject: sub, claims: { ...userinfo, ...idClaims } };
    const tokens = tokensOf(response, now);
    if (JSON.stringify([identity, tokens]).length > MOST_KEPT)
      throw new Error('the answer is too long to keep');
    return { identity, tokens };
  });
}

/** What openid-client leaves to us of OpenID Connect Core §2 and §3.1.3.7. */
function assertTrueToUs({ iat, azp, sub }: client.IDToken, { clientId }: Provider, now: Date): void {
  if (iat > toSeconds(now) + CLOCK_TOLERANCE_SECONDS) throw new Error('iat is in the future');
  if (azp !== undefined && azp !== clientId) throw new Error('azp is another client');
  if (sub.length === 0 || sub.length > 255) throw new Error('sub has no or too many characters');
}

function tokensOf(response: client.TokenEndpointResponse, now: Date): Tokens {
  const { access_token, refresh_token, id_token, expires_in } = response;
  return {
    accessToken: access_token,
    ...(expires_in === undefined ? {} : { accessEndsAt: secondsAfter(now, expires_in) }),
    ...(refresh_token === undefined ? {} : { refreshToken: refresh_token }),
    ...(id_token === undefined ? {} : { idToken: id_token }),
  };
}

/**
 * New tokens for old (RFC 6749 §6), or `undefined` if the provider takes the refresh token no more. What the
 * answer leaves out stays. @throws {NodError} `provider_unavailable`, `provider_refused` if the answer does not
 * hold
 */
export async function refreshed(provider: Provider, tokens: Tokens, now: Date): Promise<Tokens | undefined> {
  return answered(provider, async () => {
    const configuration = await configurationOf(provider, providerFetch(CHECK_MS));
    try {
      const response = await client.refreshTokenGrant(configuration, tokens.refreshToken ?? '');
      return { ...tokens, ...tokensOf(response, now) };
    } catch (error) {
      if (error instanceof client.ResponseBodyError && error.error === 'invalid_grant') return undefined;
      throw error;
    }
  });
}

/**
 * Whether an access token still holds, as the provider says (RFC 7662, or AuthMachine's `check_token_revoked`).
 * @throws {NodError} `provider_unavailable`, `provider_refused` if it does not say
 */
export async function isRevoked(provider: Provider, accessToken: string): Promise<boolean> {
  return answered(provider, async () => {
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

const keySets = new Map<string, { keys: JSONWebKeySet; at: number }>();

/** The provider's public keys (RFC 7517), at most so old. @throws {NodError} `provider_unavailable` */
export async function keySetOf(provider: Provider, maxAgeMs: number): Promise<JSONWebKeySet> {
  const known = keySets.get(provider.issuer);
  if (known !== undefined && Date.now() - known.at < maxAgeMs) return known.keys;
  const fetch = providerFetch();
  const { jwks_uri: url = '' } = await metadataOf(provider, fetch);
  const response = await fetch(url, { headers: { accept: 'application/json' } });
  try {
    const keys = (await response.json()) as JSONWebKeySet;
    if (!response.ok || !Array.isArray(keys.keys)) throw new Error(`${provider.id} gave no keys`);
    keySets.set(provider.issuer, { keys, at: Date.now() });
    return keys;
  } catch (error) {
    throw providerUnavailable(error);
  }
}

/** Revokes the tokens (RFC 7009): the refresh token, and with it what came of it, and the access token. */
export async function revoke(provider: Provider, { accessToken, refreshToken }: Tokens): Promise<void> {
  await answered(provider, async () => {
    const configuration = await configurationOf(provider, providerFetch(LEAVE_MS));
    if (refreshToken !== undefined) {
      await client.tokenRevocation(configuration, refreshToken, { token_type_hint: 'refresh_token' });
    }
    await client.tokenRevocation(configuration, accessToken, { token_type_hint: 'access_token' });
  });
}

/**
 * Where the browser goes to sign out at the provider as well (RP-Initiated Logout 1.0 §2), or `undefined` if the
 * provider has no such place. @throws {NodError} `provider_unavailable`
 */
export async function endSessionUrl(
  provider: Provider,
  { idToken, returnTo, state }: { idToken: string | undefined; returnTo: string; state: string },
): Promise<URL | undefined> {
  const { end_session_endpoint: endpoint } = await metadataOf(provider, providerFetch(LEAVE_MS));
  if (endpoint === undefined) return undefined;
  const url = new URL(endpoint);
  const parameters = {
    ...provider.logout.parameters,
    client_id: provider.clientId,
    [provider.logout.returnParameter]: returnTo,
    state,
    ...(idToken === undefined ? {} : { id_token_hint: idToken }),
  };
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url;
}

/** Sorts what goes wrong: the provider's trouble is in the causes of what openid-client throws. */
async function answered<T>({ id }: Provider, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if (cause instanceof NodError) throw cause;
    }
    note(id, error);
    throw new NodError(
      'provider_refused',
      'The provider did not let you in, or its answer does not hold. Nothing was changed.',
      { cause: error },
    );
  }
}
