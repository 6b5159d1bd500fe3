import { html, type TemplateResult, type View } from '../lib/html.ts';
import type { Screen } from './screen.ts';

export type Outcome = {
  title: string;
  text: string;
  /** Whether somebody was let in or something is ready; otherwise the sign is a neutral dash. */
  isGood?: boolean;
  /** The one button. */
  action: { label: string; go: () => void };
  /** What can be done besides, under it, and what that needs while it is shown. */
  besides?: { template(): View; enter(): () => void };
};

/** How something ended. */
export function outcomeScreen({ title, text, isGood = false, action, besides }: Outcome): Screen {
  return {
    title,
    body: () => html`
      <div class="outcome" ?data-good=${isGood}>
        ${isGood ? tick() : dash()}
        <h1 tabindex="-1" aria-describedby="outcome-text">${title}</h1>
        <p id="outcome-text">${text}</p>
      </div>
      ${besides?.template()}
    `,
    actions: () => html`
      <button type="button" class="button wide" @click=${action.go}>${action.label}</button>
    `,
    ...(besides === undefined ? {} : { enter: besides.enter }),
  };
}

const tick = (): TemplateResult => html`
  <svg class="outcome-icon" viewBox="0 0 64 64" aria-hidden="true">
    <circle cx="32" cy="32" r="32"></circle>
    <path d="M20.5 33.5l8 8L44 25"></path>
  </svg>
`;

const dash = (): TemplateResult => html`
  <svg class="outcome-icon" viewBox="0 0 64 64" aria-hidden="true">
    <circle cx="32" cy="32" r="32"></circle>
    <path d="M22 32h20"></path>
  </svg>
`;
