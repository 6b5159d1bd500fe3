/** Icons: strokes in the current colour, decoration beside a word or a label. */
import { html, svg, type TemplateResult, type View } from './html.ts';

export const icon = (strokes: TemplateResult<2>): View => html`<svg
  class="icon"
  viewBox="0 0 24 24"
  aria-hidden="true"
  fill="none"
  stroke="currentColor"
  stroke-width="1.75"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  ${strokes}
</svg>`;

export const homeIcon = (): View =>
  icon(svg`<path d="M4 11.2 12 4.5l8 6.7V19a1 1 0 0 1-1 1h-4.5v-5.5h-5V20H5a1 1 0 0 1-1-1z" />`);

export const devicesIcon = (): View =>
  icon(svg`<path d="M13 17.5H4.5A1.5 1.5 0 0 1 3 16V6.5A1.5 1.5 0 0 1 4.5 5h13A1.5 1.5 0 0 1 19 6.5M7.5 20.5H13" />
    <rect x="16" y="9.5" width="5.5" height="11" rx="1.5" />`);

export const approveIcon = (): View =>
  icon(svg`<rect x="6.5" y="3" width="11" height="18" rx="2" /><path d="m9.5 12.2 1.9 1.9 3.3-3.7" />`);

export const personIcon = (): View =>
  icon(
    svg`<circle cx="12" cy="8.5" r="3.75" /><path d="M4.75 20c.7-3.7 3.6-5.75 7.25-5.75s6.55 2.05 7.25 5.75" />`,
  );

export const keyIcon = (): View =>
  icon(
    svg`<path class="along" d="M10 4.5h7A1.5 1.5 0 0 1 18.5 6v12a1.5 1.5 0 0 1-1.5 1.5h-7M4.5 12h9.5m-3.5-3.5L14 12l-3.5 3.5" />`,
  );

export const settingsIcon = (): View =>
  icon(svg`<path d="M4 7.5h9M18 7.5h2M4 16.5h2M11 16.5h9" />
    <circle cx="15.5" cy="7.5" r="2.5" /><circle cx="8.5" cy="16.5" r="2.5" />`);
