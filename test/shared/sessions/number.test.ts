import { expect, it } from 'vitest';
import { drawNumber } from '../../../shared/sessions/number.ts';

it('draws six digits, leading zeros among them', () => {
  const numbers = Array.from({ length: 2000 }, drawNumber);
  for (const number of numbers) expect(number).toMatch(/^\d{6}$/);
  // Of 2000 draws all begin otherwise, or many are the same, once in 10^91 and 10^20 runs.
  expect(numbers.some((number) => number.startsWith('0'))).toBe(true);
  expect(new Set(numbers).size).toBeGreaterThan(1950);
});
