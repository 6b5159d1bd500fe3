/** The languages that Nod speaks. */

/** As in `lang` and `Accept-Language` (BCP 47). The first one is spoken to whoever asks for none of them. */
export const LANGUAGES = ['en', 'es', 'de', 'fr', 'pt-BR', 'ar', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (text: string): text is Language => (LANGUAGES as readonly string[]).includes(text);

/** Each language's name, as those who read it call it. */
export const OWN_NAMES: Readonly<Record<Language, string>> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  'pt-BR': 'Português (Brasil)',
  ar: 'العربية',
  ja: '日本語',
};

/** The cookie in which a browser keeps the language that its reader has chosen. */
export const LANGUAGE_COOKIE = 'lang';

const RIGHT_TO_LEFT: readonly string[] = ['ar'];

/** Which way a language is written, as the attribute `dir` has it. */
export const directionOf = (language: Language): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(language) ? 'rtl' : 'ltr';

/**
 * The language to answer in: the chosen one, else the one of `Accept-Language` that is wanted most (RFC 9110 §12.5.4; a
 * regional form is matched by its language, RFC 4647 §3.4), else the first of `languages`.
 *
 * CloudFront runs the very text of this function, which therefore needs nothing around it.
 */
export function languageFor<L extends string>(
  languages: readonly L[],
  chosen: string | undefined,
  accepted: string | undefined,
): L {
  function match(range: string): L | undefined {
    // Longer than any that anybody means: what follows would take long.
    if (range.length > 35) return undefined;
    var parts = range.toLowerCase().split('-');
    var found: L | undefined;
    while (found === undefined && parts.length > 0) {
      found = languages.filter((own) => `${own.toLowerCase()}-`.indexOf(`${parts.join('-')}-`) === 0)[0];
      parts.pop();
    }
    return found;
  }
  var own = chosen === undefined ? undefined : match(chosen);
  if (own !== undefined && own === chosen) return own;
  var best = languages[0] as L;
  var bestWeight = 0;
  var anyWeight = 0;
  var named: L[] = [];
  (accepted || '').split(',').forEach((piece) => {
    var range = piece.split(';')[0] as string;
    var weight = Number((/;\s*q\s*=\s*([01](?:\.\d*)?)\s*(?:;|$)/i.exec(piece) || [0, 1])[1]);
    var found = match(range.trim());
    if (range.trim() === '*') anyWeight = weight;
    if (found === undefined) return;
    named.push(found);
    if (weight <= bestWeight) return;
    best = found;
    bestWeight = weight;
  });
  // `*` is whatever has not been named.
  var other = languages.filter((language) => named.indexOf(language) < 0)[0];
  return anyWeight > bestWeight && other !== undefined ? other : best;
}
