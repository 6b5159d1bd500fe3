import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { charactersLeft, lengthOf, MOST_BYTES, postBodySchema } from '../../../shared/posts/body.ts';

const body = (input: unknown) => v.safeParse(postBodySchema, input);

describe('the text of a post', () => {
  it.each([
    ['is kept as it is', 'Hello  there', 'Hello  there'],
    ['loses the space around it', ' \n Hello \t\n', 'Hello'],
    ['has line breaks of one kind', 'one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
    ['may look like markup', '<b>&amp;</b>', '<b>&amp;</b>'],
    ['may be one character', 'x', 'x'],
    ['may be 500', 'x'.repeat(500), 'x'.repeat(500)],
    ['may be 500 emoji', '🙂'.repeat(500), '🙂'.repeat(500)],
    ['may be 500 letters with a mark each', 'e\u0301'.repeat(500), 'e\u0301'.repeat(500)],
    ['may be 500 syllables of Hindi', 'कि'.repeat(500), 'कि'.repeat(500)],
    ['may be 375 flags, which are 8 bytes each', '🇩🇪'.repeat(375), '🇩🇪'.repeat(375)],
    ['may be 500 after the space around it is gone', ` ${'x'.repeat(500)} `, 'x'.repeat(500)],
    ['counts a line break once', `${'x\r\n'.repeat(249)}xx`, `${'x\n'.repeat(249)}xx`],
  ])('%s', (_, input, output) => {
    expect(body(input)).toMatchObject({ success: true, output });
  });

  it.each([
    ['empty', ''],
    ['only space', ' \r\n\t\u00a0\u3000'],
    ['501 characters', 'x'.repeat(501)],
    ['501 emoji', '🙂'.repeat(501)],
    ['501 letters with a mark each', 'e\u0301'.repeat(501)],
    ['one flag more than its bytes', '🇩🇪'.repeat(376)],
    ['500 families', '👨‍👩‍👧‍👦'.repeat(500)],
    ['a character that is far too long', `a${'\u0301\u200d'.repeat(15)}`.repeat(60)],
    ['half an emoji', 'Hello \ud83d'],
    ['a null byte', 'Hel\0lo'],
    ['a number', 42],
    ['null', null],
    ['missing', undefined],
    ['a list', ['Hello']],
  ])('is not %s', (_, input) => {
    expect(body(input).success).toBe(false);
  });
});

it.each([
  ['', 0],
  ['abc', 3],
  ['🙂🙂', 2],
  ['e\u0301', 1],
  ['👨‍👩‍👧‍👦', 1],
  ['🇩🇪', 1],
  ['क्षि', 1],
  ['각', 1],
  ['\r\n', 1],
  ['x'.repeat(1_000_000), 1_000_000],
])('the length of "%s" is %i', (text, length) => {
  expect(lengthOf(text)).toBe(length);
});

it.each([
  ['', 500],
  [' Hello ', 495],
  ['x'.repeat(501), -1],
  ['👨‍👩‍👧‍👦', 119],
  ['🇩🇪'.repeat(375), 0],
  ['🇩🇪'.repeat(380), -5],
  // Of stacked marks thirty are kept, and only those count.
  [`a${'\u0301'.repeat(5000)}`, 48],
])('"%s" leaves room for %i characters', (text, left) => {
  expect(charactersLeft(text)).toBe(left);
});

it('takes exactly what has room', () => {
  for (const unit of ['x', 'é', '日', '🌱', '👍🏿', '👨‍👩‍👧‍👦', `a${'\u0301'.repeat(30)}`]) {
    const most =
      [...Array(501).keys()].filter((count) => charactersLeft(unit.repeat(count)) >= 0).at(-1) ?? 0;
    expect(body(unit.repeat(most)).success).toBe(true);
    expect(body(unit.repeat(most + 1)).success).toBe(false);
    expect(Buffer.byteLength(unit.repeat(most))).toBeLessThanOrEqual(MOST_BYTES);
  }
});
