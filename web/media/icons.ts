import { svg, type View } from '../lib/html.ts';
import { icon } from '../lib/icons.ts';

export const pictureIcon = (): View =>
  icon(svg`<rect x="3.5" y="4.5" width="17" height="15" rx="2" /><circle cx="9" cy="10" r="1.6" />
    <path d="m4 17 4.6-3.8 3.2 2.3 4-4.2 4.7 4.4" />`);

export const closeIcon = (): View => icon(svg`<path d="m6 6 12 12M18 6 6 18" />`);
