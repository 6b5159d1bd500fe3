/** "Continue with …": below what the page is there for, and nothing where no provider is configured. */
import type { SocialProviderResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { safeNext } from '../lib/address.ts';
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { errorLine } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { keepProvider, keptProvider } from '../lib/kept-signin.ts';
import { messages } from '../lib/messages.ts';
import { goToProvider } from './provider-return.ts';

declare const __PRACTICE__: boolean;

/** After this long the page does without the providers. */
const PATIENCE_MS = 3000;

export const FIRST = 'first-provider';

type Options = {
  /** What stands below the row. It appears together with it, because the height of the row is not known before. */
  below(): View;
  /** The one that let this browser in the last time, which stands above everything else. */
  first?: SocialProviderResponse | undefined;
};

export type ProviderButtons = {
  /** The one of the last time. @param redraw renders again, also later */
  firstView(redraw: () => void): View;
  /** The others, and what stands below them. */
  view(redraw: () => void): View;
};

/** Asks for the providers, and shows them when they are known, without moving anything else. */
export function providerButtons({ below, first }: Options): ProviderButtons {
  let redraw = () => {};
  let others: SocialProviderResponse[] | undefined;
  const leaving = action(() => redraw());
  void providers().then((items) => {
    if (items !== undefined) forgetIfGone(items);
    others = (items ?? []).filter(({ id }) => id !== first?.id);
    redraw();
  });

  async function leave(provider: string): Promise<void> {
    const next = safeNext(new URLSearchParams(location.search).get('next'));
    await leaving.run(() => goToProvider(provider, { next }), provider);
  }

  function button({ id, label }: SocialProviderResponse, kind: string, elementId?: string): View {
    return html`<button
        class=${kind}
        id=${elementId ?? nothing}
        type="button"
        aria-disabled=${leaving.isBusyWith(id)}
        @click=${() => void leave(id)}
      >
        <span>${messages.social.continueWith(label)} ${id === 'demo' ? demoNote() : nothing}</span>
      </button>
      ${errorLine(leaving.errorOf(id))}`;
  }

  function othersView(items: SocialProviderResponse[]): View {
    if (items.length === 0) return below();
    return html`<div class="providers">
        <p class="or">${messages.social.or}</p>
        ${items.map((provider) => button(provider, 'button quiet wide'))}
      </div>
      ${below()}`;
  }

  return {
    firstView(again) {
      redraw = again;
      if (first === undefined) return nothing;
      return html`<div class="providers">
        ${button(first, 'button wide', FIRST)}
        <p class="or">${messages.social.or}</p>
      </div>`;
    },
    view(again) {
      redraw = again;
      return html`<div class="providers-place">${others === undefined ? nothing : othersView(others)}</div>`;
    },
  };
}

/** `undefined` if no answer came. */
async function providers(): Promise<SocialProviderResponse[] | undefined> {
  try {
    return (await call('social-providers', { timeoutMs: PATIENCE_MS })).items;
  } catch (error) {
    // There is another sign-in method on this page, and it will say what is wrong.
    if (error instanceof ApiError || error instanceof Unreachable) return undefined;
    throw error;
  }
}

/** One that is configured no more is not offered a second time. */
function forgetIfGone(items: SocialProviderResponse[]): void {
  const kept = keptProvider();
  if (kept !== undefined && !items.some(({ id }) => id === kept.id)) keepProvider(undefined);
}

/** Of the provider that `npm start` brings along; no deployment has it. */
function demoNote(): View {
  if (!__PRACTICE__) return nothing;
  return html`<span class="button-more">${messages.practice.demo}</span>`;
}
