/** The accounts at providers that let somebody in: linking one more, and unlinking. */
import { repeat } from 'lit-html/directives/repeat.js';
import type { SocialLinkResponse, SocialProviderResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { ApiError, call } from '../lib/api.ts';
import { fetched } from '../lib/fetched.ts';
import { errorLine, focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { keptProvider } from '../lib/kept-signin.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import type { StepUp } from '../signin/step-up.ts';
import { linkedItem } from './linked-item.ts';
import { goToProvider, LINKED } from './provider-return.ts';

const LINK = 'add_link' as const;
const UNLINK = 'remove_link' as const;

export type LinkedAccounts = {
  load(): Promise<void>;
  /** Tells somebody who comes back from a provider that it is linked; once, and when the list is there. */
  sayWhatIsLinked(): void;
  /** One that somebody can sign in with, if there is one. */
  provider(): SocialProviderResponse | undefined;
  view(): View;
};

type Accounts = { links: SocialLinkResponse[]; providers: SocialProviderResponse[] };

type Options = {
  stepUp: StepUp;
  /** Whether a phone lets the person in as well. */
  hasPhone(): boolean;
  onUnlinked(): void;
};

/** The list of links; nothing is asked for until `load`. */
export function linkedAccounts(layout: Layout, { stepUp, hasPhone, onUnlinked }: Options): LinkedAccounts {
  const accounts = fetched<Accounts>(layout, { failed: messages.common.listFailed, rows: 1, ask });
  /** Links or unlinks a provider. */
  const acting = action(layout.update);

  stepUp.onReturn(LINK, (provider) => void link(provider));
  stepUp.onReturn(UNLINK, (provider) => void unlink(provider));

  function sayWhatIsLinked(): void {
    if (location.hash !== LINKED || accounts.value === undefined) return;
    history.replaceState(null, '', location.pathname + location.search);
    layout.announce(messages.social.linked);
    focusOn('linked-title');
  }

  async function link(provider: string): Promise<void> {
    await acting.run(async () => {
      const intent = { act: LINK, argument: provider };
      await stepUp.run(intent, () => goToProvider(provider, { next: location.pathname, link: true }));
    }, provider);
  }

  async function unlink(provider: string): Promise<void> {
    await acting.run(async () => {
      const intent = { act: UNLINK, argument: provider };
      const isDone = await stepUp.run(intent, () => unlinked(provider));
      if (!isDone) return;
      onUnlinked();
      await accounts.load();
      layout.announce(messages.social.unlinked);
      focusOn('linked-title');
    }, provider);
  }

  function view(): View {
    // Without any provider the whole section is left out.
    if (accounts.value?.links.length === 0 && accounts.value.providers.length === 0) return nothing;
    return html`<section class="group ${accounts.value === undefined ? 'late' : ''}" aria-labelledby="linked-title">
      <h2 id="linked-title" tabindex="-1">${messages.social.linkedAccounts}</h2>
      ${accounts.view(accountsView)}
    </section>`;
  }

  function accountsView({ links, providers }: Accounts): View {
    const others = providers.filter(({ id }) => !links.some(({ provider }) => provider === id));
    return html`${
      links.length === 0
        ? html`<p class="muted small group-lead">${messages.social.whatFor}</p>`
        : html`<ul class="card entries">
            ${repeat(
              links,
              ({ provider }) => provider,
              (item) =>
                linkedItem(item, {
                  isOnlyWayIn: links.length === 1 && !hasPhone(),
                  isUnlinking: acting.isBusyWith(item.provider),
                  error: acting.errorOf(item.provider),
                  onUnlink: () => void unlink(item.provider),
                }),
            )}
          </ul>`
    }
    ${others.map(linkButton)}`;
  }

  function linkButton({ id, label }: SocialProviderResponse): View {
    return html`<button
        class="button quiet"
        type="button"
        aria-disabled=${acting.isBusyWith(id)}
        @click=${() => void link(id)}
      >
        ${messages.social.link(label)}
      </button>
      ${errorLine(acting.errorOf(id))}`;
  }

  return {
    load: accounts.load,
    sayWhatIsLinked,
    provider() {
      const { links = [], providers = [] } = accounts.value ?? {};
      const linked = providers.find(({ id }) => links.some(({ provider }) => provider === id));
      // A link may stand by an entry of the same provider that is configured no more; then it is the one that let in.
      return linked ?? providers.find(({ id }) => links.length > 0 && id === keptProvider()?.id);
    },
    view,
  };
}

/** A link that has gone in the meantime is what was asked for. */
async function unlinked(provider: string): Promise<true> {
  try {
    await call('social-unlink', { params: { provider } });
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'not_found')) throw error;
  }
  return true;
}

async function ask(): Promise<Accounts> {
  const [{ items: links }, { items: providers }] = await Promise.all([
    call('social-links'),
    call('social-providers'),
  ]);
  return { links, providers };
}
