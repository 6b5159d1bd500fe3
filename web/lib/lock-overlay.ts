/**
 * What a page says while its session may not be used for now. A private page is covered, because nobody knows who reads
 * it; a page that everybody may read stays, with what its reader was writing, and says the same in a bar. Both lift by
 * themselves.
 */
import type { Action } from './action.ts';
import { html, nothing, type View } from './html.ts';
import { messages } from './messages.ts';
import { quietBar } from './quiet-bar.ts';

/** Where a lock is shown: over the page, or in a bar. */
export type Lock = { overlay: View } | { bar: View };

const lockOverlay = (kind: string, title: string, text: string, act: View = nothing): Lock => ({
  overlay: html`<div class="lock-overlay ${kind}">
    <div class="lock-overlay-card" tabindex="-1">
      <span class="dot breathing" aria-hidden="true"></span>
      <p class="lock-overlay-title">${title}</p>
      <p class="muted">${text}</p>
      ${act}
    </div>
  </div>`,
});

/** For a page that gets no answer, and so does not know whether its session still holds. */
export function silentLock(isPrivate: boolean): Lock {
  return isPrivate
    ? lockOverlay('lock-overlay-offline', messages.layout.silent, messages.layout.silentMore)
    : { bar: quietBar(messages.layout.silentBar, messages.layout.silentBarMore) };
}

type Leaving = { signingOut: Action; signOut(): Promise<void> };

/** The phone of a presence-bound session is away: all that can be done is to read what is public, and to leave. */
export function phoneAwayLock(isPrivate: boolean, { signingOut, signOut }: Leaving): Lock {
  const leave = html`${signingOut.error === undefined ? nothing : html`<p class="error" role="alert">${signingOut.error}</p>`}
    <button class="button small quiet" type="button" aria-disabled=${signingOut.isBusy} @click=${() => void signOut()}>
      ${messages.layout.signOut}
    </button>`;
  return isPrivate
    ? lockOverlay('lock-overlay-phone-away', messages.layout.away, messages.layout.awayMore, leave)
    : { bar: quietBar(messages.layout.awayBar, messages.layout.awayBarMore, leave) };
}
