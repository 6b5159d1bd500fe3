/**
 * The sign-in by phone, which registering and signing in share: ask for something, wait for the phone, complete.
 * It outlives a reload and the way to the phone page and back.
 */
import { dropFromAddress, safeNext } from '../lib/address.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { type FieldError, fieldError } from '../lib/text-field.ts';
import { isTouched, lookForOwnCheck } from '../lib/this-phone.ts';
import type { Person } from '../lib/viewer.ts';
import type { Watch } from '../lib/watch.ts';
import { askingView } from './asking-view.ts';
import { completingView } from './completing-view.ts';
import { type Approved, complete, isFinal } from './completion.ts';
import { whoIsSignedIn } from './signed-in-note.ts';
import { keptWaiting, startWaiting, stopWaiting, takeSigninCookie, type Waiting } from './waiting.ts';
import { everySecond, type WaitingWords, waitingCard } from './waiting-card.ts';
import { cancelWaiting, endingSentence, follow } from './waiting-outcome.ts';

/** What the page's form needs. */
export type Asking = {
  isStarting: boolean;
  error: FieldError | undefined;
  /** Renders again, after what was typed has changed a hint. */
  onInput(): void;
  onSubmit(event: SubmitEvent): void;
};

/** What the page's question about an approval needs. */
export type Confirming = {
  waiting: Waiting;
  /** The name of the phone that said yes. */
  device: string;
  onYes(): void;
  /** Goes back to the form, and says why. */
  onNo(sentence: string): void;
};

/** Another way in, which stands beside the form as long as that is open. */
export type Offer = {
  begin(stand: {
    /** This browser is let in, and has only to complete. */
    onApproved(): void;
    /** Renders again. */
    onChange(): void;
  }): void;
  end(): void;
};

/** What one sign-in method has of its own. */
export type SignInFlow = {
  kind: Waiting['kind'];
  /** Stands above the form when the page opens. */
  notice?: string | undefined;
  /** The form's fields, the first one first. */
  fields: readonly [string, ...string[]];
  form(asking: Asking): View;
  /** What has the focus when the page opens, by its id; the first field unless set. */
  focusOn?: string;
  offer?: Offer;
  /** What can be said about the input without asking the API. */
  refusal?(): FieldError | undefined;
  /** Asks the API to begin. */
  start(): Promise<Omit<Waiting, 'kind' | 'id' | 'completionKey'>>;
  words(waiting: Waiting): WaitingWords;
  /** Where to go on once signed in, on the way to `next`; straight there unless set. */
  after?(next: string): string;
  /**
   * The phone's yes takes effect even if nobody signs in here, as in a recovery, so it cannot be cancelled
   * afterwards.
   */
  isDoneByPhone?: true;
  /**
   * Asks whether it was this person's phone that said yes, where a stranger could have scanned the code. Left out,
   * a yes signs in at once.
   */
  confirming?(confirming: Confirming): View;
};

type State =
  | {
      step: 'asking';
      isStarting?: boolean;
      error?: FieldError;
      notice?: { sentence: string; isRefusal: boolean } | undefined;
    }
  | { step: 'resuming' }
  | {
      step: 'waiting';
      waiting: Waiting;
      isFound: boolean;
      isSilent: boolean;
      isCancelling: boolean;
      cancelError?: string;
    }
  | { step: 'confirming'; question: () => View }
  | { step: 'completing'; approved: Approved; said: string; error?: string };

