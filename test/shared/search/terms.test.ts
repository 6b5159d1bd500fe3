import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formsOf, mayHave, signatureOf, termsOf } from '../../../shared/search/terms.ts';
import { folded, wordsIn } from '../../../shared/search/words.ts';

const terms = (body: string, language?: string) => [...termsOf({ body, language })].sort();

describe('the words of a text', () => {
  it.each([
    ['Hello, WORLD!', ['hello', 'world']],
    ['L’homme n’est rien', ['l', 'homme', 'n', 'est', 'rien']],
    ['Straße STRASSE', ['strasse', 'strasse']],
    ['Ａｂｃ ① ﬁne', ['abc', '1', 'fine']],
    ['İstanbul Ünïcödé', ['istanbul', 'unicode']],
    ['ёлка йод', ['елка', 'иод']],
    ['مُحَمَّد أحمد كتـــاب', ['محمد', 'احمد', 'كتاب']],
    ['東京タワー', ['東京', '京タ', 'タワ', 'ワー']],
    ['한국어', ['한국', '국어']],
    ['ภาษา', ['ภา', 'าษ', 'ษา']],
    ['木', ['木']],
    ['iPhoneを買った', ['iphone', 'を買', '買っ', 'った']],
    ['がぎ', ['がぎ']],
    ['हिन्दी में', ['हिन्दी', 'में']],
    ['🎉 — … \u200b\u2800', []],
    ['2027-01-31', ['2027', '01', '31']],
  ])('%j are %j', (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  it('are the same however it is spelled, and fit into a key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 600 }), (text) => {
        const words = wordsIn(text);
        for (const form of ['NFC', 'NFD'] as const) expect(wordsIn(text.normalize(form))).toEqual(words);
        expect(wordsIn(words.join(' '))).toEqual(words);
        for (const word of words) expect(Buffer.byteLength(word)).toBeLessThan(1000);
        expect(folded(folded(text))).toBe(folded(text));
      }),
    );
  });
});

describe('the terms of a post', () => {
  it.each([
    ['The houses are burning', 'en', ['burn', 'hous']],
    ['Die Häuser brennen', 'de', ['brenn', 'haus']],
    ['The houses', undefined, ['houses', 'the']],
    ['@Susan see https://www.example.com/a?b=c', undefined, ['@susan', 'host:example.com', 'see']],
    ['#Café time', undefined, ['#cafe', 'cafe', 'time']],
    ['東京', 'ja', ['東京']],
  ])('%j in %j', (body, language, expected) => {
    expect(terms(body, language)).toEqual(expected);
  });

  it('say whether there is an image', () => {
    expect([...termsOf({ body: 'a', media: [{}] })]).toContain('has:image');
    expect([...termsOf({ body: 'has:image' })]).not.toContain('has:image');
  });

  it('are found by each word as it is written, in whatever language', () => {
    const words = ['Häuser', 'houses', 'courageuse', 'corazones', 'الكتاب', 'ações', 'Катя'];
    for (const word of words) {
      for (const language of ['en', 'de', 'fr', 'es', 'ar', 'pt', 'ru', undefined]) {
        const [folded = ''] = wordsIn(word);
        const own = termsOf({ body: `xyzzy ${word}`, language });
        expect(
          formsOf(folded, 'ja').some((form) => own.has(form)),
          `${word} ${language}`,
        ).toBe(true);
      }
    }
  });
});

describe('a signature', () => {
  it('never hides a term that is there', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 80 }), (words) => {
        const signature = signatureOf(new Set(words));
        expect(signature.length).toBe(2 * words.length);
        for (const word of words) expect(mayHave(signature, ['none of them', word])).toBe(true);
      }),
    );
  });

  it('seldom lets one through that is not', () => {
    const signature = signatureOf(new Set(Array.from({ length: 50 }, (_, at) => `in${at}`)));
    const wrong = Array.from({ length: 10_000 }, (_, at) => `out${at}`).filter((term) =>
      mayHave(signature, [term]),
    );
    expect(wrong.length).toBeLessThan(40);
  });
});
