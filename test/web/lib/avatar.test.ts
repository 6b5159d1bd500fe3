import { describe, expect, it } from 'vitest';
import { colourOf } from '../../../web/lib/avatar.ts';

describe('the colour of a name', () => {
  it('is the same each time, one of eight, and not the same for all', () => {
    const names = Array.from({ length: 200 }, (_, index) => `person_${index}`);
    const colours = names.map(colourOf);
    expect(names.map(colourOf)).toEqual(colours);
    expect([...new Set(colours)].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
