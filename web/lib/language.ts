/**
 * The language that the page is written in, in the reader's own variant: times and numbers in its sentences are in the
 * same language as the sentence, and a reader of `en-GB` has the day before the month.
 */
export const LANGUAGE = variantOf(
  typeof document === 'undefined' ? 'en' : document.documentElement.lang || 'en',
);

function variantOf(language: string): string {
  return navigator.languages.find((own) => own.split('-')[0] === language) ?? language;
}
