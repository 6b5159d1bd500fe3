/**
 * The index of people (DESIGN.md §3): `pk = who#<two characters>, sk = <word>#<userId>` in the Copies table, a row for each
 * word of somebody's names, so that they are found by the beginning of any.
 */
import type { Database, Item, Key, Write } from '../database.ts';
import type { UserId } from '../ids.ts';
import type { Named } from '../timelines/timeline-entry.ts';
import { wordsIn } from './words.ts';

/** Of a name that is long: nobody is looked for by its tenth word. */
const MOST_WORDS = 8;

const keyOf = (word: string, userId: UserId): Key => ({ pk: partOf(word), sk: `${word}#${userId}` });

const partOf = (word: string): string => `who#${[...word].slice(0, 2).join('')}`;

/** The words by which somebody is found. */
const wordsOf = ({ username, displayName }: Named): string[] =>
  [...new Set([username, ...wordsIn(displayName)])].slice(0, MOST_WORDS);

/** The rows by which somebody is found. */
export const indexRowsOf = (person: Named): Item[] =>
  wordsOf(person).map((word) => ({ ...keyOf(word, person.userId), ...person }));

export function peopleIndexStore(db: Database) {
  const table = () => db.tableName('Copies');

  return {
    /** Somebody is there; it belongs into the transaction that makes them. */
    add: (person: Named): Write[] =>
      indexRowsOf(person).map((Item) => ({ Put: { TableName: table(), Item } })),

    /** Somebody is called otherwise; it belongs into the transaction that changes their name. */
    rename: (before: Named, after: Named): Write[] => {
      const words = wordsOf(after);
      const gone = wordsOf(before).filter((word) => !words.includes(word));
      return [
        ...indexRowsOf(after).map((Item) => ({ Put: { TableName: table(), Item } })),
        ...gone.map((word) => ({ Delete: { TableName: table(), Key: keyOf(word, before.userId) } })),
      ];
    },

    /** So many people of whose names a word begins so, by that word. */
    async beginningWith(word: string, limit: number): Promise<Named[]> {
      const { items } = await db.query({
        TableName: table(),
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :word)',
        ExpressionAttributeValues: { ':pk': partOf(word), ':word': word },
        Limit: limit,
      });
      return items.map(({ pk: _, sk: __, ...person }) => person as Named);
    },
  };
}
