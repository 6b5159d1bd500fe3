/**
 * Numbers, dates and plurals in the language of the page, in the reader's own variant: what stands in a sentence is in the
 * same language as the sentence, and a reader of `en-GB` has the day before the month.
 *
 * Formatters of `Intl` are made when they are first needed: making one takes a phone ten milliseconds and more, and a
 * page needs few of them.
 */
import { language } from './messages.ts';

/** The language of the page, as its reader's browser has it: `en-GB` for `en`. Nobody's where no page is. */
function variant(): string {
  if (!('document' in globalThis)) return language;
  // A machine's settings may make something of it that `Intl` does not take.
  const isOwn = (one: string) => one.split('-')[0] === language && /^[a-z\d]+(-[a-z\d]{2,})*$/i.test(one);
  return navigator.languages.find(isOwn) ?? language;
}

/** What is made once for each language. */
function inEachLanguage<Made>(make: (variant: string) => Made): () => Made {
  let made: { language: string; it: Made } | undefined;
  return () => {
    if (made?.language !== language) made = { language, it: make(variant()) };
    return made.it;
  };
}

export function dateFormat(options: Intl.DateTimeFormatOptions): (at: Date) => string {
  const format = inEachLanguage((variant) => new Intl.DateTimeFormat(variant, options));
  return (at) => format().format(at);
}

/** The same for what is counted from now, such as "2 days ago". */
export function relativeFormat(
  options: Intl.RelativeTimeFormatOptions,
): (count: number, unit: Intl.RelativeTimeFormatUnit) => string {
  const format = inEachLanguage((variant) => new Intl.RelativeTimeFormat(variant, options));
  return (count, unit) => format().format(count, unit);
}

const numbers = inEachLanguage((variant) => new Intl.NumberFormat(variant));

/** A count, as people write it: "1,234". */
export const count = (number: number): string => numbers().format(number);

const shortNumbers = inEachLanguage(
  (variant) => new Intl.NumberFormat(variant, { notation: 'compact', maximumFractionDigits: 1 }),
);

/** A great count, where there is little room: "1.2K". */
export const shortCount = (number: number): string => shortNumbers().format(number);

const plurals = inEachLanguage((variant) => new Intl.PluralRules(variant));

/** The form of a sentence that goes with a number (CLDR's plural categories). */
export function plural<Form>(
  number: number,
  forms: Partial<Record<Intl.LDMLPluralRule, Form>> & { other: Form },
): Form {
  return forms[plurals().select(number)] ?? forms.other;
}

const lists = inEachLanguage((variant) => new Intl.ListFormat(variant, { type: 'conjunction' }));

/** Several in one sentence, with the words between: "a phone, a link and a code". */
export const listed = <Part>(several: readonly Part[]): (Part | string)[] =>
  lists()
    .formatToParts(Array.from(several.keys(), String))
    .map(({ type, value }) => (type === 'element' ? (several[Number(value)] ?? value) : value));

/** With a capital letter at its beginning, as a title or a sentence has it. */
export function capitalised([first = '', ...rest]: string): string {
  return first.toLocaleUpperCase(language) + rest.join('');
}
