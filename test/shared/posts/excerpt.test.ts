import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../shared/posts/excerpt.ts';
import type { Post } from '../../../shared/posts/post.ts';

const excerpt = (body: string): string => excerptOf({ body } as Post);
const FAMILY = '👨‍👩‍👧‍👦';

describe('how a post begins', () => {
  it('is all of it where it is short, on one line', () => {
    expect(excerpt('How many\n\nbees?')).toBe('How many bees?');
    expect(excerpt('x'.repeat(140))).toBe('x'.repeat(140));
    expect(excerpt(FAMILY.repeat(40))).toBe(FAMILY.repeat(40));
  });

  it('ends behind a whole character, however long these are', () => {
    expect(excerpt('x'.repeat(141))).toBe(`${'x'.repeat(140)}…`);
    for (const before of ['', 'x', 'xx', 'xxx', 'xxxx', 'xxxxx']) {
      const cut = excerpt(before + FAMILY.repeat(60));
      expect(cut.isWellFormed()).toBe(true);
      expect(cut).toBe(`${before}${FAMILY.repeat(50)}…`);
    }
  });

  it('is what is shown: without empty lines, and without marks beyond number', () => {
    expect(excerpt(`\u200B\nBees${'\u0301'.repeat(500)} buzz`)).toBe(`Bees${'\u0301'.repeat(30)} buzz`);
  });
});
