import { html, type View } from '../lib/html.ts';

/** What has just happened, above the form to start again with. Takes the focus when it appears. */
export function notice(sentence: string): View {
  return html`<p class="notice" id="notice" tabindex="-1">${sentence}</p>`;
}
