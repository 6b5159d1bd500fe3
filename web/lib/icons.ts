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

export const searchIcon = (): View =>
  icon(svg`<circle cx="10.75" cy="10.75" r="6.25" /><path d="m15.5 15.5 4.5 4.5" />`);

export const noticesIcon = (): View =>
  icon(
    svg`<path d="M6.5 10a5.5 5.5 0 0 1 11 0c0 4.5 1.75 5.75 1.75 6.75H4.75c0-1 1.75-2.25 1.75-6.75zM10 20h4" />`,
  );

export const messagesIcon = (): View =>
  icon(svg`<rect x="3.5" y="5.5" width="17" height="13" rx="2" /><path d="m4 7.25 8 6 8-6" />`);

export const savedIcon = (): View =>
  icon(svg`<path d="M7 4h10a1 1 0 0 1 1 1v15l-6-4.25L6 20V5a1 1 0 0 1 1-1z" />`);

export const writeIcon = (): View =>
  icon(svg`<path d="M4 20l.9-4L16.25 4.65a1.6 1.6 0 0 1 2.25 0l.85.85a1.6 1.6 0 0 1 0 2.25L8 19.1z" />`);
