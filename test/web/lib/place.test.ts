import { describe, expect, it } from 'vitest';
import { placeWords, whereWords } from '../../../web/lib/place.ts';

describe('where a browser is', () => {
  it.each([
    [{ place: 'Lisbon, Portugal', ip: '203.0.113.7' }, 'Lisbon, Portugal', 'Lisbon, Portugal · 203.0.113.7'],
    [{ place: null, ip: '203.0.113.7' }, undefined, '203.0.113.7'],
    [{ place: null, ip: '::1' }, 'this machine', 'this machine'],
    [{ place: null, ip: '127.0.0.1' }, 'this machine', 'this machine'],
    [{ place: null }, undefined, undefined],
    [{}, undefined, undefined],
  ])('%j', (where, place, all) => {
    expect([placeWords(where), whereWords(where)]).toEqual([place, all]);
  });
});
