import { expect, it } from 'vitest';
import { LANGUAGES } from '../../../shared/languages.ts';
import { POST_LANGUAGES, postLanguageOf } from '../../../shared/posts/post-language.ts';

it('are tags of one subtag, as `lang` takes them, each once', () => {
  expect(new Set(POST_LANGUAGES).size).toBe(POST_LANGUAGES.length);
  for (const tag of POST_LANGUAGES) {
    expect(tag).toMatch(/^[a-z]{2,3}$/);
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
  }
});

it.each(LANGUAGES)('have a name in the language %s of the pages', (language) => {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  const named = POST_LANGUAGES.map((tag) => names.of(tag));
  expect(named).not.toContain(undefined);
  expect(new Set(named).size).toBe(POST_LANGUAGES.length);
});

it.each([
  ['en', 'en'],
  ['pt-BR', 'pt'],
  ['zh-Hant-TW', 'zh'],
  ['DE', 'de'],
  ['xx', undefined],
  ['', undefined],
])('the language of the tag %j is %j', (tag, language) => {
  expect(postLanguageOf(tag)).toBe(language);
});

it('has every language that the pages speak', () => {
  expect(LANGUAGES.map(postLanguageOf)).not.toContain(undefined);
});
