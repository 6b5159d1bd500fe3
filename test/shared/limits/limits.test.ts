import { expect, it } from 'vitest';
import { addressBlock, seatBlocks } from '../../../shared/limits/limits.ts';

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['192.0.2.70', '192.0.2.70'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::', '2001:db8:1:2'],
  ['2001:db8:1:2::6', '2001:db8:1:2'],
  ['2001:db8:1:3:3:4:5:6', '2001:db8:1:3'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['2001:db8::4:5:6', '2001:db8:0:0'],
  ['2001::2:3:4:5:6', '2001:0:0:2'],
  ['::1', '0:0:0:0'],
  ['::', '0:0:0:0'],
])('%s counts as %s', (ip, block) => {
  expect(addressBlock(ip)).toBe(block);
});

it.each([
  ['192.0.2.7', ['192.0.2.7']],
  ['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2', '2001:db8:1/48']],
  ['2001:db8::6', ['2001:db8:0:0', '2001:db8:0/48']],
])('%s needs a seat in %j', (ip, names) => {
  expect(seatBlocks(ip).map(({ name }) => name)).toEqual(names);
});
