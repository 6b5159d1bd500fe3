import { devices } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { suggestedPhoneName } from '../../../web/phone/enrol-screen.ts';

describe('the suggested name of a phone', () => {
  it.for([
    ['iPhone 15', 'iPhone'],
    ['iPad Mini', 'iPad'],
    ['Pixel 7', 'Pixel'],
    ['Galaxy S9+', 'Android phone'],
    ['Desktop Firefox', 'This computer'],
  ] as const)('of a %s is %s', ([device, expected]) => {
    expect(suggestedPhoneName(devices[device]?.userAgent ?? '')).toBe(expected);
  });
});
