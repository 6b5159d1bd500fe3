import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { env } from '../../shared/env.ts';

beforeEach(() => {
  // They are read together.
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'key');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'key');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('what a function needs from its environment', () => {
  it.each([
    ['TABLE_SESSIONS', () => env.tableName('Sessions')],
    ['TABLE_SOCIALLINKS', () => env.tableName('SocialLinks')],
    ['SITE_ORIGIN', () => env.siteOrigin],
    ['RP_ID', () => env.relyingPartyId],
    ['DECOY_SECRET', () => env.decoySecret],
    ['ORIGIN_SECRET', () => env.originSecret],
    ['BELL_ENDPOINT', () => env.bellEndpoint],
    ['AWS_REGION', () => env.region],
    ['AWS_ACCESS_KEY_ID', () => env.credentials.accessKeyId],
    ['AWS_SECRET_ACCESS_KEY', () => env.credentials.secretAccessKey],
  ])('%s is read when it is asked for, and missed by its name', (name, read) => {
    for (const value of [undefined, '']) {
      vi.stubEnv(name, value);
      expect(read).toThrow(name);
    }
    vi.stubEnv(name, 'value');
    expect(read()).toBe('value');
  });

  it.each([
    ['ADMIN_USERNAME', () => env.adminUsername],
    ['STAGE', () => env.stage],
    ['AWS_ENDPOINT_URL_DYNAMODB', () => env.storeEndpoint],
    ['AWS_ENDPOINT_URL', () => env.storeEndpoint],
    ['AWS_SESSION_TOKEN', () => env.credentials.sessionToken],
  ])('%s may be missing', (name, read) => {
    for (const [value, expected] of [
      [undefined, undefined],
      ['', undefined],
      ['value', 'value'],
    ] as const) {
      vi.stubEnv(name, value);
      expect(read()).toBe(expected);
    }
  });

  it.each([
    ['NOD_LIMITS_SCALE', () => env.limitsScale, 1],
    ['POLL_AFTER_MS', () => env.pollAfterMs, 1000],
    ['STORE_TIMEOUT_MS', () => env.storeTimeoutMs, 2700],
    ['STORE_CONNECT_MS', () => env.storeConnectMs, 500],
  ])('%s is a number above 0, or what it is by itself', (name, read, otherwise) => {
    for (const value of [undefined, '']) {
      vi.stubEnv(name, value);
      expect(read()).toBe(otherwise);
    }
    vi.stubEnv(name, '2.5');
    expect(read()).toBe(2.5);
    for (const wrong of ['0', '-1', 'many', 'Infinity', 'NaN']) {
      vi.stubEnv(name, wrong);
      expect(read).toThrow(name);
    }
  });
});
