/** The recovery code: whether there is one, what it is for, and a new one. */
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { focusOn } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { dayView } from '../lib/time.ts';
import { makingCode } from '../recovery/making.ts';
import type { Freshly } from '../signin/freshly.ts';

type Options = { fresh: Freshly; username(): string };

/** When the code was made that there is, or that there is none; `undefined` where nobody knows. */
type Code = { createdAt: string } | null | undefined;

export type Recovery = { load(): Promise<void>; view(): View };

/** Nothing is asked for until `load`. */
export function recovery(layout: Layout, { fresh, username }: Options): Recovery {
  let code: Code;
  let isAsked = false;

  const making = makingCode(layout, {
    username,
    fresh,
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
    isAsked = true;
    layout.update();
  }

  return {
    load,
    view: () => html`<section class="group" aria-labelledby="recovery-title">
      <h2 id="recovery-title" tabindex="-1">Recovery code</h2>
      ${
        making.isShown()
          ? making.view('')
          : html`<p class="muted small group-lead">With it you get back in when your phone is lost.</p>
              <p class="one-line">${isAsked ? standOf(code) : ''}</p>
              ${making.view(code === null ? 'Make a code' : 'Make a new code')}`
      }
    </section>`,
  };
}

function standOf(code: Code): View | string {
  if (code === undefined) return 'A new code replaces the one before.';
  if (code === null) return 'There is no code yet.';
  return html`You got a code on ${dayView(code.createdAt)}. A new one replaces it.`;
}
