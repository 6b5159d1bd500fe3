import { describe, expect, it } from 'vitest';
import { shownText } from '../../../shared/posts/shown-text.ts';

describe('the text of a post, as it is shown', () => {
  it.each([
    ['one line', 'Hello.', 'Hello.'],
    ['lines', 'One.\nTwo.', 'One.\nTwo.'],
    ['one empty line', 'One.\n\nTwo.', 'One.\n\nTwo.'],
    ['498 line breaks', `a${'\n'.repeat(498)}b`, 'a\n\nb'],
    ['each kind of line break', `a${'\r\n\v\f\u0085\u2028\u2029\r'.repeat(60)}b`, 'a\n\nb'],
    ['lines of spaces', `a${'\n \t\u3000'.repeat(100)}\nb`, 'a\n\nb'],
    ['lines of what cannot be seen', `a${'\n\u2800\n\u3164\n\u200b\ufe0f'.repeat(80)}\nb`, 'a\n\nb'],
    ['empty lines around it', '\u200b\n\u2800\n\nHello.\n\u200b\n\u2800', 'Hello.'],
    ['what a line begins with', 'if (a) {\n  b();\n}', 'if (a) {\n  b();\n}'],
    ['stacked marks of an old one', `Z${'\u0321\u0353'.repeat(200)}!`, `Z${'\u0321\u0353'.repeat(15)}!`],
  ])('%s', (_, body, shown) => {
    expect(shownText(body)).toBe(shown);
  });
});
