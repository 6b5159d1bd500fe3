/**
 * What the document has brought along of what its page would ask for (`functions/page.ts`): the page shows it at once, as
 * the document did, and asks for nothing.
 */
import { serverNow } from './clock.ts';
import type { Person } from './viewer.ts';

/** `at`: when the document was made, as an ISO time. */
export type Given<T> = T & { at: string };

/** Its id in the document. */
export const GIVEN = 'given';

/** A browser that goes back may show a document of an hour ago. */
const OLD_MS = 10_000;

/** To be read before the layout takes the document's content away; `undefined` in a document without content. */
export function given<T>(): Given<T> | undefined {
  const text = document.getElementById(GIVEN)?.textContent;
  return text ? (JSON.parse(text) as Given<T>) : undefined;
}

/**
 * Whether to ask once more, and put the answer in its place, once the server has told its time: where the document is old,
 * and for whoever is signed in, who may have changed just now what the edge keeps for two seconds.
 */
export function isDoubtful({ at }: Given<unknown>, person: Person | undefined): boolean {
  return person !== undefined || serverNow() - Date.parse(at) > OLD_MS;
}
