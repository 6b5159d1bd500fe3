/**
 * The authorization code flow of OpenID Connect Core §3.1, through openid-client: to the provider, and back to an
 * identity. Trouble of the provider's is `provider_unavailable` (502); an answer that does not hold is
 * `provider_refused` (400).
 */
import { hash } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import * as client from 'openid-client';
import { NodError } from '../errors.ts';
import { secondsAfter, toSeconds } from '../seconds.ts';
import { LIFETIMES } from '../sessions/session.ts';
import { FRESH_SECONDS } from '../sessions/step-up.ts';
import { logProviderError } from './log-provider-error.ts';
import { insecureOnThisMachine, metadataOf } from './metadata.ts';
import type { Provider } from './provider.ts';
import { CLOCK_TOLERANCE_SECONDS, configurationOf, mapProviderError } from './provider-client.ts';
import { PROVIDER_MS, providerFetch } from './provider-fetch.ts';

/** What a provider says of a person, from the ID token and userinfo together. */
export type Claims = Readonly<Record<string, unknown>>;

/** Who somebody is at a provider; only issuer and subject together name a person (OpenID Connect Core §5.7). */
export type Identity = {
  issuer: string;
  subject: string;
  claims: Claims;
  /** When they have signed in there, in epoch seconds, by the ID token's `auth_time`; absent where it says none. */
  authTime?: number;
};

/** What the provider gave for the person; never leaves the server unencrypted. */
export type Tokens = {
  accessToken: string;
  accessEndsAt?: Date;
  refreshToken?: string;
  idToken?: string;
};

/** The secrets of one authorization request (RFC 7636, OpenID Connect Core §3.1.2.1). */
export type AuthorizationSecrets = { state: string; nonce: string; verifier: string };

/** An ID token comes straight from the provider: one that was made longer ago than a whole way there and back is an old one. */
const ID_TOKEN_SECONDS = 10 * 60;

/**
 * How long ago somebody may have signed in at the provider to be let in here without being asked there: as long as the
 * longest session here lasts. A provider that is asked so says in `auth_time` when it was (OpenID Connect Core §2).
 */
const SIGN_IN_MAX_AGE_SECONDS = LIFETIMES['30d'].lasts;

/** How many characters of an answer are kept: a row has room for 400 kB. */
const MOST_KEPT = 100_000;

export const newAuthorizationSecrets = (): AuthorizationSecrets => ({
  state: client.randomState(),
  nonce: client.randomNonce(),
  verifier: client.randomPKCECodeVerifier(),
});

/**
 * Where the browser goes to sign in (OpenID Connect Core §3.1.2.1, RFC 7636 §4.3).
 * @param again whether the person is to be asked there even if they are signed in
 */
export async function authorizationUrl(
  provider: Provider,
  { state, nonce, verifier }: AuthorizationSecrets,
  redirectUri: string,
  again: boolean,
): Promise<URL> {
  const configuration = new client.Configuration(
    await metadataOf(provider, providerFetch()),
    provider.clientId,
  );
  for (const allow of insecureOnThisMachine(provider)) allow(configuration);
  return client.buildAuthorizationUrl(configuration, {
    max_age: String(SIGN_IN_MAX_AGE_SECONDS),
    ...provider.parameters,
    ...(again ? { prompt: 'login', max_age: String(FRESH_SECONDS) } : {}),
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
  { state, nonce, verifier }: AuthorizationSecrets,
  now: Date,
): Promise<{ identity: Identity; tokens: Tokens }> {
  const identified = mapProviderError(async () => {
    // What the store has taken of the call's time is not left for the provider.
    const spent = Date.now() - now.getTime();
    const configuration = await configurationOf(provider, providerFetch(Math.max(1000, PROVIDER_MS - spent)));
    const response = await client.authorizationCodeGrant(configuration, returned, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    });
    const idClaims = response.claims();
    if (idClaims === undefined) throw new Error('there is no ID token');
    assertIdToken(idClaims, provider, now);
    assertAccessToken(response);
    const { sub, iss } = idClaims;
    const asks = provider.userinfo && configuration.serverMetadata().userinfo_endpoint !== undefined;
    const userinfo = asks ? await client.fetchUserInfo(configuration, response.access_token, sub) : {};
    // The signed claims win: userinfo comes over TLS only.
    const identity: Identity = {
      issuer: iss,
      subject: sub,
      claims: { ...userinfo, ...idClaims },
      ...authTimeOf(idClaims, now),
    };
    const tokens = tokensOf(response, now);
    if (JSON.stringify([identity, tokens]).length > MOST_KEPT)
      throw new Error('the answer is too long to keep');
    return { identity, tokens };
  });
  return identified.catch((error: unknown) => {
    // A 400 is in no log, and the operator cannot tell from outside what does not hold.
    if (error instanceof NodError && error.code === 'provider_refused') logProviderError(provider.id, error);
    throw error;
  });
}

/** What openid-client leaves to us of OpenID Connect Core §2 and §3.1.3.7. */
function assertIdToken({ iat, azp, sub }: client.IDToken, { clientId }: Provider, now: Date): void {
  if (iat > toSeconds(now) + CLOCK_TOLERANCE_SECONDS) throw new Error('iat is in the future');
  if (iat < toSeconds(now) - ID_TOKEN_SECONDS) throw new Error('iat is long ago');
  if (azp !== undefined && azp !== clientId) throw new Error('azp is another client');
  if (sub.length === 0 || sub.length > 255) throw new Error('sub has no or too many characters');
}

/** A time that is to come is none; one that is a little ahead of our clock is now. */
function authTimeOf({ auth_time: time }: client.IDToken, now: Date): Pick<Identity, 'authTime'> {
  const isTold = time !== undefined && time <= toSeconds(now) + CLOCK_TOLERANCE_SECONDS;
  return isTold ? { authTime: Math.min(time, toSeconds(now)) } : {};
}

/** That the access token is the one that the ID token was made with, where it says so (OpenID Connect Core §3.1.3.8). */
function assertAccessToken({ access_token, id_token = '' }: client.TokenEndpointResponse): void {
  const { at_hash: told } = decodeJwt(id_token);
  if (told === undefined) return;
  const { alg = '' } = decodeProtectedHeader(id_token);
  const algorithm = HASHES[alg.slice(-3)] ?? 'sha512';
  const half = hash(algorithm, access_token, 'buffer');
  if (told !== half.subarray(0, half.length / 2).toString('base64url')) {
    throw new Error('at_hash is of another access token');
  }
}

/** By the bits of the signature's algorithm (RFC 7518 §3.1); the others are Ed25519, which has SHA-512 (RFC 8032 §5.1). */
const HASHES: Record<string, string> = { 256: 'sha256', 384: 'sha384', 512: 'sha512' };

/** The tokens of an answer, as they are kept. */
export function tokensOf(response: client.TokenEndpointResponse, now: Date): Tokens {
  const { access_token, refresh_token, id_token, expires_in } = response;
  return {
    accessToken: access_token,
    ...(expires_in === undefined ? {} : { accessEndsAt: secondsAfter(now, expires_in) }),
    ...(refresh_token === undefined ? {} : { refreshToken: refresh_token }),
    ...(id_token === undefined ? {} : { idToken: id_token }),
  };
}
