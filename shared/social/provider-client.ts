/** Nod as a client of a provider, for one request to it. */
import * as client from 'openid-client';
import { NodError } from '../errors.ts';
import { insecureOnThisMachine, metadataOf } from './metadata.ts';
import type { Provider } from './provider.ts';
import { providerFetch } from './provider-fetch.ts';
import { clientSecretOf } from './provider-secret.ts';

/** How far the provider's clock may be before ours: as much as openid-client grants `exp`. */
export const CLOCK_TOLERANCE_SECONDS = 30;

/**
 * A configuration for one request, so that the bound on its time is the request's, and the key set is always as
 * new as the request: keys that the provider has just changed work at once.
 */
export async function configurationOf(
  provider: Provider,
  fetch = providerFetch(),
): Promise<client.Configuration> {
  const [metadata, secret] = await Promise.all([metadataOf(provider, fetch), clientSecretOf(provider)]);
  const { clientId, userinfoSignedResponseAlg: userinfoAlg } = provider;
  const configuration = new client.Configuration(
    metadata,
    clientId,
    {
      [client.clockTolerance]: CLOCK_TOLERANCE_SECONDS,
      ...(userinfoAlg === undefined ? {} : { userinfo_signed_response_alg: userinfoAlg }),
    },
    authenticationOf(provider, secret),
  );
  configuration[client.customFetch] = fetch as client.CustomFetch;
  // The signature is checked even though the token came straight from the provider.
  client.enableNonRepudiationChecks(configuration);
  for (const allow of insecureOnThisMachine(provider)) allow(configuration);
  return configuration;
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

/**
 * Maps what openid-client throws: the provider is unavailable, which is a `NodError` among the causes, or its answer
 * does not hold. @throws {NodError} `provider_unavailable`, `provider_refused`
 */
export async function mapProviderError<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
      if (cause instanceof NodError) throw cause;
    }
    throw new NodError(
      'provider_refused',
      'The provider did not let you in, or its answer does not hold. Nothing was changed.',
      { cause: error },
    );
  }
}
