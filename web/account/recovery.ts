/** The recovery code: whether there is one, what it is for, and a new one. */
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { dayView } from '../lib/time.ts';
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
      layout.announce('The code is off the screen.');
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
      <h2 id="recovery-title" tabindex="-1">Recovery code</h2>
      ${
        making.isShown()
          ? nothing
          : html`<p class="muted small group-lead">
                With it you get back in when your phone is lost. A new one replaces the one before.
              </p>
              <p class="one-line">${standOf(code)}</p>`
      }
      ${making.view(code === null ? 'Make a code' : 'Make a new code')}
    </section>`,
  };
}

function standOf(code: Code): View {
  if (code === undefined) return nothing;
  return code === null ? html`There is no code yet.` : html`You got a code on ${dayView(code.createdAt)}.`;
}
