/**
 * Recovery codes: 128 random bits as people copy them, `ABCD-EFGH-…`: 26 characters of Crockford's Base32 and two more
 * that check them, in seven groups of four.
 *
 * The 28 characters are a number that 1021 divides. As 1021 is prime, and no power of 32 below the 68th leaves 1 when
 * divided by it, any one wrong character and any two that were swapped are found: a typo is told from a wrong code.
 */

import { SEPARATORS, withAsciiDigits } from '../digits.ts';
import type { Provenance } from '../sessions/provenance.ts';

/** A user's code as it is kept: its digest, and who made it. */
export type RecoveryCode = Provenance & { codeHash: string; createdAt: Date };

/** Without I, L, O and U, which look like others or spell. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 28;
const CHECK = 1021n;
/** What two characters hold. */
const CHECK_SPAN = 1024n;

/** The code for 16 random bytes. */
export function codeOf(bytes: Uint8Array): string {
  let number = 0n;
  for (const byte of bytes) number = number * 256n + BigInt(byte);
  number *= CHECK_SPAN;
  number += (CHECK - (number % CHECK)) % CHECK;
  let text = '';
  for (let at = 0; at < LENGTH; at++) {
    text = ALPHABET.charAt(Number(number % 32n)) + text;
    number /= 32n;
  }
  return text.replace(/.{4}(?=.)/g, '$&-');
}

/**
 * The code that a person typed, written as {@link codeOf} writes it, or `undefined` if there is a typo in it. Small
 * letters, spaces and hyphens are fine, and so is O for 0, I or L for 1, and whatever else stands for the same character
 * (Unicode NFKC).
 */
export function parseCode(text: string): string | undefined {
  const characters = withAsciiDigits(text.normalize('NFKC'))
    .toUpperCase()
    .replace(SEPARATORS, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  if (characters.length !== LENGTH) return undefined;
  let number = 0n;
  for (const character of characters) {
    const digit = ALPHABET.indexOf(character);
    if (digit < 0) return undefined;
    number = number * 32n + BigInt(digit);
  }
  if (number % CHECK !== 0n || number >= CHECK_SPAN << 128n) return undefined;
  return characters.replace(/.{4}(?=.)/g, '$&-');
}
