/**
 * What a page says while its session may not be used for now. A private page is covered, because nobody knows who reads
 * it; a page that everybody may read stays, with what its reader was writing, and says the same in a bar. Both lift by
 * themselves.
 */
import type { Action } from './action.ts';
import { html, nothing, type View } from './html.ts';
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
  const title = 'Nod cannot be reached';
  return isPrivate
    ? lockOverlay(
        'lock-overlay-offline',
        title,
        'This page is locked for now. It keeps trying and opens again by itself.',
      )
    : {
        bar: quietBar(`${title}.`, 'You can read on, and post again once it answers.'),
      };
}

type Leaving = { signingOut: Action; signOut(): Promise<void> };

/** The phone of a presence-bound session is away: all that can be done is to read what is public, and to leave. */
export function phoneAwayLock(isPrivate: boolean, { signingOut, signOut }: Leaving): Lock {
  const title = 'Your phone is away';
  const leave = html`${signingOut.error === undefined ? nothing : html`<p class="error" role="alert">${signingOut.error}</p>`}
    <button class="button small quiet" type="button" aria-disabled=${signingOut.isBusy} @click=${() => void signOut()}>
      Sign out
    </button>`;
  return isPrivate
    ? lockOverlay(
        'lock-overlay-phone-away',
        title,
        'This browser was let in only while your phone is here. Open Nod on your phone again, and this page goes on by itself.',
        leave,
      )
    : { bar: quietBar(`${title}.`, 'You can read on. To post, open Nod on your phone again.', leave) };
}
