/** The overlays over a page that may not be used for now; both lift by themselves. */
import type { Action } from './action.ts';
import { html, nothing, type View } from './html.ts';

const lockOverlay = (
  kind: string,
  title: string,
  text: string,
  action: View | typeof nothing = nothing,
): View => html`<div class="lock-overlay ${kind}">
  <div class="lock-overlay-card" tabindex="-1">
    <span class="dot breathing" aria-hidden="true"></span>
    <p class="lock-overlay-title">${title}</p>
    <p class="muted">${text}</p>
    ${action}
  </div>
</div>`;

/** For a page that gets no answer, and so does not know whether its session still holds. */
export const offlineOverlay = (): View =>
  lockOverlay(
    'lock-overlay-offline',
    'Nod cannot be reached',
    'This page is locked for now. It keeps trying and opens again by itself.',
  );

type Leaving = { signingOut: Action; signOut(): Promise<void> };

/**
 * The phone of a presence-bound session is away: nothing under the lock overlay may be read, and all that can be done is
 * to leave.
 */
export const phoneAwayOverlay = ({ signingOut, signOut }: Leaving): View =>
  lockOverlay(
    'lock-overlay-phone-away',
    'Your phone is away',
    'This browser was let in only while your phone is here. Open Nod on your phone again, and this page goes on by itself, with what you were writing.',
    html`${signingOut.error === undefined ? nothing : html`<p class="error" role="alert">${signingOut.error}</p>`}
      <button
        class="button small quiet"
        type="button"
        aria-disabled=${signingOut.isBusy}
        @click=${() => void signOut()}
      >
        Sign out
      </button>`,
  );
