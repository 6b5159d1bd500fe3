import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { lengthOf, postBodySchema } from '../../../shared/posts/body.ts';

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
  ['e\u0301', 2],
])('the length of "%s" is %i', (text, length) => {
  expect(lengthOf(text)).toBe(length);
});
