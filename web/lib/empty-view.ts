import { html, type View } from './html.ts';

/** What a list shows that has nothing: that it has, and what comes here or can be done. */
export const emptyView = (title: string, more: View | string): View => html`<div class="empty">
  <p class="empty-title">${title}</p>
  <p class="muted">${more}</p>
</div>`;
