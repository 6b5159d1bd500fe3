import { describe, expect, it } from 'vitest';
import { VISIBLE, withFewMarks } from '../../shared/text.ts';

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

describe('marks in a row', () => {
  const marks = (count: number) => '\u0300\u0301\u0489'.repeat(count / 3);

  it.each([
    ['thirty are kept', `Z${marks(30)}.`, `Z${marks(30)}.`],
    ['of more, thirty are kept', `Z${marks(300)}.`, `Z${marks(30)}.`],
    ['each letter has its own', `Z${marks(300)}a${marks(60)}`, `Z${marks(30)}a${marks(30)}`],
    [
      'joiners and fillers between them hide none',
      `Z${'\u0300\u200d\u2060'.repeat(100)}.`,
      `Z${'\u0300\u200d\u2060'.repeat(10)}.`,
    ],
    ['a text that begins with them', marks(99), marks(30)],
    ['a family stays together', '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['languages that have many', 'สวัสดีที่นี้ หนึ่ง', 'สวัสดีที่นี้ หนึ่ง'],
    ['line breaks are none', 'a\n'.repeat(50), 'a\n'.repeat(50)],
  ])('%s', (_, text, kept) => {
    expect(withFewMarks(text)).toBe(kept);
  });
});
