/** The recovery code: what it is for, and a new one. */
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { makingCode } from '../recovery/making.ts';
import type { Freshly } from '../signin/freshly.ts';

type Options = { fresh: Freshly; username(): string };

export function recovery(layout: Layout, { fresh, username }: Options): { view(): View } {
  const making = makingCode(layout, {
    username,
    fresh,
    onNoted() {
      focusOn('recovery-title');
      layout.announce('The code is off the screen.');
    },
  });

  return {
    view: () => html`<section class="group" aria-labelledby="recovery-title">
      <h2 id="recovery-title" tabindex="-1">Recovery code</h2>
      ${
        making.isShown()
          ? nothing
          : html`<p class="muted small group-lead">
              With it you get back in when your phone is lost. A new code replaces the one that you have.
            </p>`
      }
      ${making.view('Make a new code')}
    </section>`,
  };
}
