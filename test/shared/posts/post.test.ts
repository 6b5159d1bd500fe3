import { describe, expect, it } from 'vitest';
import { isPostId, newPostId } from '../../../shared/posts/post.ts';

describe('a post’s id', () => {
  it('sorts by age, to the millisecond', () => {
    const times = [
      '1970-01-01T00:00:00.000Z',
      '2019-07-20T20:17:40.000Z',
      '2026-11-01T00:00:00.000Z',
      '2026-11-01T00:00:00.001Z',
      '2026-12-01T00:00:00Z',
      '2099-01-01',
    ];
    const ids = times.map((time) => newPostId(new Date(time)));
    expect([...ids].sort()).toEqual(ids);
  });

  it('is another for posts of the same moment', () => {
    const now = new Date();
    const ids = Array.from({ length: 1000 }, () => newPostId(now));
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) expect(id).toSatisfy(isPostId);
  });

  it.each([
    '',
    'pst_',
    'pst_01KAN8K5ZZ0000000000000000 ',
    'pst_01KAN8K5ZZ000000000000000',
    'pst_01KAN8K5ZZ00000000000000000',
    'pst_01kan8k5zz0000000000000000',
    'pst_I1KAN8K5ZZ0000000000000000',
    'pst_81KAN8K5ZZ0000000000000000',
    'ses_01KAN8K5ZZ0000000000000000',
    'pst_01KAN8K5ZZ00000000000#0000',
  ])('is not "%s"', (text) => {
    expect(isPostId(text)).toBe(false);
  });
});
