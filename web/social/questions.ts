/** What is asked of somebody who comes back from a provider, before they are let in. */
import type { SocialQuestionResponse } from '../../shared/responses.ts';
import { errorLine } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import type { FieldError } from '../lib/text-field.ts';
import type { Person } from '../lib/viewer.ts';
import { registerForm } from '../signin/register-form.ts';
import { identity } from './identity.ts';

type NameOptions = {
  question: SocialQuestionResponse;
  /** What stands in the fields; the form writes into it. */
  input: { username: string; displayName: string };
  isSending: boolean;
  error: FieldError | undefined;
  /** Who is signed in here already. */
  signedIn: Person | undefined;
  onInput(): void;
  onSubmit(event: SubmitEvent): void;
};

/** Who comes for the first time chooses the name that they have here. */
export function nameQuestion({ question: { label }, signedIn, isSending, ...form }: NameOptions): View {
  return html`<div class="narrow">
    ${signedIn === undefined ? nothing : elsewhereNote(label, signedIn)}
    <h1>${messages.register.title}</h1>
    <p class="muted lead">${messages.social.newHere(label)}</p>
    ${registerForm({ ...form, submit: messages.social.create, isStarting: isSending })}
    <p class="muted">${messages.social.haveName(label)}</p>
  </div>`;
}

/** Somebody who meant to link the provider must not end up with two accounts. */
function elsewhereNote(label: string, { username }: Person): View {
  return html`<p class="notice">
    ${messages.social.signedInAs(html`<span translate="no">${username}</span>`, label)}
  </p>`;
}

type LinkOptions = {
  question: Extract<SocialQuestionResponse, { question: 'link' }>;
  isSending: boolean;
  error: string | undefined;
  onYes(): void;
  /** Where to go on without linking. */
  next: string;
};

/** Shows which account at the provider would be linked, so that nobody links one unseen (DESIGN.md §5). */
export function linkQuestion({ question, isSending, error, onYes, next }: LinkOptions): View {
  const { label } = question;
  return html`<section class="card" aria-labelledby="link-title">
    <h1 id="link-title" tabindex="-1">${messages.social.linkThis}</h1>
    <p class="muted">${messages.social.linkMeans(label)}</p>
    ${identity(question)}
    ${errorLine(error)}
    <div class="actions">
      <button class="button" type="button" aria-disabled=${isSending} @click=${onYes}>${messages.social.linkIt}</button>
      <a class="button quiet" href=${next}>${messages.social.dontLink}</a>
    </div>
  </section>`;
}
