import { html, nothing, type View } from './html.ts';

/** What does not work for now, on a page that stays readable, and what can be done about it. */
export const quietBar = (
  title: string,
  text: string,
  act: View = nothing,
): View => html`<div class="quiet-bar">
  <p><strong>${title}</strong> ${text}</p>
  ${act}
</div>`;
