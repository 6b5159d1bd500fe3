import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isHere, returnPath } from '../../../web/phone/return-path.ts';

describe('the way back from the phone page', () => {
  beforeEach(() => void vi.stubGlobal('location', { origin: 'https://nod.example' }));
  afterEach(() => void vi.unstubAllGlobals());

  it.for([
    ['/signin', '?here=1', '/signin?resume=1'],
    ['/register', '?here=1&next=%2Faccount', '/register?resume=1&next=%2Faccount'],
    ['/signin', '?here=1&next=%2F%2Fevil.example', '/signin?resume=1&next=%2F'],
  ] as const)('to %s with %s is %s', ([page, search, expected]) => {
    expect(returnPath(page, search)).toBe(expected);
  });

  it('is there only for the browser that waits', () => {
    expect([isHere('?here=1'), isHere('?practice'), isHere('')]).toEqual([true, false, false]);
  });
});
