/**
 * By which terms a post is found: one rule for what is written into the index and for what is looked up in it. Words are
 * folded and stemmed in the post's language.
 */
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stopwords as ofArabic } from '@orama/stopwords/arabic';
import { stopwords as ofEnglish } from '@orama/stopwords/english';
import { stopwords as ofFrench } from '@orama/stopwords/french';
import { stopwords as ofGerman } from '@orama/stopwords/german';
import { stopwords as ofPortuguese } from '@orama/stopwords/portuguese';
import { stopwords as ofSpanish } from '@orama/stopwords/spanish';
import { entitiesIn } from '../posts/entities.ts';
import { folded, isUnspaced, tagTerm, wordsIn } from './words.ts';

/** What of a post can be searched for. */
export type Searched = {
  body: string;
  language?: string | undefined;
  media?: readonly unknown[] | undefined;
};

/** The languages whose words are stemmed. Those of others are found as they are written. */
const STEMMERS: Record<string, (word: string) => string> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  pt: portuguese,
};

const STOP_WORDS: Record<string, readonly string[]> = {
  ar: ofArabic,
  de: ofGerman,
  en: ofEnglish,
  es: ofSpanish,
  fr: ofFrench,
  pt: ofPortuguese,
};

/** The word as the index of a language has it. */
function stemmed(word: string, language: string | undefined): string {
  const stem = STEMMERS[language ?? ''];
  return stem === undefined || isUnspaced(word) ? word : stem(word) || word;
}

const foldedStopWords = new Map<string, ReadonlySet<string>>();

function isStopWord(word: string, language: string | undefined): boolean {
  const own = STOP_WORDS[language ?? ''];
  if (language === undefined || own === undefined) return false;
  if (!foldedStopWords.has(language)) foldedStopWords.set(language, new Set(own.map(folded)));
  return foldedStopWords.get(language)?.has(word) === true;
}

export const mentionTerm = (username: string): string => `@${username}`;
export const hostTerm = (host: string): string => `host:${host.replace(/^www\./, '')}`;
export const IMAGE_TERM = 'has:image';

/** All terms of a post. */
export function termsOf({ body, language, media = [] }: Searched): Set<string> {
  const terms = new Set<string>();
  let words = '';
  let at = 0;
  for (const entity of entitiesIn(body)) {
    words += `${body.slice(at, entity.start)} `;
    at = entity.end;
    if (entity.kind === 'link') terms.add(hostTerm(new URL(entity.href).hostname));
    else if (entity.kind === 'mention') terms.add(mentionTerm(entity.username));
    else {
      terms.add(tagTerm(entity.tag));
      // Who looks for the word finds the tag, too.
      words += `${entity.tag} `;
    }
  }
  for (const word of wordsIn(words + body.slice(at)))
    if (!isStopWord(word, language)) terms.add(stemmed(word, language));
  if (media.length > 0) terms.add(IMAGE_TERM);
  return terms;
}

/**
 * What a word may stand as in the index, whatever the language of the post: nobody is asked in which they search. Empty of
 * one that `language`, that of who searches, has everywhere.
 */
export function formsOf(word: string, language: string): string[] {
  if (isStopWord(word, language)) return [];
  return [...new Set([word, ...Object.keys(STEMMERS).map((each) => stemmed(word, each))])];
}

/** Two bytes for each term, in no order: whether a post has a term can be seen, and one in 65 536 times wrongly so. */
export function signatureOf(terms: ReadonlySet<string>): Uint8Array {
  return new Uint8Array(Uint16Array.from([...terms].map(hash)).buffer);
}

/** Whether a post with this signature may have one of these terms. */
export function mayHave(signature: Uint8Array, terms: readonly string[]): boolean {
  const hashes = terms.map(hash);
  for (let at = 0; at + 1 < signature.length; at += 2) {
    if (hashes.includes((signature[at] ?? 0) | ((signature[at + 1] ?? 0) << 8))) return true;
  }
  return false;
}

/** FNV-1a, folded to 16 bits. */
function hash(term: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(term)) value = Math.imul(value ^ byte, 0x01000193);
  return ((value >>> 16) ^ value) & 0xffff;
}
