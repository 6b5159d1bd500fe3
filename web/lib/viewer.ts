/** Who is signed in here, as far as a page knows. */
import type { UserResponse } from '../../shared/responses.ts';
import { MESSAGES_OF, noteVisitor, PERSON } from './first-paint.ts';
import { browserStore, tabStore } from './storage.ts';

export type Person = Pick<UserResponse, 'username' | 'displayName' | 'avatar'>;

/** Timelines, for the way back (`posts/kept-timeline.ts`). */
export const TIMELINES = 'nod.timelines';

/** What else this browser keeps of who is signed in, in its storage and in a tab's. The next sign-in needs none of it. */
const TRACES = [PERSON, 'nod.activeAt', 'nod.completed', 'nod.intent', 'nod.codeDue', TIMELINES];

/**
 * Who was signed in here at the last visit. It is for the first paint only, so that nothing jumps when the answer
 * comes; the API decides what may be seen and done.
 */
export function rememberedPerson(): Person | undefined {
  const person = browserStore.readJson(PERSON);
  return isPerson(person) ? person : undefined;
}

export function rememberPerson({ username, displayName, avatar }: Person): void {
  const text = JSON.stringify({ username, displayName, avatar });
  // An equal value is not written again: each write wakes the other tabs.
  if (browserStore.read(PERSON) === text) return;
  browserStore.write(PERSON, text);
  // Whoever was here before may have left without signing out.
  forgetWritings(username);
  noteVisitor();
}

/**
 * Takes away what is the person's own, by name, drafts included. Not everything, and no `Clear-Site-Data`: on a phone that
 * signs itself in, that would take along the service worker, by which it is rung, and whose phone it is.
 */
export function forgetTraces(): void {
  for (const key of TRACES) {
    browserStore.remove(key);
    tabStore.remove(key);
  }
  forgetWritings();
  noteVisitor();
}

/** What they were about to write, and how they write, each under a username. */
const WRITING = /^nod\.(draft|profileDraft|writesIn)\./;

function forgetWritings(but = ''): void {
  for (const key of browserStore.keys()) {
    const isToSomebody = key.startsWith(MESSAGES_OF) && !key.startsWith(`${MESSAGES_OF}${but}.`);
    // Drafts of replies stand behind a post's id.
    const isOfAnother = WRITING.test(key) && !key.split('/')[0]?.endsWith(`.${but}`);
    if (isToSomebody || isOfAnother) browserStore.remove(key);
  }
}

export function forgetPerson(): void {
  // What nobody has read under a name stays.
  if (browserStore.read(PERSON) !== null) tabStore.remove(TIMELINES);
  browserStore.remove(PERSON);
  noteVisitor();
}

/** Calls back when another tab signs in or out. */
export function onPersonChanged(changed: (person: Person | undefined) => void): void {
  addEventListener('storage', ({ key }) => {
    if (key === PERSON || key === null) changed(rememberedPerson());
  });
}

function isPerson(value: unknown): value is Person {
  return (
    typeof value === 'object' &&
    value !== null &&
    'username' in value &&
    typeof value.username === 'string' &&
    'displayName' in value &&
    typeof value.displayName === 'string'
  );
}
