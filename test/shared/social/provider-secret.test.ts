import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Provider } from '../../../shared/social/provider.ts';
import { clientSecretOf } from '../../../shared/social/provider-secret.ts';

const secrets = mockClient(SecretsManagerClient);
const of = (clientSecret?: string) => clientSecretOf({ clientSecret } as Provider);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubEnv('AWS_REGION', 'local');
  secrets.reset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('a client’s secret', () => {
  it('is an environment variable on one machine', async () => {
    vi.stubEnv('ONE_SECRET', 'shh');
    expect(await of('ONE_SECRET')).toBe('shh');
    await expect(of('TWO_SECRET')).rejects.toThrow('TWO_SECRET is not set');
    expect(await of()).toBeUndefined();
    expect(secrets.calls()).toHaveLength(0);
  });

  it('comes from Secrets Manager in a deployment, and is asked for again after minutes', async () => {
    vi.stubEnv('STAGE', 'prod');
    secrets.on(GetSecretValueCommand, { SecretId: 'nod/one' }).resolves({ SecretString: 'first' });
    expect([await of('nod/one'), await of('nod/one')]).toEqual(['first', 'first']);
    expect(secrets.calls()).toHaveLength(1);
    secrets.on(GetSecretValueCommand, { SecretId: 'nod/one' }).resolves({ SecretString: 'second' });
    vi.advanceTimersByTime(6 * 60 * 1000);
    expect(await of('nod/one')).toBe('second');
  });

  it('that does not come is the provider’s trouble, and asked for again at once', async () => {
    vi.stubEnv('STAGE', 'prod');
    secrets.on(GetSecretValueCommand).rejects(new Error('throttled'));
    await expect(of('nod/two')).rejects.toMatchObject({ code: 'provider_not_ready' });
    secrets.on(GetSecretValueCommand).resolves({ SecretString: 'here' });
    expect(await of('nod/two')).toBe('here');
  });
});
