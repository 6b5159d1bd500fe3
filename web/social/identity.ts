import { html, type View } from '../lib/html.ts';

/** Issuer and subject, exactly as the provider writes them: together they name one account. */
export function identity({ issuer, subject }: { issuer: string; subject: string }): View {
  return html`<dl class="identity">
    <div>
      <dt>Provider</dt>
      <dd translate="no">${issuer}</dd>
    </div>
    <div>
      <dt>Account there</dt>
      <dd translate="no">${subject}</dd>
    </div>
  </dl>`;
}
