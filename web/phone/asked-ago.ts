import { serverNow } from '../lib/clock.ts';
import { html, type View } from '../lib/html.ts';
import { exactTime } from '../lib/time.ts';

const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'always' });

/** How long ago a request was made, to the second: it waits for two minutes only, and the person compares. */
export function askedAgo(startedAt: string): View {
  const at = new Date(startedAt);
  const seconds = Math.max(0, Math.round((serverNow() - at.getTime()) / 1000));
  const words = seconds < 3 ? 'just now' : relative.format(-seconds, 'second');
  return html`<time datetime=${startedAt} title=${exactTime(at)}>${words}</time>`;
}
