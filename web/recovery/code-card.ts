/** A recovery code, the one time that it is shown: on screen, and on paper. */
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { isAnyPhone } from '../lib/remembered-account.ts';
import { isTouched } from '../lib/this-phone.ts';

export const CODE_TITLE = 'code-title';

type Options = {
  code: string;
  username: string;
  /** It is noted, and goes off the screen. */
  onNoted(): void;
};

export function codeCard(layout: Layout, { code, username, onNoted }: Options): { view(): View } {
  let copied: string | undefined;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(code);
      copied = 'Copied. Paste it where only you can read it.';
    } catch {
      // The browser or the person said no; the code can be selected.
      copied = 'It could not be copied. Select the code and copy it yourself.';
    }
    layout.update();
    layout.announce(copied);
  }

  return {
    view: () => html`<section class="card code-card" aria-labelledby=${CODE_TITLE}>
      <h2 id=${CODE_TITLE} tabindex="-1">Your recovery code</h2>
      <p class="screen-only">
        This is the only time that it is shown. ${
          isOnPhone()
            ? html`<strong>Note it somewhere else than on this phone</strong>, because it is for the day when this
                phone is lost.`
            : 'Keep it on paper or in a password manager, and not on your phone alone.'
        }
      </p>
      <p class="recovery-code" translate="no">${groups(code)}</p>
      <div class="print-only">
        <p>For <strong translate="no">@${username}</strong> on ${location.host}.</p>
        <p>
          If your phone is lost: open ${location.origin}/recover, type your name and this code, and scan the code on
          the screen with your new phone. Then all other phones are removed, all browsers are signed out, and you get
          a new code. This one is then spent.
        </p>
      </div>
      <div class="actions">
        <button class="button quiet" type="button" @click=${() => void copy()}>Copy</button>
        <button class="button quiet" type="button" @click=${() => print()}>Print</button>
        <button class="button" type="button" @click=${onNoted}>I have noted it</button>
      </div>
      ${copied === undefined ? nothing : html`<p class="hint">${copied}</p>`}
    </section>`,
  };
}

/** Whether this browser is on the phone that lets its person in, so that a code kept here is lost with it. */
function isOnPhone(): boolean {
  return isTouched() || isAnyPhone();
}

/** Each group keeps together, and a line may break between them. */
function groups(code: string): View {
  const parts = code.split('-');
  return parts.map(
    (part, index) => html`<span>${part}${index < parts.length - 1 ? '-' : nothing}</span><wbr />`,
  );
}
