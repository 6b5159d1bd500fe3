/** What the buttons under a post show. */
import { svg, type View } from '../lib/html.ts';
import { icon } from '../lib/icons.ts';

export const replyIcon = (): View =>
  icon(
    svg`<path d="M5.5 5h13A1.5 1.5 0 0 1 20 6.5v9a1.5 1.5 0 0 1-1.5 1.5H11l-4.5 3.5V17h-1A1.5 1.5 0 0 1 4 15.5v-9A1.5 1.5 0 0 1 5.5 5z" />`,
  );

export const repostIcon = (): View =>
  icon(
    svg`<path d="M4.5 14.5V9A2.5 2.5 0 0 1 7 6.5h10m-2.5-2.7L17.2 6.5l-2.7 2.7M19.5 9.5V15a2.5 2.5 0 0 1-2.5 2.5H7m2.5 2.7-2.7-2.7 2.7-2.7" />`,
  );

export const likeIcon = (): View =>
  icon(
    svg`<path d="M12 19.7 5.1 12.9a4.4 4.4 0 0 1 0-6.3 4.5 4.5 0 0 1 6.3 0l.6.6.6-.6a4.5 4.5 0 0 1 6.3 0 4.4 4.4 0 0 1 0 6.3z" />`,
  );

export const saveIcon = (): View =>
  icon(svg`<path d="M7.5 4.5h9A1.5 1.5 0 0 1 18 6v14l-6-4.2L6 20V6a1.5 1.5 0 0 1 1.5-1.5z" />`);

export const shareIcon = (): View =>
  icon(
    svg`<path d="M12 15V4.5m-4 3.8 4-3.8 4 3.8M5 13.5V18a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 19 18v-4.5" />`,
  );

export const moreIcon = (): View =>
  icon(
    svg`<g fill="currentColor" stroke="none"><circle cx="5.5" cy="12" r="1.6" /><circle cx="12" cy="12" r="1.6" /><circle cx="18.5" cy="12" r="1.6" /></g>`,
  );
