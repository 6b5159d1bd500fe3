import { html, nothing, type View } from '../lib/html.ts';

declare const __PRACTICE__: boolean;

/** The way to the practice phone (design §9), which no deployment has. */
export function practiceBox(url: string): View {
  if (!__PRACTICE__) return nothing;
  const { pathname, hash } = new URL(url, location.origin);
  return html`<p class="box-aside">
    No phone at hand?
    <a href="${pathname}?practice${hash}" target="_blank">Open the practice phone</a>
  </p>`;
}
