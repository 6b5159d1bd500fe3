/** The recovery code: whether there is one, what it is for, and a new one. */
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { dayView } from '../lib/day-view.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { makingCode } from '../recovery/making.ts';
import type { StepUp } from '../signin/step-up.ts';

type Options = { stepUp: StepUp; username(): string };

/** When the present code was made; `null` if there is none, `undefined` if that is not known. */
type Code = { createdAt: string } | null | undefined;

export type Recovery = { load(): Promise<void>; view(): View };

/** Nothing is asked for until `load`. */
export function recovery(layout: Layout, { stepUp, username }: Options): Recovery {
  let code: Code;

  const making = makingCode(layout, {
    username,
    stepUp,
    onNoted() {
      focusOn('recovery-title');
      layout.announce(messages.account.codeAway);
      void load();
    },
  });

  async function load(): Promise<void> {
    try {
      code = (await call('me')).recoveryCode;
    } catch (error) {
      // What the code is for, and how to get one, can be said without.
      if (!(error instanceof ApiError || error instanceof Unreachable)) throw error;
      code = undefined;
    }
    layout.update();
  }

  return {
    load,
    view: () => html`<section class="group" aria-labelledby="recovery-title">
      <h2 id="recovery-title" tabindex="-1">${messages.account.recoveryCode}</h2>
      ${
        making.isShown()
          ? nothing
          : html`<p class="muted small group-lead">${messages.account.recoveryLead}</p>
              <p class="one-line">${standOf(code)}</p>`
      }
      ${making.view(code === null ? messages.account.makeCode : messages.account.makeNewCode)}
    </section>`,
  };
}

function standOf(code: Code): View {
  if (code === undefined) return nothing;
  return code === null
    ? html`${messages.account.noCode}`
    : messages.account.codeFrom(dayView(code.createdAt));
}
