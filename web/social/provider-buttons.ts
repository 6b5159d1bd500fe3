/** "Continue with …": a quiet row below what the page is there for, and nothing where no provider is configured. */
import { until } from 'lit-html/directives/until.js';
import type { SocialProviderShape } from '../../shared/shapes.ts';
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { safeNext } from '../lib/next.ts';
import { startAddress } from './start-address.ts';

declare const __PRACTICE__: boolean;

/** Asks for the providers; the row appears when they are known. It stands last and has its place, so that nothing moves for it. */
export function providerButtons(): () => View {
  const next = safeNext(new URLSearchParams(location.search).get('next'));
  const row = providers().then((items) => rowView(items, next));
  return () => html`<div class="providers-place">${until(row, nothing)}</div>`;
}

async function providers(): Promise<SocialProviderShape[]> {
  try {
    return (await call('social-providers')).items;
  } catch (error) {
    // There is another way in on this page, and it will say what is wrong.
    if (error instanceof ApiError || error instanceof Unreachable) return [];
    throw error;
  }
}

function rowView(items: SocialProviderShape[], next: string): View {
  if (items.length === 0) return nothing;
  return html`<div class="providers">
    <p class="or">or</p>
    ${items.map(
      ({ id, label }) => html`<a class="button quiet wide" href=${startAddress(id, next)}>
        <span>Continue with ${label} ${id === 'demo' ? demoNote() : nothing}</span>
      </a>`,
    )}
  </div>`;
}

/** Of the provider that `npm start` brings along; no deployment has it. */
function demoNote(): View {
  if (!__PRACTICE__) return nothing;
  return html`<span class="button-more">Two made-up people, on this machine only</span>`;
}
