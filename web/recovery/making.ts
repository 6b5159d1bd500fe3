/** Making a new recovery code and showing it, in the account page and right after registering. */
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { errorLine, focusOn } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import type { StepUp } from '../signin/step-up.ts';
import { CODE_TITLE, codeCard } from './code-card.ts';

const ACT = 'new_recovery_code' as const;

type Options = {
  username(): string;
  stepUp: StepUp;
  onNoted(): void;
};

export type Making = {
  make(): Promise<void>;
  isShown(): boolean;
  /** The code if there is one, else the button that makes one, under the reason why there is none. */
  view(label: string): View;
};

export function makingCode(layout: Layout, { username, stepUp, onNoted }: Options): Making {
  /** The code, while it is shown. */
  let card: { view(): View } | undefined;
  const asking = action(layout.update);

  stepUp.onReturn(ACT, () => void make());

  async function make(): Promise<void> {
    await asking.run(async () => {
      const answer = await stepUp.run({ act: ACT }, () => call('recovery-renew'));
      if (answer === undefined) return;
      card = codeCard(layout, { code: answer.code, username: username(), onNoted: noted });
    });
    if (card !== undefined) focusOn(CODE_TITLE);
  }

  function noted(): void {
    card = undefined;
    layout.update();
    onNoted();
  }

  return {
    make,
    isShown: () => card !== undefined,
    view(label) {
      if (card !== undefined) return card.view();
      const { isBusy, error } = asking;
      return html`<button
          class="button quiet"
          id="make-code"
          type="button"
          aria-disabled=${isBusy}
          @click=${() => void make()}
        >
          ${label}
        </button>
        ${errorLine(error)}`;
    },
  };
}
