import { describe, expect, it } from 'vitest';
import { claimAt, isAuthAllowed, rolesFrom, valuesAt } from '../../../shared/social/claims.ts';
import { type Provider, parseProviders } from '../../../shared/social/provider.ts';

const provider = (more: object): Provider =>
  parseProviders(
    JSON.stringify([{ id: 'one', label: 'One', issuer: 'https://one.example', clientId: 'nod', ...more }]),
  )[0] as Provider;

describe('a claim', () => {
  it('is found by its name, also if that has dots or slashes, or by its path', () => {
    expect(claimAt({ 'https://x.example/roles': 1 }, 'https://x.example/roles')).toBe(1);
    expect(claimAt({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
    expect(claimAt({ realm_access: null }, 'realm_access.roles')).toBeUndefined();
    expect(claimAt({}, '__proto__.constructor')).toBeUndefined();
    expect(claimAt({}, 'toString')).toBeUndefined();
  });

  it.each([
    ['a', ['a']],
    [
      ['a', 'b', null, ['c']],
      ['a', 'b', 'c'],
    ],
    [{ blog: ['read', 'write'], shop: 'read' }, ['blog:read', 'blog:write', 'shop:read']],
    [true, ['true']],
    [undefined, []],
  ])('%j has the values %j', (claim, values) => {
    expect(valuesAt({ claim }, 'claim')).toEqual(values);
  });
});

describe('roles', () => {
  const staff = provider({ roles: { claim: 'groups', values: { boss: 'admin', owner: 'admin' } } });

  it('are given by values that match to the letter, each once', () => {
    expect(rolesFrom(staff, { groups: ['boss', 'owner'] })).toEqual(['admin']);
    expect(rolesFrom(staff, { groups: ['BOSS', 'boss ', 'bosses'] })).toEqual([]);
    expect(rolesFrom(staff, {})).toEqual([]);
    expect(rolesFrom(provider({}), { groups: ['boss'] })).toEqual([]);
  });
});

describe('who is let in', () => {
  it('is everybody, or who has one of the values', () => {
    expect(isAuthAllowed(provider({}), {})).toBe(true);
    const company = provider({ allow: { claim: 'hd', values: ['example.com'] } });
    expect(isAuthAllowed(company, { hd: 'example.com' })).toBe(true);
    expect(isAuthAllowed(company, { hd: 'evil.example.com' })).toBe(false);
    expect(isAuthAllowed(company, {})).toBe(false);
  });
});
