/** Making a new recovery code and showing it, in the account page and right after registering. */
import { call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import type { Freshly } from '../signin/freshly.ts';
import { codeCard, focusOnCode } from './code-card.ts';

const ACTION = 'new-code';

type State =
  | { step: 'idle' }
  | { step: 'asking' }
  | { step: 'failed'; sentence: string }
  | { step: 'shown'; card: { view(): View } };

type Options = {
  username(): string;
  fresh: Freshly;
  onNoted(): void;
};

export type Making = {
  make(): Promise<void>;
  isShown(): boolean;
  /** The code if there is one, else the button that makes one, under the reason why there is none. */
  view(label: string): View;
};

export function makingCode(layout: Layout, { username, fresh, onNoted }: Options): Making {
  let state: State = { step: 'idle' };

  fresh.onReturn(ACTION, () => void make());

  function go(next: State): void {
    state = next;
    layout.update();
  }

  async function make(): Promise<void> {
    if (state.step === 'asking') return;
    go({ step: 'asking' });
    try {
      const intent = { action: ACTION, to: 'make a new recovery code' };
      const answer = await fresh.run(intent, () => call('recovery-renew'));
      if (answer === undefined) return go({ step: 'idle' });
      go({
        step: 'shown',
        card: codeCard(layout, { code: answer.code, username: username(), onNoted: noted }),
      });
      focusOnCode();
    } catch (error) {
      go({ step: 'failed', sentence: errorSentence(error) });
    }
  }

  function noted(): void {
    go({ step: 'idle' });
    onNoted();
  }

  return {
    make,
    isShown: () => state.step === 'shown',
    view(label) {
      if (state.step === 'shown') return state.card.view();
      return html`<button
          class="button quiet"
          id="make-code"
          type="button"
          aria-disabled=${state.step === 'asking'}
          @click=${() => void make()}
        >
          ${label}
        </button>
        ${state.step === 'failed' ? html`<p class="error" role="alert">${state.sentence}</p>` : nothing}`;
    },
  };
}
