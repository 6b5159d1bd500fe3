import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';

/** Issuer and subject, exactly as the provider writes them: together they name one account. */
export function identity({ issuer, subject }: { issuer: string; subject: string }): View {
  return html`<dl class="identity">
    <div>
      <dt>${messages.social.provider}</dt>
      <dd translate="no">${issuer}</dd>
    </div>
    <div>
      <dt>${messages.social.accountThere}</dt>
      <dd translate="no">${subject}</dd>
    </div>
  </dl>`;
}
