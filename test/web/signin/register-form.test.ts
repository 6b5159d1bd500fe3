import { describe, expect, it } from 'vitest';
import { typedName } from '../../../web/lib/kept-signin.ts';
import { isNameWellFormed, nameHint } from '../../../web/signin/register-form.ts';

describe('what a name lacks', () => {
  it.for([
    ['', false, '3 to 20'],
    ['a', false, 'Two more'],
    ['ab', false, 'One more'],
    ['susan', true, '@susan'],
    ['Susan_7', true, '@susan_7'],
    ['a'.repeat(20), true, `@${'a'.repeat(20)}`],
    ['a'.repeat(21), false, '21'],
    ['su san', false, 'no spaces'],
    ['süsan', false, 'ü'],
    ['su-san', false, '-'],
    ['su😀', false, '😀'],
  ] as const)('%j is well formed: %s, and the hint has "%s"', ([name, isWellFormed, words]) => {
    expect(isNameWellFormed(name)).toBe(isWellFormed);
    expect(nameHint(name)).toContain(words);
  });
});

describe('a name as somebody types it', () => {
  it.for([' susan ', '@susan', 'susan'])('%j is susan', (text) => {
    expect(typedName(text)).toBe('susan');
  });
});
