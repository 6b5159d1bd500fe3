/** A second language, of marked English, for what speaks to several people at once. */
import { LANGUAGES, type Language } from '../../shared/languages.ts';
import { NOTICE_WORDS, PUSH_WORDS } from '../../web/messages/catalogues.ts';

/** What a browser, a row or a cookie calls it. */
export const SECOND = 'xx' as Language;

/** Nod speaks it from here on. @returns ends that */
export function speakSecondLanguage(): () => void {
  (LANGUAGES as unknown as Language[]).push(SECOND);
  NOTICE_WORDS[SECOND] = marked(NOTICE_WORDS.en);
  // Browsers are called the same in it.
  PUSH_WORDS[SECOND] = { ...PUSH_WORDS.en, push: marked(PUSH_WORDS.en.push) };
  return () => {
    (LANGUAGES as unknown as Language[]).splice(LANGUAGES.indexOf(SECOND), 1);
    Reflect.deleteProperty(NOTICE_WORDS, SECOND);
    Reflect.deleteProperty(PUSH_WORDS, SECOND);
  };
}

/** Each sentence in ‹ ›. */
function marked<Entry>(entry: Entry): Entry {
  if (typeof entry === 'string') return `‹${entry}›` as Entry;
  if (typeof entry === 'function') return ((...facts: unknown[]) => marked(entry(...facts))) as Entry;
  if (typeof entry !== 'object' || entry === null) return entry;
  return Object.fromEntries(Object.entries(entry).map(([name, inside]) => [name, marked(inside)])) as Entry;
}
