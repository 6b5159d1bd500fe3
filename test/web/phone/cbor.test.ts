import { describe, expect, it } from 'vitest';
import { type Cbor, cbor } from '../../../web/phone/cbor.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('CBOR', () => {
  // The examples of RFC 8949, Appendix A, as far as there is need for them.
  it.for<[Cbor, string]>([
    [0, '00'],
    [23, '17'],
    [24, '1818'],
    [100, '1864'],
    [1000, '1903e8'],
    [-1, '20'],
    [-10, '29'],
    [-100, '3863'],
    [-1000, '3903e7'],
    ['', '60'],
    ['IETF', '6449455446'],
    ['ü', '62c3bc'],
    [new Uint8Array(), '40'],
    [Uint8Array.of(1, 2, 3, 4), '4401020304'],
    [
      new Map<number, Cbor>([
        [1, 2],
        [3, 4],
      ]),
      'a201020304',
    ],
    [new Map<string, Cbor>([['a', 1]]), 'a1616101'],
  ])('of %j is %s', ([value, expected]) => {
    expect(hex(cbor(value))).toBe(expected);
  });
});
