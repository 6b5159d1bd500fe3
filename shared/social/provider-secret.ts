/** A client's secret at its provider: read at run time, so that it is in no template and no configuration. */
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { env } from '../env.ts';
import { NodError } from '../errors.ts';
import type { Provider } from './provider.ts';

/** A secret that was changed is taken after so long. */
const KEPT_MS = 5 * 60 * 1000;

const kept = new Map<string, { value: string; at: number }>();
let client: SecretsManagerClient | undefined;

/**
 * The secret that the configuration names, or `undefined` for a client that has none.
 * @throws {NodError} `provider_not_ready` if Secrets Manager does not give it
 * @throws {Error} if the environment variable is not set, on one machine
 */
export async function clientSecretOf({ clientSecret: name }: Provider): Promise<string | undefined> {
  if (name === undefined) return undefined;
  if (env.stage === undefined) return env.variable(name);
  const known = kept.get(name);
  if (known !== undefined && Date.now() - known.at < KEPT_MS) return known.value;
  const value = await fromSecretsManager(name);
  kept.set(name, { value, at: Date.now() });
  return value;
}

async function fromSecretsManager(name: string): Promise<string> {
  client ??= new SecretsManagerClient({
    maxAttempts: 2,
    requestHandler: { connectionTimeout: 500, requestTimeout: 1500, throwOnRequestTimeout: true },
  });
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: name }));
    if (SecretString === undefined) throw new Error(`the secret ${name} is no text`);
    return SecretString;
  } catch (error) {
    throw new NodError('provider_not_ready', 'This way to sign in is not ready. Try again in a moment.', {
      retryAfter: 10,
      cause: error,
    });
  }
}
