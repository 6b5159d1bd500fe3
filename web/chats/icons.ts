import { svg, type View } from '../lib/html.ts';
import { icon } from '../lib/icons.ts';

export const backIcon = (): View => icon(svg`<path class="along" d="M14.5 5.5 8 12l6.5 6.5" />`);

export const sendIcon = (): View =>
  icon(svg`<path class="along" d="M4.5 12 3.8 5.2 20.5 12 3.8 18.8 4.5 12Zm0 0h7" />`);
