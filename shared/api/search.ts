/** Finding posts and people. */
import * as v from 'valibot';
import { LANGUAGES } from '../languages.ts';
import { MOST_CHARACTERS } from '../search/query-length.ts';
import { listOf, timestamp } from './fields.ts';
import { cursor, limit, personResponse, postResponse } from './posts.ts';
import { type Call, type Declaration, route } from './route.ts';

const QUERY = {
  minLength: 1,
  maxLength: MOST_CHARACTERS,
  description:
    'Words, "phrases", #tags, @names, hosts of links, and `from:name`, `from:me`, `has:image`, `before:2027-01-31`, `since:2027`; all of it must hold.',
  examples: ['bread from:susan'],
};

const q = v.pipe(
  v.string(),
  v.metadata(QUERY),
  v.check((text) => text.trim() !== '', 'Write what to search for.'),
  v.check(
    (text) => [...text].length <= MOST_CHARACTERS,
    () => `A search has at most ${MOST_CHARACTERS} characters.`,
  ),
);

export const searchCall = {
  name: 'search',
  method: 'GET',
  path: '/api/search',
  auth: 'reader',
  query: v.object({
    q,
    cursor: v.optional(cursor),
    limit: v.optional(limit, '20'),
    language: v.optional(
      v.pipe(
        v.picklist(LANGUAGES, 'Nod does not speak this language.'),
        v.description('Of the page: its most frequent words are not looked for.'),
      ),
    ),
  }),
} as const satisfies Call;

export const searchPeopleCall = {
  name: 'search-people',
  method: 'GET',
  path: '/api/search/people',
  auth: 'reader',
  query: v.object({ q }),
} as const satisfies Call;

export const SEARCH = {
  search: route(searchCall, {
    summary: 'Search posts, newest first',
    description:
      'A call looks at so many posts only, and says how far back that was: there may be more even where it has found none.',
    stack: 'Blog',
    grants: {
      Users: ['GetItem', 'BatchGetItem'],
      Posts: ['Query', 'BatchGetItem'],
      Copies: ['Query'],
    },
    answers: {
      200: v.strictObject({
        items: v.array(postResponse),
        next: v.nullable(v.string()),
        lookedBackTo: v.nullable(
          v.pipe(
            timestamp,
            v.description('When the oldest post was written that was looked at; null if all were.'),
          ),
        ),
      }),
    },
    problems: ['not_found'],
    memory: 512,
  }),
  'search-people': route(searchPeopleCall, {
    summary: 'Search people by the beginning of their names',
    stack: 'People',
    grants: { Users: ['BatchGetItem'], Posts: ['BatchGetItem'], Copies: ['Query'] },
    answers: { 200: listOf(personResponse) },
  }),
} as const satisfies Record<string, Call & Declaration>;
