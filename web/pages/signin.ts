/** Signing in: the name, then the number and the code, until the phone has answered. */

import { dropFromAddress } from '../lib/address.ts';
import { ApiError, call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { describedBy, type FieldError, field, fieldError, focusOn } from '../lib/field.ts';
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
import { keepName, keptName, typedName } from '../signin/kept-name.ts';
import { notice } from '../signin/notice.ts';
import { knownReason, reasonSentence } from '../signin/reasons.ts';
import { signedInNote, whoIsSignedIn } from '../signin/signed-in-note.ts';
import { isTouched } from '../signin/this-phone.ts';
import { keptWaiting, startWaiting, stopWaiting, type Waiting } from '../signin/waiting.ts';
import { waitingCard } from '../signin/waiting-card.ts';

type State =
  | { step: 'asking'; isStarting?: boolean; error?: FieldError; notice?: string | undefined }
  | { step: 'resuming' }
  | { step: 'waiting'; waiting: Waiting; isSilent: boolean; isCancelling: boolean; cancelError?: string }
  | { step: 'completing'; waiting: Waiting; error?: string };

const query = new URLSearchParams(location.search);
const next = safeNext(query.get('next'));
const reason = knownReason(query.get('reason'));

let state: State = { step: 'asking', notice: reason && reasonSentence(reason) };
let username = keptName();
let signedIn: Person | undefined;
let watch: Watch | undefined;
let ticking: { stop(): void } | undefined;

const layout = openLayout(view);
dropFromAddress('resume');
const kept = keptWaiting('signin');
if (kept === undefined) {
  layout.update();
  if (!isTouched()) focusOn('username');
  if (reason !== undefined) layout.announce(reasonSentence(reason));
} else {
  go({ step: 'resuming' });
  followUp(kept);
}
void whoIsSignedIn(layout).then((person) => {
  signedIn = person;
  layout.update();
});

function go(next: State): void {
  state = next;
  const isWaiting = next.step === 'waiting' || next.step === 'completing';
  layout.setWaiting(isWaiting);
  ticking?.stop();
  ticking = next.step === 'waiting' ? everySecond(layout.update) : undefined;
  layout.update();
}

async function start(event: SubmitEvent): Promise<void> {
  event.preventDefault();
  if (state.step !== 'asking' || state.isStarting) return;
  go({ step: 'asking', isStarting: true });
  keepName(typedName(username));
  try {
    const { number, approveUrl, expiresAt } = await call('login-start', {
      body: { username: typedName(username) },
    });
    followUp(startWaiting({ kind: 'signin', username, url: approveUrl, number, expiresAt }));
  } catch (error) {
    go({ step: 'asking', error: fieldError(error, ['username']) });
    focusOn('username');
  }
}

function followUp(waiting: Waiting): void {
  watch?.stop();
  watch = follow(waiting, {
    onPending: () => showWaiting(waiting),
    onApproved: () => void finish(waiting),
    onEnded: (ending) => startAgain(endingSentence(ending, 'signin')),
    onSilence: (isSilent) => state.step === 'waiting' && go({ ...state, isSilent }),
  });
}

function showWaiting(waiting: Waiting): void {
  if (state.step === 'waiting') return;
  go({ step: 'waiting', waiting, isSilent: false, isCancelling: false });
  focusOn('waiting-title');
  layout.announce('Waiting for your phone.');
}

async function finish(waiting: Waiting): Promise<void> {
  // Somebody who has pressed Cancel gets what they asked for.
  if (state.step === 'waiting' && state.isCancelling) return;
  go({ step: 'completing', waiting });
  layout.announce('Your phone said yes. Signing you in.');
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
  if (typeof cancelling === 'object') {
    go({ ...state, isCancelling: false, cancelError: cancelling.failed });
    return followUp(state.waiting);
  }
  watch?.stop();
  startAgain(
    cancelling === 'cancelled'
      ? endingSentence('cancelled', 'signin')
      : 'Your phone had said yes already. Nobody was signed in here, and the approval ends by itself within two minutes.',
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
        title: 'Nod from your phone',
        instructions: ['Open Nod on your phone and enter this number, or scan the code.'],
        codeLabel: 'Code to scan with your phone’s camera',
        hereLabel: 'Approve here',
        next,
        ...state,
        onCancel: () => void cancel(),
      });
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
    <h1>Sign in</h1>
    <p class="muted lead">Say who you are, then nod from your phone. There is no password.</p>
    <form class="form" novalidate @submit=${start}>
      ${field(
        'username',
        'Username',
        html`<input
          id="username"
          name="username"
          autocomplete="username"
          autocapitalize="none"
          autocorrect="off"
          spellcheck="false"
          enterkeyhint="go"
          .value=${username}
          aria-invalid=${error ? 'true' : nothing}
          aria-describedby=${describedBy('username', { error }) || nothing}
          @input=${(event: InputEvent) => {
            username = (event.target as HTMLInputElement).value;
          }}
        />`,
        { error: error?.sentence },
      )}
      <button class="button wide" aria-disabled=${isStarting}>Ask my phone</button>
    </form>
    <p class="muted">New here? <a href="/register">Register</a></p>
  </div>`;
}
