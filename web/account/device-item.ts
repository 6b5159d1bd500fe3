import type { DeviceShape } from '../../shared/shapes.ts';
import { html, type View } from '../lib/html.ts';
import { timeView } from '../lib/time.ts';

/** One phone that may say yes. */
export function deviceItem({ name, createdAt, lastUsedAt }: DeviceShape): View {
  return html`<li class="entry">
    <div class="entry-words">
      <p class="entry-title">${name}</p>
      <p class="muted small">Added ${timeView(createdAt)} · last used ${timeView(lastUsedAt)}</p>
    </div>
  </li>`;
}
