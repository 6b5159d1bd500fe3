import { describe, expect, it } from 'vitest';
import { displayNameFrom, usernamesFrom } from '../../../shared/social/profile-claims.ts';

describe('usernames that would suit', () => {
  it.each<[object, string[]]>([
    [
      { preferred_username: 'Ada.Lovelace' },
      ['ada_lovelace', 'ada_lovelace2', 'ada_lovelace3', 'ada_lovelace4'],
    ],
    [{ email: 'Zoë-Müller@example.org' }, ['zoe_muller', 'zoe_muller2', 'zoe_muller3', 'zoe_muller4']],
    [
      { preferred_username: 'a@b', nickname: 'a'.repeat(30) },
      ['a'.repeat(20), `${'a'.repeat(19)}2`, `${'a'.repeat(19)}3`, `${'a'.repeat(19)}4`],
    ],
    [{ name: '张伟' }, []],
    [{ preferred_username: 7, nickname: null }, []],
    [{}, []],
  ])('%j gives %j', (claims, names) => {
    expect(usernamesFrom(claims as Record<string, unknown>)).toEqual(names);
  });
});

describe('a name to show', () => {
  it('is the first that can be shown', () => {
    expect(displayNameFrom({ name: '\u202e', nickname: ' Ada ' })).toBe('Ada');
    expect(displayNameFrom({ name: '张伟' })).toBe('张伟');
    expect(displayNameFrom({ name: 'x'.repeat(51) })).toBeUndefined();
    expect(displayNameFrom({ name: ['Ada'] })).toBeUndefined();
  });
});
