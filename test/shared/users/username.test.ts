import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { displayNameSchema, isReserved, usernameSchema } from '../../../shared/users/username.ts';

const username = (input: unknown) => v.safeParse(usernameSchema, input);
const displayName = (input: unknown) => v.safeParse(displayNameSchema, input);

describe('a username', () => {
  it.each([
    ['abc', 'abc'],
    ['Susan_42', 'susan_42'],
    ['ABCDEFGHIJKLMNOPQRST', 'abcdefghijklmnopqrst'],
    ['___', '___'],
    ['007', '007'],
  ])('%s becomes %s', (input, output) => {
    expect(username(input)).toMatchObject({ success: true, output });
  });

  it.each([
    ['too short', 'ab'],
    ['empty', ''],
    ['too long', 'abcdefghijklmnopqrstu'],
    ['a space before it', ' abc'],
    ['a line break after it', 'abc\n'],
    ['a hyphen', 'a-b-c'],
    ['a dot', 'a.b.c'],
    ['an umlaut', 'müller'],
    ['the Kelvin sign, which lowers to k', '\u212Aelvin'],
    ['the dotted capital I, which lowers to two characters', '\u0130stanbul'],
    ['Cyrillic letters that look Latin', 'ѕuѕаn'],
    ['full-width letters', 'ｓｕｓａｎ'],
    ['a null byte', 'abc\0'],
    ['the separator of keys', 'abc#user'],
    ['a number', 12345],
    ['null', null],
    ['nothing', undefined],
    ['a list', ['susan']],
    ['an object', { toLowerCase: 'susan' }],
  ])('is refused with %s', (_, input) => {
    expect(username(input).success).toBe(false);
  });
});

describe('a name to show', () => {
  it.each([
    ['Susan', 'Susan'],
    ['  Susan  ', 'Susan'],
    ['Zoe\u0308', 'Zoë'],
    ['ѕuѕаn', 'ѕuѕаn'],
    ['🙂'.repeat(50), '🙂'.repeat(50)],
    ['👩‍🚀', '👩‍🚀'],
  ])('%s becomes %s', (input, output) => {
    expect(displayName(input)).toMatchObject({ success: true, output });
  });

  it.each([
    ['nothing in it', ''],
    ['only spaces', ' \u00a0 '],
    ['51 characters', '🙂'.repeat(51)],
    ['two lines', 'Susan\nadmin'],
    ['a line separator', 'Susan\u2028admin'],
    ['a right-to-left override', 'Susan\u202enimda'],
    ['an isolate', 'Susan\u2066x'],
    ['a null byte', 'Su\0san'],
    ['half an emoji', 'Susan\ud83d'],
    ['a number', 1],
  ])('is refused with %s', (_, input) => {
    expect(displayName(input).success).toBe(false);
  });
});

it.each([
  ['admin', true],
  ['support', true],
  ['signin', true],
  ['nod', true],
  ['susan', false],
  ['constructor', false],
  ['', false],
])('the name %s is reserved: %s', (name, reserved) => {
  expect(isReserved(name)).toBe(reserved);
});
