/** What a provider publishes of itself: its metadata and its keys, kept across calls for a while. */
import type { JSONWebKeySet } from 'jose';
import * as client from 'openid-client';
import { isOnThisMachine, type Provider } from './provider.ts';
import { type Fetch, providerFetch, providerUnavailable } from './provider-fetch.ts';

/** Metadata is asked for again after this time. */
const DISCOVERY_MS = 10 * 60 * 1000;

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

/**
 * Where we or the browser go by the provider's word; no other scheme, least of all one that runs in a page of
 * ours.
 */
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

/** What lets openid-client go without TLS, where that may be. */
export function insecureOnThisMachine(provider: Provider): ((configuration: client.Configuration) => void)[] {
  return isOnThisMachine(provider) ? [client.allowInsecureRequests] : [];
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
