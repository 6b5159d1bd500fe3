import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isHere, returnPath } from '../../../web/phone/return-path.ts';

describe('the way back from the phone page', () => {
  beforeEach(() => void vi.stubGlobal('location', { origin: 'https://nod.example' }));
  afterEach(() => void vi.unstubAllGlobals());

  it.for([
    ['?here=signin', '/signin?resume=1'],
    ['?here=register&next=%2Faccount', '/register?resume=1&next=%2Faccount'],
    ['?here=recover', '/recover?resume=1'],
    ['?here=account', '/account?resume=1'],
    ['?here=signin&next=%2F%2Fevil.example', '/signin?resume=1&next=%2F'],
    ['?here=%2F%2Fevil.example', '/signin?resume=1'],
  ] as const)('with %s is %s', ([search, expected]) => {
    expect(returnPath(search)).toBe(expected);
  });

  it('is there only for the browser that waits', () => {
    expect([isHere('?here=signin'), isHere('?practice'), isHere('')]).toEqual([true, false, false]);
  });
});
