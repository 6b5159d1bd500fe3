/** A recovery code, the one time that it is shown: on screen, and on paper. */
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
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
      copied = messages.recovery.copied;
    } catch {
      // The browser or the person said no; the code can be selected.
      copied = messages.recovery.notCopied;
    }
    layout.update();
    layout.announce(copied);
  }

  return {
    view: () => html`<section class="card code-card" aria-labelledby=${CODE_TITLE}>
      <h2 id=${CODE_TITLE} tabindex="-1">${messages.recovery.yourCode}</h2>
      <p class="screen-only">
        ${isOnPhone() ? messages.recovery.keepItElsewhere() : messages.recovery.keepIt}
      </p>
      <p class="recovery-code" translate="no">${groups(code)}</p>
      <div class="print-only">
        <p>${messages.recovery.printedFor(html`<strong translate="no">@${username}</strong>`, location.host)}</p>
        <p>${messages.recovery.printedHow(`${location.origin}/recover`)}</p>
      </div>
      <div class="actions">
        <button class="button quiet" type="button" @click=${() => void copy()}>${messages.recovery.copy}</button>
        <button class="button quiet" type="button" @click=${() => print()}>${messages.recovery.print}</button>
        <button class="button" type="button" @click=${onNoted}>${messages.recovery.noted}</button>
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
