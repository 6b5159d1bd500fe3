/**
 * The words of the page, in its reader's language: `messages.<section>.<entry>` wherever something is said. They come with
 * the document as a script of their own, before that of the page (`infra/bundles.ts`), so that the pages' scripts are the
 * same in all languages. Nothing may ask for them at the top of a module: they are not there yet, and a server speaks
 * several languages.
 */
import type { Language } from '../../shared/languages.ts';
import type * as english from '../messages/en.ts';

/** A catalogue: English is the type of all of them. */
export type Messages = typeof english;

/** All that is said; set anew by {@link speak}. */
export let messages: Messages;

/** The language that it is said in. */
export let language: Language = 'en';

/** From here on everything is said in this language. */
export function speak(next: Language, catalogue: Messages): void {
  language = next;
  messages = catalogue;
}
