import { expect, it } from 'vitest';
import { isUserId, newUserId } from '../../../shared/ids.ts';
import { decoyUserId } from '../../../shared/users/decoy.ts';

it('is the same whenever a name is asked for, another for every name, and known to the server only', () => {
  expect(decoyUserId('susan', 'secret')).toBe(decoyUserId('susan', 'secret'));
  expect(decoyUserId('susan', 'secret')).not.toBe(decoyUserId('susann', 'secret'));
  expect(decoyUserId('susan', 'secret')).not.toBe(decoyUserId('susan', 'another'));
});

it('looks like any other id: 128 bits, whose last character can only be one of four', () => {
  const isCanonical = (id: string) => {
    const text = id.slice('usr_'.length);
    return isUserId(id) && Buffer.from(text, 'base64url').toString('base64url') === text;
  };
  expect(isCanonical(newUserId())).toBe(true);
  for (let index = 0; index < 100; index++) {
    expect(decoyUserId(`name_${index}`, 'secret')).toSatisfy(isCanonical);
  }
});
