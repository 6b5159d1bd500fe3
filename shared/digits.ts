/**
 * What people type or copy, as it is meant: digits of any script are digits (Unicode general category Nd), and what
 * only steers how text is shown (category Cf, such as a zero-width space or a soft hyphen) is nothing.
 */
export function withAsciiDigits(text: string): string {
  return text.replace(/\p{Cf}/gu, '').replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Unicode has the digits of a script side by side, in order and beginning with zero (Unicode Standard §4.6). */
function digitValue(digit: string): number {
  const codePoint = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(codePoint - before - 1))) before++;
  return before % 10;
}

/** What stands between groups of digits or letters, and means nothing: spaces, and dashes of any kind, minus signs too. */
export const SEPARATORS = /[\s\p{Pd}\u2212]/gu;
