/**
 * Logout tokens: how a provider says that a person has signed out there (OpenID Connect Back-Channel Logout 1.0).
 */
import {
  createLocalJWKSet,
  decodeJwt,
  decodeProtectedHeader,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
} from 'jose';
import { NodError } from '../errors.ts';
import { secondsBetween } from '../seconds.ts';
import type { Provider } from './provider.ts';

/** Signatures that only the provider can make: neither `none` nor a secret that the client has, too. */
const ALGORITHMS = 'RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519'.split(' ');

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** How far the provider's clock may be from ours, and how long a token may have been on its way. */
const IAT_SECONDS = 120;

const KEYS_MS = 10 * 60 * 1000;
const KEYS_AGAIN_MS = 1000;

export type LogoutToken = { jti: string; sid?: string; subject?: string };

/**
 * What a logout token says, if it holds (§2.6). What can be seen without keys is looked at first, so that junk
 * costs the provider nothing. @throws {NodError} `provider_refused`; `provider_unavailable` from `keys`
 */
export async function verifiedLogoutToken(
  text: string,
  provider: Provider,
  keys: (provider: Provider, maxAgeMs: number) => Promise<JSONWebKeySet>,
  now: Date,
): Promise<LogoutToken> {
  const claims = read(() => {
    const { typ } = decodeProtectedHeader(text);
    if (!provider.logout.untypedTokens && !/^(application\/)?logout\+jwt$/i.test(typ ?? '')) throw refused();
    return checked(decodeJwt(text), provider, now);
  });
  // Keys may have been changed since they were fetched; but no flood of forgeries has them fetched more often
  // than this.
  await signed(KEYS_MS).catch(() => signed(KEYS_AGAIN_MS));
  return claims;

  async function signed(maxAgeMs: number): Promise<void> {
    const keySet = createLocalJWKSet(await keys(provider, maxAgeMs));
    const expected = { algorithms: ALGORITHMS, issuer: provider.issuer, audience: provider.clientId };
    try {
      await jwtVerify(text, keySet, { ...expected, currentDate: now, clockTolerance: IAT_SECONDS });
    } catch (error) {
      throw refused(error);
    }
  }
}

function checked(claims: JWTPayload, { issuer, clientId }: Provider, now: Date): LogoutToken {
  const { iss, aud, iat, exp, jti, sub, sid, events, nonce } = claims;
  const holds =
    iss === issuer &&
    [aud].flat().includes(clientId) &&
    typeof iat === 'number' &&
    Math.abs(secondsBetween(new Date(iat * 1000), now)) <= IAT_SECONDS &&
    // That it is not over is looked at together with the signature.
    typeof exp === 'number' &&
    isText(jti) &&
    isObject(events) &&
    isObject(events[EVENT]) &&
    // An ID token must never pass for a logout token (§2.4).
    nonce === undefined &&
    (isText(sid) || isText(sub)) &&
    (sid === undefined || isText(sid)) &&
    (sub === undefined || isText(sub));
  if (!holds) throw refused();
  return { jti, ...(isText(sid) ? { sid } : {}), ...(isText(sub) ? { subject: sub } : {}) };
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 255;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function read<T>(decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw error instanceof NodError ? error : refused(error);
  }
}

function refused(cause?: unknown): NodError {
  return new NodError('provider_refused', 'This logout token does not hold.', { cause });
}
