/** What somebody searches for, as they type it: words, "phrases", #tags, @names and operators, all of which must hold. */
import { entitiesIn } from '../posts/entities.ts';
import { MOST_CHARACTERS } from './query-length.ts';
import { formsOf, hostTerm, IMAGE_TERM, mentionTerm } from './terms.ts';
import { folded, tagTerm, wordsIn } from './words.ts';

export type SearchQuery = {
  /** What the index must have of a post: of each, one of its forms. */
  terms: string[][];
  /** Folded texts that a post must have as they are. */
  phrases: string[];
  /** Of whom only, by their name; `me` is who searches. */
  from?: string;
  hasImage: boolean;
  /** From the first moment of the one day up to the first moment of the other, UTC. */
  since?: Date;
  before?: Date;
};

const MOST_TERMS = 8;

/**
 * Reads a query. What is no operator is words: nothing is refused, since nobody who searches wants to be told of a syntax.
 * @param language of the page, whose most frequent words are left out unless there are no others
 */
export function searchQuery(text: string, language: string): SearchQuery {
  const query: SearchQuery = { terms: [], phrases: [], hasImage: false };
  const rest = text
    .slice(0, MOST_CHARACTERS)
    .replace(/["“”„«»]([^"“”„«»]*)["“”„«»]/g, (_, phrase: string) => {
      if (wordsIn(phrase).length > 0) query.phrases.push(folded(phrase).replace(/\s+/g, ' ').trim());
      return ` ${phrase} `;
    })
    .replace(/(^|\s)(from|has|before|since):(\S+)/giu, (whole, _, operator: string, value: string) =>
      takesOperator(query, operator.toLowerCase(), value) ? ' ' : whole,
    );
  const words: string[] = [];
  let between = '';
  let at = 0;
  for (const entity of entitiesIn(rest)) {
    between += `${rest.slice(at, entity.start)} `;
    at = entity.end;
    if (entity.kind === 'tag') query.terms.push([tagTerm(entity.tag)]);
    else if (entity.kind === 'mention') query.terms.push([mentionTerm(entity.username)]);
    else query.terms.push([hostTerm(new URL(entity.href).hostname)]);
  }
  words.push(...new Set(wordsIn(between + rest.slice(at))));
  const telling = words.map((word) => formsOf(word, language)).filter((forms) => forms.length > 0);
  query.terms.push(...(telling.length > 0 || query.terms.length > 0 ? telling : words.map((word) => [word])));
  if (query.hasImage) query.terms.push([IMAGE_TERM]);
  query.terms.splice(MOST_TERMS);
  return query;
}

function takesOperator(query: SearchQuery, operator: string, value: string): boolean {
  if (operator === 'has') {
    if (!/^(image|images|media)$/i.test(value)) return false;
    query.hasImage = true;
    return true;
  }
  if (operator === 'from') {
    const [, name] = /^@?([A-Za-z0-9_]{2,20})$/.exec(value) ?? [];
    if (name === undefined) return false;
    query.from = name.toLowerCase();
    return true;
  }
  const moment = dayOf(value);
  if (moment === undefined) return false;
  if (operator === 'before') query.before = moment;
  else query.since = moment;
  return true;
}

/** The first moment of a day, or of a year's or month's first one. */
function dayOf(value: string): Date | undefined {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) return undefined;
  const moment = new Date(`${value}${'-01-01'.slice(value.length - 4)}T00:00:00.000Z`);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}
