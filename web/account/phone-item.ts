import type { DeviceResponse } from '../../shared/responses.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { timeView } from '../lib/time.ts';

type Options = {
  /** What is being done to it, in place of the buttons. */
  part: View | undefined;
  onRename(): void;
  onRemove(): void;
};

/** A phone, and whether it is the last sign-in method, which stays. */
export type ListedPhone = DeviceResponse & { onlyWayIn: boolean };

/** One phone that may say yes. */
export function phoneItem(
  { id, name, createdAt, lastUsedAt, rings, onlyWayIn }: ListedPhone,
  options: Options,
): View {
  const { part, onRename, onRemove } = options;
  return html`<li class="entry" id=${id}>
    <div class="entry-words">
      <p class="entry-title" id="${id}-title"><bdi translate="no">${name}</bdi></p>
      <p class="muted small">
        ${messages.account.addedAt(timeView(createdAt))} · ${messages.account.lastUsed(timeView(lastUsedAt))} ·
        ${rings ? messages.account.rings : messages.account.ringsNot}
      </p>
      ${onlyWayIn ? html`<p class="muted small">${messages.account.onlyWayIn}</p>` : nothing}
    </div>
    ${
      part ??
      html`<div class="entry-buttons">
        ${button('rename', messages.account.rename, onRename)} ${onlyWayIn ? nothing : button('remove', messages.account.remove, onRemove)}
      </div>`
    }
  </li>`;

  function button(what: string, label: string, onClick: () => void): View {
    return html`<button
      class="button small quiet"
      id="${id}-${what}"
      type="button"
      aria-describedby="${id}-title"
      @click=${onClick}
    >
      ${label}
    </button>`;
  }
}
