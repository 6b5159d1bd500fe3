/** Nobody's account gets a link that they have not looked at (design §5). */
import type { SocialQuestionResponse } from '../../shared/responses.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { identity } from './identity.ts';

type Options = {
  question: Extract<SocialQuestionResponse, { question: 'link' }>;
  isSending: boolean;
  error: string | undefined;
  onYes(): void;
  /** Where it goes on without. */
  next: string;
};

export function linkQuestion({ question, isSending, error, onYes, next }: Options): View {
  const { label } = question;
  return html`<section class="card" aria-labelledby="link-title">
    <h1 id="link-title" tabindex="-1">Link this account?</h1>
    <p class="muted">From now on, whoever signs in at ${label} as this person gets into your account here.</p>
    ${identity(question)}
    ${error === undefined ? nothing : html`<p class="error" role="alert">${error}</p>`}
    <div class="actions">
      <button class="button" type="button" aria-disabled=${isSending} @click=${onYes}>Link it</button>
      <a class="button quiet" href=${next}>Don’t</a>
    </div>
  </section>`;
}
