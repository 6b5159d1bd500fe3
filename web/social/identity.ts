import { html, type View } from '../lib/html.ts';

/** What tells one account at a provider from all others, to the letter. */
export function identity({ issuer, subject }: { issuer: string; subject: string }): View {
  return html`<dl class="identity">
    <div>
      <dt>Provider</dt>
      <dd>${issuer}</dd>
    </div>
    <div>
      <dt>Account there</dt>
      <dd>${subject}</dd>
    </div>
  </dl>`;
}
