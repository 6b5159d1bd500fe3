import { searchPeopleCall } from '../shared/api/search.ts';
import { type Database, database } from '../shared/database.ts';
import { endpoint, serve } from '../shared/http/serve.ts';
import { assembledPeople } from '../shared/people/assembled-people.ts';
import { peopleIndexStore } from '../shared/search/people-index-store.ts';
import { folded, wordsIn } from '../shared/search/words.ts';

/** So many are shown: who looks for one more writes one more letter. */
const MOST_PEOPLE = 20;

/** Of a word that many have, so many are looked at for the others. */
const MOST_LOOKED_AT = 60;

/** Finds people by the beginnings of their names, whichever of their words those are. */
export const searchPeople = (db: Database, people = peopleIndexStore(db)) =>
  endpoint(searchPeopleCall, async ({ query: { q }, caller }) => {
    const asked = q.trim().replace(/^[@＠]/, '');
    // A username may have low lines, at which words end elsewhere.
    const words = /^\w{3,20}$/.test(asked) ? [folded(asked)] : wordsIn(asked);
    const [longest = ''] = words.toSorted((one, other) => other.length - one.length);
    const found = longest === '' ? [] : await people.beginningWith(longest, MOST_LOOKED_AT);
    const fitting = found.filter(({ username, displayName }) => {
      const own = [username, ...wordsIn(displayName)];
      return words.every((word) => own.some((other) => other.startsWith(word)));
    });
    const each = new Map(fitting.map((person) => [person.userId, person]));
    const items = await assembledPeople(db, caller?.session.userId, [...each.values()].slice(0, MOST_PEOPLE));
    return { status: 200, body: { items, next: null } };
  });

export const handler = serve(searchPeople(database()));
