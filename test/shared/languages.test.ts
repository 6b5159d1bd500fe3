/** Which language somebody is answered in. */
import { describe, expect, it } from 'vitest';
import { directionOf, type LANGUAGES, languageFor } from '../../shared/languages.ts';

const OURS = ['en', 'es', 'de', 'fr', 'pt-BR', 'ar', 'ja'] as const;

describe('the language to answer in', () => {
  it.for([
    // Nothing said, or nothing that helps.
    [undefined, 'en'],
    ['', 'en'],
    [',;q=,', 'en'],
    ['zh-CN,zh;q=0.9', 'en'],
    ['*', 'en'],
    // The one that is wanted most, in whatever order.
    ['de', 'de'],
    ['fr;q=0.4, de;q=0.8, es;q=0.6', 'de'],
    ['zh;q=1, ja;q=0.1', 'ja'],
    ['es, en', 'es'],
    ['en;q=0.5,ar;q=0.50', 'en'],
    ['de; q=0.3 , fr ; q = 0.7', 'fr'],
    // Regional forms.
    ['de-CH-1996', 'de'],
    ['es-419', 'es'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['PT-br', 'pt-BR'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['ar-EG-u-nu-latn', 'ar'],
    ['ja_JP', 'en'],
    ['e', 'en'],
    // What is not wanted, and whatever else.
    ['de;q=0', 'en'],
    ['de;q=0, fr;q=0.1', 'fr'],
    ['en;q=0, *', 'es'],
    ['en;q=0.1, *;q=0.5', 'es'],
    ['ja;q=0.9, *;q=0.1', 'ja'],
    ['*;q=0', 'en'],
    // Not a weight.
    ['de;q=x', 'de'],
    ['de;q=2, fr;q=0.5', 'de'],
  ] as const)('%s → %s', ([accepted, expected]) => {
    expect(languageFor(OURS, undefined, accepted)).toBe(expected);
  });

  it.for([
    ['ja', 'de', 'ja'],
    ['pt-BR', 'de', 'pt-BR'],
    // Nobody has chosen these.
    ['pt', 'de', 'de'],
    ['xx', 'de', 'de'],
    ['', 'de', 'de'],
    ['__proto__', undefined, 'en'],
    ['de/../en', 'fr', 'fr'],
  ] as const)(
    'the chosen one goes first, if there is such a one: %s before %s → %s',
    ([chosen, accepted, expected]) => {
      expect(languageFor(OURS, chosen, accepted)).toBe(expected);
    },
  );

  it('a long header takes no long time', () => {
    const long = `${Array.from({ length: 2000 }, (_, index) => `x${index}-y;q=0.${index}`).join(',')},de`;
    expect(languageFor(OURS, undefined, long)).toBe('de');
  });
});

it('only what is written from the right says so', () => {
  expect(OURS.filter((language) => directionOf(language as (typeof LANGUAGES)[number]) === 'rtl')).toEqual(
    OURS.filter((language) => language === 'ar'),
  );
});
