/** What stands beside what failed, and where the focus goes. */
import { html, nothing, type View } from './html.ts';

/** Why something failed, read aloud as it appears; nothing where nothing has. */
export function errorLine(sentence: string | undefined): View {
  return sentence === undefined ? nothing : html`<p class="error" role="alert">${sentence}</p>`;
}

/** Moves the focus to an element by its id, once the view with it has been rendered. */
export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
