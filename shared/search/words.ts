/**
 * The words of a text, as they are compared: folded (NFKC, without case and accents). Of writings without spaces between
 * words they are pairs of characters, since no dictionary cuts a compound where its reader looks for a part of it.
 */

/** A longer one is cut: nobody types it, and a key has its bounds. */
const MOST_LETTERS = 40;

const MARKS_TO_DROP = /(?<=[\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}])\p{M}+/gu;
const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}';
const WORD = new RegExp(
  `[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])*`,
  'gu',
);
const BEGINS_UNSPACED = new RegExp(`^[${UNSPACED}]`, 'u');

/** Whether a word is of a writing without spaces. */
export const isUnspaced = (word: string): boolean => BEGINS_UNSPACED.test(word);

/** Without what people write or leave out as they like: case, accents, the width of characters. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(MARKS_TO_DROP, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ـ/g, '')
    .normalize('NFC');

/** The words of a text in their order, folded; of writings without spaces, pairs of characters. */
export function wordsIn(text: string): string[] {
  return (folded(text).match(WORD) ?? []).flatMap((word) => (isUnspaced(word) ? pairsOf(word) : [cut(word)]));
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((second, at) => `${characters[at]}${second}`);
}

const cut = (word: string): string => [...word].slice(0, MOST_LETTERS).join('');

/** How a tag, without its sign, stands in the index. */
export const tagTerm = (tag: string): string => `#${cut(folded(tag))}`;
