import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOf, parseCode } from '../../../shared/recovery/code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytes = fc.uint8Array({ minLength: 16, maxLength: 16 });
const bare = (code: string) => code.replaceAll('-', '');

const full = (character: string) => String.fromCharCode(character.charCodeAt(0) + 0xfee0);

describe('a recovery code', () => {
  it('is seven groups of four, from 128 bits of which each counts', () => {
    const code = codeOf(randomBytes(16));
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){6}$/);
    const flipped = Array.from({ length: 128 }, (_, bit) => {
      const zeros = new Uint8Array(16);
      zeros[bit >> 3] = 1 << (bit & 7);
      return codeOf(zeros);
    });
    expect(new Set([...flipped, codeOf(new Uint8Array(16))]).size).toBe(129);
  });

  it.each([
    ['zero-width spaces', (code: string) => code.replaceAll('-', '\u200b-\u200b')],
    ['soft hyphens', (code: string) => code.replaceAll('-', '\u00ad')],
    ['minus signs', (code: string) => code.replaceAll('-', '\u2212')],
    ['full-width characters', (code: string) => code.replace(/[0-9A-Z-]/g, full)],
    ['Arabic digits', (code: string) => code.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)))],
    ['spaces that do not break', (code: string) => code.replaceAll('-', '\u00a0')],
  ])('is read with %s', (_, spelt) => {
    const code = codeOf(randomBytes(16));
    expect(parseCode(spelt(code))).toBe(code);
  });

  it('is read as it was written, for the least and the greatest bytes as well', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(parseCode(codeOf(random))).toBe(codeOf(random));
      }),
      { examples: [[new Uint8Array(16)], [new Uint8Array(16).fill(255)]] },
    );
  });

  it.each<[string, (code: string) => string]>([
    ['in small letters', (code) => code.toLowerCase()],
    ['without hyphens', bare],
    ['with spaces', (code) => ` ${code.replaceAll('-', ' ')}\n`],
    ['with the hyphens of a word processor', (code) => code.replaceAll('-', '–')],
    ['with an O for each 0', (code) => code.replaceAll('0', 'O')],
    ['with an l for each 1', (code) => code.replaceAll('1', 'l')],
    ['with an I for each 1', (code) => code.replaceAll('1', 'I')],
  ])('is read %s', (_, write) => {
    fc.assert(
      fc.property(bytes, (random) => {
        expect(parseCode(write(codeOf(random)))).toBe(codeOf(random));
      }),
    );
  });

  it('with any one wrong character has a typo', () => {
    const code = bare(codeOf(randomBytes(16)));
    for (let at = 0; at < code.length; at++) {
      for (const character of ALPHABET.replace(code.charAt(at), '')) {
        const wrong = code.slice(0, at) + character + code.slice(at + 1);
        expect([wrong, parseCode(wrong)]).toEqual([wrong, undefined]);
      }
    }
  });

  it('with any two characters swapped has a typo', () => {
    const code = bare(codeOf(randomBytes(16)));
    for (let one = 0; one < code.length; one++) {
      for (let other = one + 1; other < code.length; other++) {
        if (code[one] === code[other]) continue;
        const swapped = [...code];
        [swapped[one], swapped[other]] = [code.charAt(other), code.charAt(one)];
        expect(parseCode(swapped.join(''))).toBeUndefined();
      }
    }
  });

  it.each([
    '',
    '0000',
    'U'.repeat(28),
    '*'.repeat(28),
    '0'.repeat(27),
    '0'.repeat(29),
    // 1021 divides it, and it is more than 128 bits.
    bare(codeOf(new Uint8Array(16))).replace(/^0/, 'G'),
  ])('is not %j', (text) => {
    expect(parseCode(text)).toBeUndefined();
  });
});
