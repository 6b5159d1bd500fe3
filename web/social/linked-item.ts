import type { SocialLinkResponse } from '../../shared/responses.ts';
import { errorLine } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { timeView } from '../lib/time.ts';
import { identity } from './identity.ts';

type Options = { isOnlyWayIn: boolean; isUnlinking: boolean; error: string | undefined; onUnlink(): void };

/** One account at a provider that lets somebody in. */
export function linkedItem(link: SocialLinkResponse, options: Options): View {
  const { isOnlyWayIn, isUnlinking, error, onUnlink } = options;
  const { provider, label, name, createdAt, lastUsedAt } = link;
  const title = `link-${provider}`;
  return html`<li class="entry">
    <div class="entry-words">
      <p class="entry-title" id=${title}>${label}</p>
      <p class="muted small">
        ${name === null ? nothing : html`<bdi translate="no">${name}</bdi> · `}${messages.social.linkedOn(timeView(createdAt))} ·
        ${messages.social.lastUsed(timeView(lastUsedAt))}
      </p>
      ${identity(link)}
      ${isOnlyWayIn ? html`<p class="muted small">${messages.social.onlyWayIn}</p>` : nothing}
      ${errorLine(error)}
    </div>
    ${
      isOnlyWayIn
        ? nothing
        : html`<div class="entry-buttons">
      <button
        class="button small quiet"
        type="button"
        aria-disabled=${isUnlinking}
        aria-describedby=${title}
        @click=${onUnlink}
      >
        ${messages.social.unlink}
      </button>
    </div>`
    }
  </li>`;
}
