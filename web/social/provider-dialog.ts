/**
 * Lets somebody without a phone confirm with their provider instead. That leaves this page and comes back to it with a
 * fresh session.
 */
import type { SocialProviderResponse } from '../../shared/responses.ts';
import { openDialog } from '../lib/dialog.ts';
import { html } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import type { Approved } from '../signin/completion.ts';
import { providerReturn, startAddress } from './provider-return.ts';

type Options = {
  provider: SocialProviderResponse;
  /** What it is for, as in "add a phone". */
  to: string;
  /** The person goes on there; this is the sign-in that they come back with. */
  onLeave(approved: Approved): void;
};

const TITLE = 'again-title';

/** Resolves to `false` when the person stays. */
export function stepUpByProvider(layout: Layout, { provider, to, onLeave }: Options): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const { id, label } = provider;
  const dialog = openDialog(layout, {
    labelledBy: TITLE,
    onDismiss: () => resolve(false),
    view: () => html`<h2 id=${TITLE} tabindex="-1" autofocus>Confirm that it is you</h2>
      <p class="muted">Sign in with ${label} once more to ${to}. You come back to this page.</p>
      <div class="actions">
        <a
          class="button"
          href=${startAddress(id, location.pathname)}
          @click=${() => onLeave(providerReturn())}
          >Continue with ${label}</a
        >
        <button class="button quiet" type="button" @click=${cancel}>Cancel</button>
      </div>`,
  });
  return promise;

  function cancel(): void {
    dialog.close();
    resolve(false);
  }
}
