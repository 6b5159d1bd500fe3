import { describe, expect, it } from 'vitest';
import { SEPARATORS, withAsciiDigits } from '../../shared/digits.ts';

describe('digits', () => {
  it.each([
    ['Arabic', '٠١٢٣٤٥٦٧٨٩'],
    ['Persian', '۰۱۲۳۴۵۶۷۸۹'],
    ['Devanagari', '०१२३४५६७८९'],
    ['Bengali', '০১২৩৪৫৬৭৮৯'],
    ['full-width', '０１２３４５６７８９'],
    ['mathematical bold', '𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
    ['mathematical monospace, the last of five in a row', '𝟶𝟷𝟸𝟹𝟺𝟻𝟼𝟽𝟾𝟿'],
  ])('of %s are those of ASCII', (_, digits) => {
    expect(withAsciiDigits(digits)).toBe('0123456789');
  });

  it('of every script have the values that Unicode gives them', () => {
    for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
      const character = String.fromCodePoint(codePoint);
      if (!/^\p{Nd}$/u.test(character)) continue;
      // What Unicode takes for the same character as an ASCII digit says its value a second way.
      const [same = ''] = character.normalize('NFKC');
      if (/^[0-9]$/.test(same)) expect(withAsciiDigits(character)).toBe(same);
      expect(withAsciiDigits(character)).toMatch(/^[0-9]$/);
    }
  });

  it('are what is left when marks of format and separators are nothing', () => {
    expect(withAsciiDigits('\u200b4\u00ad9\u20603\ufeff').replace(SEPARATORS, '')).toBe('493');
    expect('4–9—3‑0−2-7 \u00a0'.replace(SEPARATORS, '')).toBe('493027');
    expect(withAsciiDigits('4a9')).toBe('4a9');
  });
});
