/**
 * The switch of the language. A document comes in the one that a cookie asks for, else in the one that the browser prefers
 * (`shared/languages.ts`); what a phone is sent comes in the one of its own page (`web/phone/ringing.ts`).
 */
import { LANGUAGE_COOKIE, type Language, OWN_NAMES } from '../../shared/languages.ts';
import { call } from './api.ts';
import { setCookie } from './first-paint.ts';
import { html, nothing, type View } from './html.ts';
import { language, messages } from './messages.ts';
import { rememberedPerson } from './viewer.ts';

/** Whoever has chosen waits no longer for the API to note it. */
const PATIENCE_MS = 2000;

/** Whether there is anything to choose. */
export const hasLanguages = Object.keys(OWN_NAMES).length > 1;

/**
 * All languages, each by its own name; nothing where there is one only. Buttons: a list that opens would load the page
 * anew at each step of the keyboard.
 * @param names by language
 */
export function languageSwitch(names: Readonly<Record<string, string>> = OWN_NAMES): View {
  const languages = Object.entries(names);
  if (languages.length < 2) return nothing;
  return html`<ul class="languages" aria-label=${messages.languages.title}>
    ${languages.map(
      ([one, name]) => html`<li>
        <button
          class="language"
          type="button"
          lang=${one}
          translate="no"
          aria-current=${one === language ? 'true' : nothing}
          @click=${() => void choose(one as Language)}
        >
          ${name}
        </button>
      </li>`,
    )}
  </ul>`;
}

/** Loads the page anew, where it was: a draft is kept as it is typed, and the browser keeps how far one has scrolled. */
async function choose(next: Language): Promise<void> {
  setCookie(LANGUAGE_COOKIE, next);
  // The next choice tries again what fails here: what is read is in the new language at any rate.
  if (rememberedPerson() !== undefined)
    await call('language-set', { body: { language: next }, timeoutMs: PATIENCE_MS }).catch(() => {});
  location.reload();
}
