import { describe, expect, it } from 'vitest';
import { VISIBLE } from '../../shared/text.ts';

describe('a text that can be seen', () => {
  it.each(['a', '字', '🙂', '👩‍👩‍👧', '.', '⠁', 'ㄱ', ' x '])('%j is one', (text) => {
    expect(VISIBLE.test(text)).toBe(true);
  });

  it.each([
    ['a variation selector', '\ufe0f'],
    ['a supplementary variation selector', '\u{e0100}'],
    ['a grapheme joiner', '\u034f'],
    ['a Hangul filler', '\u3164'],
    ['a half-width Hangul filler', '\uffa0'],
    ['a Hangul choseong filler', '\u115f'],
    ['an empty Braille pattern', '\u2800'],
    ['Khmer inherent vowels', '\u17b4\u17b5'],
    ['a Mongolian separator', '\u180e'],
    ['a zero-width space', '\u200b'],
    ['a soft hyphen', '\u00ad'],
    ['a language tag', '\u{e0041}'],
    ['spaces', ' \u3000\u00a0'],
    ['many of them', '\ufe0f\u2800 \u034f\u3164'],
  ])('%s is none', (_, text) => {
    expect(VISIBLE.test(text)).toBe(false);
  });
});
