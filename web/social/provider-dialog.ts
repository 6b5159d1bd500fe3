/**
 * Lets somebody without a phone confirm with their provider instead. That leaves this page and comes back to it with a
 * fresh session.
 */
import type { SocialProviderResponse } from '../../shared/responses.ts';
import type { Act } from '../../shared/sessions/acts.ts';
import { action } from '../lib/action.ts';
import { openDialog } from '../lib/dialog.ts';
import { errorLine } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import type { Approved } from '../signin/completion.ts';
import { goToProvider, providerReturn } from './provider-return.ts';

type Options = {
  provider: SocialProviderResponse;
  /** What it is for. */
  act: Act;
  /** What is named in that: a phone, or a browser. */
  name: string;
  /** Whether the person was there for it just now, and the provider did not say that they had signed in anew. */
  isInVain: boolean;
  /** The person goes on there; this is the sign-in that they come back with. */
  onLeave(approved: Approved): void;
};

const TITLE = 'again-title';

/** Resolves to `false` when the person stays. */
export function stepUpByProvider(
  layout: Layout,
  { provider, act, name, isInVain, onLeave }: Options,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const { id, label } = provider;
  const named = () => html`<bdi translate="no">${name}</bdi>`;
  const leaving = action(() => dialog.update());
  const dialog = openDialog(layout, {
    labelledBy: TITLE,
    onDismiss: () => resolve(false),
    view: () => html`${isInVain ? inVainView() : askingView()}
      ${errorLine(leaving.error)}
      <div class="actions">
        <button class="button" type="button" aria-disabled=${leaving.isBusy} @click=${() => void leave()}>
          ${messages.social.continueWith(label)}
        </button>
        <button class="button quiet" type="button" @click=${cancel}>${messages.common.cancel}</button>
      </div>`,
  });
  return promise;

  function askingView(): View {
    return html`<h2 id=${TITLE} tabindex="-1" autofocus>${messages.social.confirm}</h2>
      <p class="muted">${messages.social.confirmTo[act](label, named())}${messages.common.space}${messages.social.youComeBack}</p>`;
  }

  function inVainView(): View {
    return html`<h2 id=${TITLE} tabindex="-1" autofocus>${messages.social.notConfirmed(label)}</h2>
      <p class="muted">
        ${messages.social.cameBack(label)}${messages.common.space}${messages.social.neededTo[act](named())}${messages.common.space}${messages.social.signOutThere(label)}
      </p>`;
  }

  async function leave(): Promise<void> {
    await leaving.run(async () => {
      await goToProvider(id, { next: location.pathname, again: true });
      onLeave(providerReturn());
    });
  }

  function cancel(): void {
    dialog.close();
    resolve(false);
  }
}
