import { html, type View } from './html.ts';
import { messages } from './messages.ts';

/** Stands for a list that is on its way; the stylesheet shows it after 300 ms, and not before. */
export function skeletonList(rows = 4): View {
  return html`<div class="skeleton late" aria-hidden="true">
    ${Array.from({ length: rows }, () => html`<div class="skeleton-row"><span></span><p></p><p></p></div>`)}
  </div>`;
}

/** Says that something did not come, and offers to ask again. */
export function failedView(what: string, sentence: string, retry: () => void): View {
  return html`<div class="empty" role="alert">
    <p class="empty-title">${what}</p>
    <p class="muted">${sentence}</p>
    <button class="button quiet" type="button" @click=${retry}>${messages.common.tryAgain}</button>
  </div>`;
}
