/** What a page shows where there is nothing: that there is nothing, why that may be, and a way on. */
import { html, type View } from './html.ts';
import { messages } from './messages.ts';

/** A whole page's view; its title, of the id `nothing-here`, can take the focus. */
export function nothingHere(title: View | string, text: string): View {
  return html`<div class="empty tall">
    <svg class="way-to-nothing" viewBox="0 0 168 56" aria-hidden="true">
      <circle class="nod-soft-fill" cx="20" cy="28" r="18" />
      <circle class="nod-fill" cx="20" cy="28" r="10" />
      <path class="way" d="M50 28h58" />
      <circle class="way" cx="142" cy="28" r="19.26" />
    </svg>
    <h1 id="nothing-here" tabindex="-1">${title}</h1>
    <p class="muted">${text}</p>
    <div class="actions"><a class="button quiet" href="/">${messages.missing.goHome}</a></div>
  </div>`;
}
