/** Registering: choose a name, scan the code with the phone, and say that it was yours. */
import { dropFromAddress } from '../lib/address.ts';
import { ApiError, call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { type FieldError, fieldError, focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { safeNext } from '../lib/next.ts';
import type { Person } from '../lib/viewer.ts';
import type { Watch } from '../lib/watch.ts';
import { cancelWaiting } from '../signin/cancelling.ts';
import { completingView } from '../signin/completing-view.ts';
import { complete } from '../signin/completion.ts';
import { everySecond } from '../signin/countdown.ts';
import { endingSentence } from '../signin/ending-sentence.ts';
import { follow } from '../signin/following.ts';
import { keepName } from '../signin/kept-name.ts';
import { isNameWellFormed, nameHint } from '../signin/name-hint.ts';
import { notice } from '../signin/notice.ts';
import { registerForm } from '../signin/register-form.ts';
import { signedInNote, whoIsSignedIn } from '../signin/signed-in-note.ts';
import { isTouched } from '../signin/this-phone.ts';
import { keptWaiting, startWaiting, stopWaiting, type Waiting } from '../signin/waiting.ts';
import { waitingCard } from '../signin/waiting-card.ts';

type State =
  | { step: 'asking'; isStarting?: boolean; error?: FieldError; notice?: string | undefined }
  | { step: 'resuming' }
  | { step: 'waiting'; waiting: Waiting; isSilent: boolean; isCancelling: boolean; cancelError?: string }
  | { step: 'confirming'; waiting: Waiting; device: string }
  | { step: 'completing'; waiting: Waiting; error?: string };

const FIELDS = ['username', 'displayName'] as const;

const next = safeNext(new URLSearchParams(location.search).get('next'));

let state: State = { step: 'asking' };
const input = { username: '', displayName: '' };
/** The key of the last attempt: a repeat with the same names is the same registration. */
let attempt: { names: string; key: string } | undefined;
let signedIn: Person | undefined;
let watch: Watch | undefined;
let ticking: { stop(): void } | undefined;

const layout = openLayout(view);
dropFromAddress('resume');
const kept = keptWaiting('register');
if (kept === undefined) {
  layout.update();
  if (!isTouched()) focusOn('username');
} else {
  input.username = kept.username;
  go({ step: 'resuming' });
  followUp(kept);
}
void whoIsSignedIn(layout).then((person) => {
  signedIn = person;
  layout.update();
});

function go(next: State): void {
  state = next;
  layout.setWaiting(next.step === 'waiting' || next.step === 'completing');
  ticking?.stop();
  ticking = next.step === 'waiting' ? everySecond(layout.update) : undefined;
  layout.update();
}

async function start(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  if (state.step !== 'asking' || state.isStarting) return;
  const username = input.username.trim();
  const displayName = input.displayName.trim();
  if (!isNameWellFormed(username)) {
    return refuse({ field: 'username', sentence: username === '' ? 'Choose a name.' : nameHint(username) });
  }
  go({ step: 'asking', isStarting: true });
  const names = JSON.stringify([username, displayName]);
  if (attempt?.names !== names) attempt = { names, key: crypto.randomUUID() };
  try {
    const { enrolUrl, expiresAt, ...answer } = await call('register', {
      body: { username, ...(displayName === '' ? {} : { displayName }) },
      idempotencyKey: attempt.key,
    });
    keepName(answer.username);
    attempt = undefined;
    followUp(startWaiting({ kind: 'register', username: answer.username, url: enrolUrl, expiresAt }));
  } catch (error) {
    refuse(fieldError(error, FIELDS));
  }
}

function refuse(error: FieldError): void {
  go({ step: 'asking', error });
  focusOn(error.field);
}

function followUp(waiting: Waiting): void {
  watch?.stop();
  watch = follow(waiting, {
    onPending: () => showWaiting(waiting),
    onApproved: (device = 'your phone') => confirm(waiting, device),
    onEnded: (ending) => startAgain(endingSentence(ending, 'register')),
    onSilence: (isSilent) => state.step === 'waiting' && go({ ...state, isSilent }),
  });
}

function showWaiting(waiting: Waiting): void {
  if (state.step === 'waiting') return;
  go({ step: 'waiting', waiting, isSilent: false, isCancelling: false });
  focusOn('waiting-title');
  layout.announce('Waiting for your phone.');
}

/** Whoever saw the code could scan it, so the person here says whose phone it was (design §5). */
function confirm(waiting: Waiting, device: string): void {
  if (state.step === 'waiting' && state.isCancelling) return;
  go({ step: 'confirming', waiting, device });
  focusOn('confirm-title');
}

async function finish(waiting: Waiting): Promise<void> {
  go({ step: 'completing', waiting });
  try {
    await complete(waiting);
    location.replace(next);
  } catch (error) {
    const sentence = errorSentence(error);
    if (error instanceof ApiError && error.status < 500) return startAgain(`${sentence} Start again.`);
    go({ step: 'completing', waiting, error: sentence });
    focusOn('completing-title');
  }
}

async function cancel(): Promise<void> {
  if (state.step !== 'waiting' || state.isCancelling) return;
  go({ ...state, isCancelling: true });
  const cancelling = await cancelWaiting();
  if (state.step !== 'waiting') return;
  if (typeof cancelling === 'object' || cancelling === 'late') {
    go({
      ...state,
      isCancelling: false,
      ...(typeof cancelling === 'object' ? { cancelError: cancelling.failed } : {}),
    });
    return followUp(state.waiting);
  }
  watch?.stop();
  startAgain(endingSentence('cancelled', 'register'));
}

/** The approval cannot be taken back from here; left alone, it signs nobody in. */
function refusePhone(): void {
  input.username = '';
  startAgain(
    'Nobody was signed in here. What that phone approved ends by itself within two minutes. The name belongs to that phone now, so start again with another one.',
  );
}

function startAgain(sentence: string): void {
  stopWaiting();
  go({ step: 'asking', notice: sentence });
  focusOn('notice');
}

function view(): View {
  switch (state.step) {
    case 'asking':
      return askingView(state);
    case 'resuming':
      return html`<div class="card skeleton-card late" aria-hidden="true"></div>`;
    case 'waiting':
      return waitingCard(state.waiting, {
        title: 'Add your phone',
        lead: `It becomes the way in for @${state.waiting.username}.`,
        instructions: [
          'Scan this with your phone’s camera.',
          'Let your phone ask for your fingerprint, face or PIN.',
          'Come back to this screen.',
        ],
        codeLabel: 'Code to scan with your phone’s camera',
        hereLabel: 'Use this phone',
        next,
        ...state,
        onCancel: () => void cancel(),
      });
    case 'confirming':
      return confirmingView(state);
    case 'completing': {
      const { waiting, error } = state;
      return completingView({
        error,
        onRetry: () => void finish(waiting),
        onStartAgain: () => startAgain('Start again when you like.'),
      });
    }
  }
}

function askingView({
  isStarting = false,
  error,
  notice: sentence,
}: Extract<State, { step: 'asking' }>): View {
  return html`<div class="narrow">
    ${sentence === undefined ? nothing : notice(sentence)}
    ${signedIn === undefined ? nothing : signedInNote(signedIn, next)}
    <h1>Choose your name</h1>
    <p class="muted lead">Then your phone becomes the way in. There is no password to make up.</p>
    ${registerForm({ input, isStarting, error, onInput: layout.update, onSubmit: start })}
    <p class="muted">Have a name already? <a href="/signin">Sign in</a></p>
  </div>`;
}

function confirmingView({ waiting, device }: Extract<State, { step: 'confirming' }>): View {
  return html`<section class="card" aria-labelledby="confirm-title">
    <h1 id="confirm-title" tabindex="-1">Is this your phone?</h1>
    <p class="device-name">${device}</p>
    <p class="muted">It was just added to @${waiting.username}, and will let you in from now on.</p>
    <div class="actions">
      <button class="button" type="button" @click=${() => void finish(waiting)}>Yes, sign me in</button>
      <button class="button quiet" type="button" @click=${refusePhone}>No, stop</button>
    </div>
  </section>`;
}
