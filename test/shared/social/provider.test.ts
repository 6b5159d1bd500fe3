import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isOnThisMachine, parseProviders } from '../../../shared/social/provider.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

const MINIMAL = {
  id: 'one',
  label: 'One',
  issuer: 'https://one.example',
  clientId: 'nod',
  clientSecret: 'ONE',
};
const parse = (...list: object[]) => parseProviders(JSON.stringify(list));

describe('providers by configuration', () => {
  it('need little, and get what most providers want', () => {
    expect(parse(MINIMAL)).toEqual([
      {
        ...MINIMAL,
        endpoints: {},
        scopes: ['openid', 'profile', 'email'],
        parameters: {},
        userinfo: true,
        logout: {
          browser: true,
          returnParameter: 'post_logout_redirect_uri',
          parameters: {},
          revoke: false,
          untypedTokens: false,
        },
        revocation: 'none',
      },
    ]);
  });

  it('are as in OPERATIONS.md', () => {
    const operations = readFileSync(join(import.meta.dirname, '../../../OPERATIONS.md'), 'utf8');
    const [, json = ''] = operations.match(/```json\n(\[[^`]+\])\n```/) ?? [];
    const list = parseProviders(json.replaceAll('<tenant id>', 'tenant'));
    expect(list.map(({ id }) => id)).toEqual([
      'google',
      'github',
      'keycloak',
      'entra',
      'pole',
      'authmachine',
    ]);
    const [peam, authmachine] = list.slice(-2);
    expect(peam).toMatchObject({
      parameters: { realm: '/individu' },
      logout: { returnParameter: 'redirect_uri' },
    });
    expect(authmachine).toMatchObject({
      parameters: { claims: '{"authmachine_permissions":["blog"]}' },
      logout: { parameters: { revoke_tokens: '1' } },
      revocation: 'check_token_revoked',
    });
  });

  it.each<[string, object, RegExp]>([
    ['an issuer without TLS', { issuer: 'http://one.example' }, /https/],
    ['an issuer that is no URL', { issuer: 'one' }, /0\.issuer/],
    ['an id that fits no address', { id: 'a/b' }, /0\.id/],
    ['a parameter of our own', { parameters: { nonce: '1' } }, /nonce/],
    ['no openid', { scopes: ['email'] }, /openid/],
    [
      'authentication without a secret',
      { clientSecret: undefined, tokenEndpointAuth: 'client_secret_post' },
      /clientSecret/,
    ],
    ['a role that there is not', { roles: { claim: 'x', values: { y: 'king' } } }, /0\.roles/],
    ['a preset that there is not', { preset: 'x' }, /0\.preset/],
    ['metadata from anywhere', { discovery: 'https://one.example/metadata' }, /0\.discovery/],
  ])('are refused with %s', (_, changed, complaint) => {
    expect(() => parse({ ...MINIMAL, ...changed })).toThrow(complaint);
  });

  it('are refused if two have one id, and if they are no JSON', () => {
    expect(() => parse(MINIMAL, MINIMAL)).toThrow('Two providers');
    expect(() => parseProviders('[')).toThrow('not JSON');
  });

  it('may be on this machine without TLS, but never in a deployment', () => {
    for (const issuer of ['http://localhost:1', 'http://127.0.0.1:1', 'http://[::1]:1']) {
      expect(parse({ ...MINIMAL, issuer })).toHaveLength(1);
    }
    for (const issuer of [
      'http://localhost.example',
      'http://127.0.0.1.example',
      'http://0x7f000001.example',
    ]) {
      expect(isOnThisMachine({ issuer })).toBe(false);
    }
    vi.stubEnv('STAGE', 'prod');
    expect(() => parse({ ...MINIMAL, issuer: 'http://localhost:1' })).toThrow(/https/);
  });
});
