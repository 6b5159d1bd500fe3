/** What is asked of somebody who comes back from a provider, before they are let in. */
import type { SocialQuestionResponse } from '../../shared/responses.ts';
import { errorLine, type FieldError } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
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
    <h1>Choose your name</h1>
    <p class="muted lead">You are new here. ${label} lets you in from now on, under this name.</p>
    ${registerForm({ ...form, submit: 'Create my account', isStarting: isSending })}
    <p class="muted">Have a name already? <a href="/signin">Sign in</a> with it, then link ${label} to it.</p>
  </div>`;
}

/** Somebody who meant to link the provider must not end up with two accounts. */
function elsewhereNote(label: string, { username }: Person): View {
  return html`<p class="notice">
    You are signed in as <span translate="no">${username}</span>. To add ${label} to that account,
    <a href="/account">link it there</a>; here you create another one.
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
    <h1 id="link-title" tabindex="-1">Link this account?</h1>
    <p class="muted">From now on, whoever signs in at ${label} as this person gets into your account here.</p>
    ${identity(question)}
    ${errorLine(error)}
    <div class="actions">
      <button class="button" type="button" aria-disabled=${isSending} @click=${onYes}>Link it</button>
      <a class="button quiet" href=${next}>Don’t</a>
    </div>
  </section>`;
}
