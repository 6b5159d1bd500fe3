/**
 * Back from a provider: completes the sign-in, or first asks what the server needs to know (a name, or whether to
 * link), and goes on to `next`. The callback has put into the fragment which of these it is.
 */
import type { RequestBody, SocialQuestionResponse } from '../../shared/responses.ts';
import { safeNext } from '../lib/address.ts';
import { ApiError, call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { language, messages } from '../lib/messages.ts';
import { watchSession } from '../lib/session-watch.ts';
import { type FieldError, fieldError } from '../lib/text-field.ts';
import { isTouched } from '../lib/this-phone.ts';
import type { Person } from '../lib/viewer.ts';
import { completingView } from '../signin/completing-view.ts';
import { complete, isFinal } from '../signin/completion.ts';
import { nameRefusal } from '../signin/register-form.ts';
import { whoIsSignedIn } from '../signin/signed-in-note.ts';
import { takeSigninCookie } from '../signin/waiting.ts';
import { endProviderReturn, LINKED, providerReturn } from '../social/provider-return.ts';
import { linkQuestion, nameQuestion } from '../social/questions.ts';

type State =
  | { step: 'looking' }
  | { step: 'asking'; question: SocialQuestionResponse; isSending: boolean; error?: FieldError }
  | { step: 'completing'; error?: string }
  | { step: 'failed'; sentence: string; isLink: boolean; onRetry?: () => void };

const FIELDS = ['username', 'displayName'] as const;

const next = safeNext(new URLSearchParams(location.search).get('next'));
const input = { username: '', displayName: '' };
let state: State = { step: 'looking' };
let signedIn: Person | undefined;

const layout = openLayout(view);
/** Which of this browser's ways has stopped for a question, where the address says so. */
const [status = '', authorization] = location.hash.slice(1).split('=');
void goOn(status);

function go(next: State): void {
  state = next;
  layout.setWaiting(next.step === 'completing');
  layout.update();
}

async function goOn(status: string): Promise<void> {
  switch (status) {
    case 'approved':
      // A reload must not ask again what is answered.
      history.replaceState(null, '', '#approved');
      return finish();
    case 'question':
      return ask();
    case 'linked':
      return location.replace(next.replace(/#.*$|$/, LINKED));
    default:
      return location.replace(next);
  }
}

async function ask(): Promise<void> {
  go({ step: 'looking' });
  try {
    const question = await call('social-question', { query: { authorization } });
    go({ step: 'asking', question, isSending: false });
    if (question.question === 'link') {
      watchSession(layout, { required: true });
      focusOn('link-title');
    } else {
      await prefill(question);
    }
  } catch (error) {
    if (await isAnsweredAlready(error)) return finish();
    fail(error, () => void ask());
  }
}

async function prefill({
  suggestion,
  displayName,
}: Extract<SocialQuestionResponse, { question: 'username' }>) {
  Object.assign(input, { username: suggestion ?? '', displayName: displayName ?? '' });
  layout.update();
  if (!isTouched()) focusOn('username');
  signedIn = await whoIsSignedIn(layout);
  layout.update();
}

async function send(body: Omit<RequestBody<'social-continue'>, 'authorization'>): Promise<void> {
  if (state.step !== 'asking' || state.isSending || authorization === undefined) return;
  const { question } = state;
  go({ step: 'asking', question, isSending: true });
  try {
    const { status } = await call('social-continue', { body: { ...body, authorization, language } });
    await goOn(status);
  } catch (error) {
    if (await isAnsweredAlready(error)) return finish();
    if (isNotWaiting(error)) return fail(error);
    // Another tab has answered it, and may have been asked something else.
    if (error instanceof ApiError && error.code === 'conflict') return ask();
    refuse(question, fieldError(error, FIELDS));
  }
}

function refuse(question: SocialQuestionResponse, error: FieldError): void {
  go({ step: 'asking', question, isSending: false, error });
  if (question.question === 'username') focusOn(error.field);
}

function chooseName(event: SubmitEvent, question: SocialQuestionResponse): void {
  event.preventDefault();
  const [username, displayName] = [input.username.trim(), input.displayName.trim()];
  const refusal = nameRefusal(username);
  if (refusal !== undefined) refuse(question, refusal);
  // A name that is left out would be the provider's.
  else void send({ username, displayName: displayName === '' ? username : displayName });
}

async function finish(): Promise<void> {
  go({ step: 'completing' });
  try {
    const approved = providerReturn();
    takeSigninCookie(approved);
    await complete(approved);
    endProviderReturn();
    location.replace(next);
  } catch (error) {
    if (isFinal(error)) return fail(error);
    go({ step: 'completing', error: errorSentence(error) });
    focusOn('completing-title');
  }
}

/**
 * Whether the question is answered after all: a response that breaks off after its headers has set the cookie
 * already.
 */
async function isAnsweredAlready(error: unknown): Promise<boolean> {
  if (!isNotWaiting(error)) return false;
  const status = await call('status', { query: { of: 'signin' } }).catch(() => undefined);
  return status?.status === 'approved';
}

function isNotWaiting(error: unknown): boolean {
  return error instanceof ApiError && error.code === 'not_awaiting_input';
}

function fail(error: unknown, onRetry?: () => void): void {
  const sentence = errorSentence(error);
  const isLink = state.step === 'asking' && state.question.question === 'link';
  endProviderReturn();
  go({ step: 'failed', sentence, isLink, ...(onRetry === undefined || isFinal(error) ? {} : { onRetry }) });
  focusOn('failed-title');
}

function view(): View {
  switch (state.step) {
    case 'looking':
      return html`<div class="card skeleton-card late" aria-hidden="true"></div>`;
    case 'asking': {
      const { question, isSending, error } = state;
      if (question.question === 'link') {
        const onYes = () => void send({ link: true });
        return linkQuestion({ question, isSending, error: error?.sentence, onYes, next });
      }
      const onSubmit = (event: SubmitEvent) => chooseName(event, question);
      return nameQuestion({ question, input, isSending, error, signedIn, onInput: layout.update, onSubmit });
    }
    case 'completing':
      return completingView({
        said: messages.social.saidYes,
        error: state.error,
        onRetry: () => void finish(),
        onStartAgain: () => location.replace('/signin'),
      });
    case 'failed':
      return failedView(state);
  }
}

function failedView({ sentence, isLink, onRetry }: Extract<State, { step: 'failed' }>): View {
  const goOn = onRetry === undefined ? 'button' : 'button quiet';
  return html`<section class="card">
    <h1 id="failed-title" tabindex="-1">${messages.social.failed}</h1>
    <p>${sentence}</p>
    <div class="actions">
      ${onRetry === undefined ? nothing : html`<button class="button" type="button" @click=${onRetry}>${messages.common.tryAgain}</button>`}
      ${
        isLink
          ? html`<a class=${goOn} href=${next}>${messages.social.goBack}</a>`
          : html`<a class=${goOn} href=${`/signin?${new URLSearchParams({ next })}`}>${messages.signin.startAgain}</a>`
      }
    </div>
  </section>`;
}
