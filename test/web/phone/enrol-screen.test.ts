import { devices } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../web/lib/messages.ts';
import * as english from '../../../web/messages/en.ts';
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

  describe('on a page in another language', () => {
    afterEach(() => speak('en', english));

    it.for([
      ['Galaxy S9+', 'Android-Telefon'],
      ['Desktop Firefox', 'Dieser Computer'],
      ['iPhone 15', 'iPhone'],
    ] as const)('of a %s is %s', ([device, expected]) => {
      const enrol = {
        ...english.enrol,
        androidPhone: 'Android-Telefon',
        thisComputer: 'Dieser Computer',
      };
      speak('en', { ...english, enrol });
      expect(suggestedPhoneName(devices[device]?.userAgent ?? '')).toBe(expected);
    });
  });
});
