import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchQuery } from '../../../shared/search/query.ts';

const firsts = (text: string, language = 'en') => searchQuery(text, language).terms.map(([first]) => first);

describe('a query', () => {
  it.each([
    ['bread', ['bread']],
    ['the bread', ['bread']],
    ['the', ['the']],
    ['#Bread @Susan', ['#bread', '@susan']],
    ['https://www.example.com/x', ['host:example.com']],
    ['Bread bread BREAD', ['bread']],
    ['has:image', ['has:image']],
    ['has:nothing', ['nothing']],
    ['before:yesterday', ['yesterday']],
    ['', []],
    ['!!! …', []],
  ])('%j has the terms %j', (text, expected) => {
    expect(firsts(text)).toEqual(expected);
  });

  it('knows its operators', () => {
    expect(searchQuery('bread from:@Susan before:2027-02 since:2026 has:image', 'en')).toMatchObject({
      from: 'susan',
      hasImage: true,
      before: new Date('2027-02-01T00:00:00.000Z'),
      since: new Date('2026-01-01T00:00:00.000Z'),
    });
    expect(searchQuery('from:me', 'en')).toMatchObject({ from: 'me', terms: [] });
    expect(searchQuery('before:2027-13-45', 'en').before).toBeUndefined();
    expect(searchQuery('mefrom:susan', 'en').from).toBeUndefined();
  });

  it('keeps what stands in quotation marks together', () => {
    expect(searchQuery('a “Fresh  Bread” b', 'en').phrases).toEqual(['fresh bread']);
    expect(searchQuery('"unclosed', 'en').phrases).toEqual([]);
    expect(searchQuery('"" "!"', 'en').phrases).toEqual([]);
  });

  it('has at most eight terms, and throws at nothing', () => {
    expect(firsts('one two three four five six seven eight nine ten', 'ja')).toHaveLength(8);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { terms } = searchQuery(text, 'en');
        expect(terms.length).toBeLessThanOrEqual(8);
        expect(terms.every((forms) => forms.length > 0 && forms.length <= 8)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
