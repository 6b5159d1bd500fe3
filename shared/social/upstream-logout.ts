/**
 * Upstream logout: signs out at the provider, once the session here has ended. A failure there is logged and changes
 * nothing here.
 */
import * as client from 'openid-client';
import type { Database } from '../database.ts';
import { beginFlow } from '../http/flow-cookies.ts';
import type { Cookies } from '../http/request.ts';
import { newSessionId } from '../ids.ts';
import { secondsAfter } from '../seconds.ts';
import { digest, newSecret } from '../secrets.ts';
import { originOf, signInOf } from '../sessions/provenance.ts';
import type { Session } from '../sessions/session.ts';
import { AUTHORIZATION_REQUEST_SECONDS } from './authorization-request.ts';
import { authorizationRequestStore } from './authorization-request-store.ts';
import { logProviderError } from './log-provider-error.ts';
import { metadataOf } from './metadata.ts';
import type { Tokens } from './openid.ts';
import { type Provider, providers } from './provider.ts';
import { configurationOf, mapProviderError } from './provider-client.ts';
import { providerFetch } from './provider-fetch.ts';
import { upstreamStore } from './upstream-store.ts';
import { endedUrl } from './urls.ts';

/** How long signing out may wait for the provider. */
const LOGOUT_MS = 2500;

/** Where the browser goes on to, and the cookies that bind its return. */
type UpstreamLogout = { url: string; cookies: string[] };

/**
 * Revokes the session's tokens where the configuration says so, and says where the browser goes to sign out
 * there; `undefined` where there is nowhere to go.
 */
export async function upstreamLogout(
  db: Database,
  session: Session,
  cookies: Cookies,
  now: Date,
): Promise<UpstreamLogout | undefined> {
  // A step-up by the phone goes on with a sign-in that a provider has let in.
  if (!originOf(session)?.startsWith('link#')) return undefined;
  let providerId = session.provider ?? 'unknown';
  const noted = (error: unknown) => logProviderError(providerId, error);
  try {
    const upstream = await upstreamStore(db).get(signInOf(session));
    const provider = providers().find(({ id }) => id === upstream?.provider);
    if (upstream === undefined || provider === undefined) return undefined;
    providerId = provider.id;
    const { tokens } = upstream;
    const { revoke: revokes, browser: goes } = provider.logout;
    const [going] = await Promise.all([
      goes ? logoutRedirect(provider, tokens, db, cookies, now) : undefined,
      revokes ? revoke(provider, tokens).catch(noted) : undefined,
    ]);
    return going;
  } catch (error) {
    noted(error);
    return undefined;
  }
}

async function logoutRedirect(
  provider: Provider,
  { idToken }: Tokens,
  db: Database,
  cookies: Cookies,
  now: Date,
): Promise<UpstreamLogout | undefined> {
  const [state, secret, sessionId] = [newSecret(), newSecret(), newSessionId()];
  const url = await endSessionUrl(provider, { idToken, returnTo: endedUrl(provider), state });
  if (url === undefined) return undefined;
  const endsAt = secondsAfter(now, AUTHORIZATION_REQUEST_SECONDS);
  await db.write(
    authorizationRequestStore(db).beginLogout(state, {
      sessionId,
      secretHash: digest(secret),
      provider: provider.id,
      endsAt,
    }),
  );
  const begun = { id: sessionId, secret, lasts: AUTHORIZATION_REQUEST_SECONDS };
  return { url: url.href, cookies: beginFlow('oidc', begun, cookies, now) };
}

/** Revokes the tokens (RFC 7009): the refresh token, and with it what came of it, and the access token. */
async function revoke(provider: Provider, { accessToken, refreshToken }: Tokens): Promise<void> {
  await mapProviderError(async () => {
    const configuration = await configurationOf(provider, providerFetch(LOGOUT_MS));
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
async function endSessionUrl(
  provider: Provider,
  { idToken, returnTo, state }: { idToken: string | undefined; returnTo: string; state: string },
): Promise<URL | undefined> {
  const { end_session_endpoint: endpoint } = await metadataOf(provider, providerFetch(LOGOUT_MS));
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
