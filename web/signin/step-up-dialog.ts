/**
 * Asks the phone again, over the page (DESIGN.md §4, `fresh`). The session that is there stays until the new one
 * completes; whoever changes their mind keeps it.
 */
import type { Act } from '../../shared/sessions/acts.ts';
import { call } from '../lib/api.ts';
import { openDialog } from '../lib/dialog.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import type { Watch } from '../lib/watch.ts';
import { complete } from './completion.ts';
import { startWaiting, stopWaiting, type Waiting } from './waiting.ts';
import { approveHere, enterNumberThere, everySecond, practiceBox, waitingBody } from './waiting-card.ts';
import { cancelWaiting, endingSentence, follow } from './waiting-outcome.ts';

export type Options = {
  username: string;
  /** What the phone is asked for, and signs. */
  act: Act;
  /** What is named in that: a phone, or a browser. */
  name: string;
  /** Stops the page's watch while the cookies are swapped, which it would take for the session's end. */
  during: Watch['during'];
  /** The person goes on in this very tab, on the phone page. */
  onLeave(waiting: Waiting): void;
};

type State =
  | { step: 'starting' }
  | { step: 'waiting'; waiting: Waiting; isFound: boolean; isSilent: boolean }
  | { step: 'completing' }
  | { step: 'over'; sentence: string };

const TITLE = 'fresh-title';

/** Whether the phone has said yes, and the session is fresh. */
export function stepUpByPhone(layout: Layout, options: Options): Promise<boolean> {
  const { username, act, name, during, onLeave } = options;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  let state: State = { step: 'starting' };
  let watch: Watch | undefined;
  const dialog = openDialog(layout, { labelledBy: TITLE, view, onDismiss });
  const ticking = everySecond(dialog.update);
  void start();
  return promise;

  function go(next: State): void {
    state = next;
    dialog.update();
  }

  async function start(): Promise<void> {
    go({ step: 'starting' });
    try {
      const { number, approveUrl: url, expiresAt } = await call('login-start', { body: { username, act } });
      followUp(startWaiting({ kind: 'signin', username, url, number, expiresAt }));
    } catch (error) {
      go({ step: 'over', sentence: errorSentence(error) });
    }
  }

  function followUp(waiting: Waiting): void {
    go({ step: 'waiting', waiting, isFound: false, isSilent: false });
    watch = follow(waiting, {
      onPending: (isFound) => state.step === 'waiting' && go({ ...state, isFound }),
      onApproved: () => void finish(waiting),
      onEnded: (ending) => over(endingSentence(ending, 'signin')),
      onSilence: (isSilent) => state.step === 'waiting' && go({ ...state, isSilent }),
    });
  }

  async function finish(waiting: Waiting): Promise<void> {
    go({ step: 'completing' });
    try {
      await during(() => complete(waiting));
    } catch (error) {
      return over(errorSentence(error));
    }
    close(true);
    dialog.close();
  }

  function over(sentence: string): void {
    stopWaiting();
    go({ step: 'over', sentence });
  }

  function onDismiss(): void {
    if (state.step === 'waiting') {
      stopWaiting();
      void cancelWaiting();
    }
    close(false);
  }

  function close(isFresh: boolean): void {
    watch?.stop();
    ticking.stop();
    resolve(isFresh);
  }

  function view(): View {
    return html`${bodyView()}
      <p class="visually-hidden" role="status">${statusOf(state)}</p>
      <div class="actions">
        ${
          state.step === 'over'
            ? html`<button class="button" type="button" @click=${() => void start()}>${messages.signin.askAgain}</button>`
            : nothing
        }
        <button
          class="button quiet"
          type="button"
          @click=${() => {
            onDismiss();
            dialog.close();
          }}
        >
          ${messages.common.cancel}
        </button>
      </div>`;
  }

  function bodyView(): View {
    const heading = html`<h2 id=${TITLE} tabindex="-1" autofocus>${messages.signin.confirm}</h2>
      <p class="muted">${messages.signin.confirmTo[act](html`<bdi translate="no">${name}</bdi>`)}</p>`;
    switch (state.step) {
      case 'waiting': {
        const { waiting, isFound, isSilent } = state;
        return html`<div class="waiting-card">
            ${waitingBody(waiting, {
              heading,
              instructions: [enterNumberThere()],
              codeLabel: messages.signin.codeToScan,
              hereLabel: approveHere(username),
              from: 'signin',
              next: location.pathname,
              isFound,
              isSilent,
              onLeave: () => onLeave(waiting),
            })}
          </div>
          ${practiceBox(waiting.url)}`;
      }
      case 'over':
        return html`${heading}
          <p class="error" role="alert">${state.sentence}</p>`;
      default:
        return html`<div class="waiting-held">${heading}</div>`;
    }
  }
}

function statusOf(state: State): string {
  if (state.step === 'waiting') return state.isFound ? messages.signin.found : messages.signin.nowWaiting;
  return state.step === 'completing' ? messages.signin.phoneSaidYes : '';
}
