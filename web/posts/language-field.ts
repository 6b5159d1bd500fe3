/** In which language somebody writes: chosen beside the text, and kept in this browser for the next one. */
import { guard } from 'lit-html/directives/guard.js';
import { POST_LANGUAGES, postLanguageOf } from '../../shared/posts/post-language.ts';
import { html, type View } from '../lib/html.ts';
import { capitalised } from '../lib/language.ts';
import { messages, language as pageLanguage } from '../lib/messages.ts';
import { browserStore } from '../lib/storage.ts';

/** Before the username of who writes in which language. */
const WRITES_IN_OF = 'nod.writesIn.';

/** What an author used last; at first the page's language. */
export function writesIn(username: string): string {
  return postLanguageOf(browserStore.read(WRITES_IN_OF + username) ?? pageLanguage) ?? 'en';
}

export function keepWritesIn(username: string, language: string): void {
  browserStore.write(WRITES_IN_OF + username, language);
}

/** `isStill`: as it looks while nothing can be chosen yet, without what is only seen when it is opened. */
export function languageField({
  chosen,
  isStill = false,
  id = 'post-language',
  choose,
}: {
  chosen: string;
  isStill?: boolean;
  id?: string;
  choose(language: string): void;
}): View {
  return html`<label class="visually-hidden" for=${id}>${messages.text.language}</label>
    <select
      class="post-language"
      id=${id}
      name="language"
      title=${messages.text.language}
      @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}
    >
      ${guard([chosen, isStill, pageLanguage], () => optionsView(isStill ? [chosen] : POST_LANGUAGES, chosen))}
    </select>`;
}

/** By name, as the page's reader calls them. */
function optionsView(languages: readonly string[], chosen: string): View {
  const names = new Intl.DisplayNames(pageLanguage, { type: 'language' });
  const { compare } = new Intl.Collator(pageLanguage);
  return languages
    .map((code) => ({ code, name: capitalised(names.of(code) ?? code) }))
    .sort((one, other) => compare(one.name, other.name))
    .map(
      ({ code, name }) =>
        html`<option value=${code} translate="no" ?selected=${code === chosen}>${name}</option>`,
    );
}
