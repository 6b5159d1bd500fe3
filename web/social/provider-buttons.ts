/** "Continue with …": below what the page is there for, and nothing where no provider is configured. */
import { until } from 'lit-html/directives/until.js';
import type { SocialProviderResponse } from '../../shared/responses.ts';
import { safeNext } from '../lib/address.ts';
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { keepProvider, keptProvider } from '../lib/kept-signin.ts';
import { startAddress } from './provider-return.ts';

declare const __PRACTICE__: boolean;

/** After this long the page does without the providers. */
const PATIENCE_MS = 3000;

export const FIRST = 'first-provider';

type Options = {
  /** What stands below the row. It appears together with it, because the height of the row is not known before. */
  below: View;
  /** The one that was asked for already, which stands elsewhere. */
  besides?: SocialProviderResponse | undefined;
  /** Somebody goes there. */
  onLeave?: () => void;
};

/** Asks for the providers, and shows them when they are known, without moving anything else. */
export function providerButtons({ below, besides, onLeave }: Options): () => View {
  const row = providers().then((items) => {
    if (items !== undefined) forgetIfGone(items);
    const others = (items ?? []).filter(({ id }) => id !== besides?.id);
    return html`${rowView(others, onLeave)} ${below}`;
  });
  return () => html`<div class="providers-place">${until(row, nothing)}</div>`;
}

/** The one that let this browser in the last time, above everything else. */
export function firstProviderButton(provider: SocialProviderResponse, onLeave: () => void): View {
  return html`<div class="providers">
    ${providerButton(provider, { kind: 'button wide', elementId: FIRST, onLeave })}
    <p class="or">or</p>
  </div>`;
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

function rowView(items: SocialProviderResponse[], onLeave: (() => void) | undefined): View {
  if (items.length === 0) return nothing;
  return html`<div class="providers">
    <p class="or">or</p>
    ${items.map((provider) => providerButton(provider, { kind: 'button quiet wide', onLeave }))}
  </div>`;
}

function providerButton(
  { id, label }: SocialProviderResponse,
  { kind, elementId, onLeave }: { kind: string; elementId?: string; onLeave: (() => void) | undefined },
): View {
  const next = safeNext(new URLSearchParams(location.search).get('next'));
  return html`<a class=${kind} id=${elementId ?? nothing} href=${startAddress(id, next)} @click=${onLeave ?? nothing}>
    <span>Continue with ${label} ${id === 'demo' ? demoNote() : nothing}</span>
  </a>`;
}

/** Of the provider that `npm start` brings along; no deployment has it. */
function demoNote(): View {
  if (!__PRACTICE__) return nothing;
  return html`<span class="button-more">Two made-up people, on this machine only</span>`;
}
