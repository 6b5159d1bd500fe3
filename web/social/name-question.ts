/** Who comes from a provider for the first time chooses the name that they have here. */
import type { SocialQuestionResponse } from '../../shared/responses.ts';
import type { FieldError } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Person } from '../lib/viewer.ts';
import { registerForm } from '../signin/register-form.ts';

type Options = {
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

export function nameQuestion({ question: { label }, signedIn, isSending, ...form }: Options): View {
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
    You are signed in as ${username}. To add ${label} to that account,
    <a href="/account">link it there</a>; here you create another one.
  </p>`;
}