/** Opens the page of a sign-in method, where it was left if it was under way. */
export function openSignInFlow(flow: SignInFlow): void {
  const { kind, fields, confirming } = flow;
  const next = safeNext(new URLSearchParams(location.search).get('next'));
  let state: State = {
    step: 'asking',
    notice: flow.notice === undefined ? undefined : { sentence: flow.notice, isRefusal: false },
  };
  let signedIn: Person | undefined;
  let watch: Watch | undefined;
  let ticking: { stop(): void } | undefined;

  const layout = openLayout(view);
  void lookForOwnCheck().then(layout.update);
  dropFromAddress('resume');
  const kept = keptWaiting(kind);
  if (kept === undefined) {
    layout.update();
    offer();
    if (!isTouched()) focusOn(flow.focusOn ?? fields[0]);
    if (flow.notice !== undefined) layout.announce(flow.notice);
  } else {
    go({ step: 'resuming' });
    followUp(kept);
  }
  void whoIsSignedIn(layout).then((person) => {
    signedIn = person;
    layout.update();
  });

  function go(next: State): void {
    const wasOpen = isOpen(state);
    state = next;
    layout.setWaiting(next.step === 'waiting' || next.step === 'completing');
    ticking?.stop();
    ticking = next.step === 'waiting' ? everySecond(layout.update) : undefined;
    layout.update();
    if (wasOpen && !isOpen(next)) flow.offer?.end();
    if (!wasOpen && isOpen(next)) offer();
  }

  function offer(): void {
    flow.offer?.begin({ onApproved: letIn, onChange: layout.update });
  }

  function letIn(): void {
    const approved = { id: crypto.randomUUID(), completionKey: crypto.randomUUID() };
    takeSigninCookie(approved);
    void finish(approved, messages.signin.passkeyAccepted);
  }

  async function start(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (state.step !== 'asking' || state.isStarting) return;
    const refusal = flow.refusal?.();
    if (refusal !== undefined) return refuse(refusal);
    go({ step: 'asking', isStarting: true });
    try {
      followUp(startWaiting({ kind, ...(await flow.start()) }));
    } catch (error) {
      refuse(fieldError(error, fields));
    }
  }

  function refuse(error: FieldError): void {
    go({ step: 'asking', error });
    focusOn(error.field);
  }

  function followUp(waiting: Waiting): void {
    watch?.stop();
    watch = follow(waiting, {
      onPending: (isFound) => showWaiting(waiting, isFound),
      onApproved: (device) => approved(waiting, device),
      onEnded: (ending) => startAgain(endingSentence(ending, kind), ending === 'denied'),
      onSilence: (isSilent) => state.step === 'waiting' && go({ ...state, isSilent }),
    });
  }

  function showWaiting(waiting: Waiting, isFound: boolean): void {
    if (state.step === 'waiting') {
      if (isFound && !state.isFound) {
        go({ ...state, isFound });
        layout.announce(messages.signin.found);
      }
      return;
    }
    go({ step: 'waiting', waiting, isFound, isSilent: false, isCancelling: false });
    focusOn('waiting-title');
    layout.announce(messages.signin.nowWaiting);
  }

  function approved(waiting: Waiting, device = messages.register.yourPhone): void {
    // Somebody has pressed Cancel: `cancel` decides what becomes of it.
    if (state.step === 'waiting' && state.isCancelling) return;
    // Who has just added this very browser has nothing to say about whose it is.
    if (confirming === undefined || waiting.isEnrolledHere) return void finish(waiting);
    const answers = { onYes: () => void finish(waiting), onNo: startAgain };
    go({ step: 'confirming', question: () => confirming({ waiting, device, ...answers }) });
    focusOn('confirm-title');
  }

  async function finish(approved: Approved, said = messages.signin.phoneSaidYes): Promise<void> {
    go({ step: 'completing', approved, said });
    layout.announce(messages.signin.saidSigningIn(said));
    try {
      await complete(approved);
      location.replace(flow.after?.(next) ?? next);
    } catch (error) {
      const sentence = errorSentence(error);
      if (isFinal(error)) return startAgain(messages.signin.thenStartAgain(sentence));
      go({ step: 'completing', approved, said, error: sentence });
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
    // The phone said yes before the cancellation. A page that asks “Is this your phone?” asks it now, where one can
    // say no.
    if (cancelling === 'late' && (confirming !== undefined || flow.isDoneByPhone)) {
      go({ ...state, isCancelling: false });
      return followUp(state.waiting);
    }
    watch?.stop();
    startAgain(endingSentence(cancelling, kind));
  }

  function startAgain(sentence: string, isRefusal = false): void {
    // The notice gets the focus and is read aloud; what was last announced must not be read after it.
    layout.announce('');
    stopWaiting();
    go({ step: 'asking', notice: { sentence, isRefusal } });
    focusOn('notice');
  }

  function view(): View {
    switch (state.step) {
      case 'asking': {
        const { isStarting = false, error, notice } = state;
        const form = flow.form({ isStarting, error, onInput: layout.update, onSubmit: start });
        return askingView({ form, notice, signedIn, next });
      }
      case 'resuming':
        return html`<div class="card skeleton-card late" aria-hidden="true"></div>`;
      case 'waiting':
        return waitingCard(state.waiting, {
          ...flow.words(state.waiting),
          ...state,
          next,
          onCancel: () => void cancel(),
        });
      case 'confirming':
        return state.question();
      case 'completing': {
        const { approved, said, error } = state;
        return completingView({
          said,
          error,
          onRetry: () => void finish(approved, said),
          onStartAgain: () => startAgain(messages.signin.startWhenYouLike),
        });
      }
    }
  }
}

/** Whether the form is there to be filled in. */
function isOpen(state: State): boolean {
  return state.step === 'asking' && !state.isStarting;
}
