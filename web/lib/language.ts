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

/**
 * Formatters of `Intl` are made when they are first needed: making one takes a phone ten milliseconds and more, and a
 * page needs few of them.
 */
export function dateFormat(options: Intl.DateTimeFormatOptions): (at: Date) => string {
  let made: Intl.DateTimeFormat | undefined;
  return (at) => {
    made ??= new Intl.DateTimeFormat(LANGUAGE, options);
    return made.format(at);
  };
}

/** The same for what is counted from now, such as "2 days ago". */
export function relativeFormat(
  options: Intl.RelativeTimeFormatOptions,
): (count: number, unit: Intl.RelativeTimeFormatUnit) => string {
  let made: Intl.RelativeTimeFormat | undefined;
  return (count, unit) => {
    made ??= new Intl.RelativeTimeFormat(LANGUAGE, options);
    return made.format(count, unit);
  };
}
