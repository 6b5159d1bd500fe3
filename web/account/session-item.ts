import type { SessionResponse } from '../../shared/responses.ts';
import { browserName } from '../lib/browser-name.ts';
import { errorLine } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { sessionEnd, sessionFacts, sessionName } from '../lib/session-facts.ts';
import { timeView } from '../lib/time.ts';

type Options = {
  isEnding: boolean;
  error: string | undefined;
  /** What is being asked about it, in place of the buttons. */
  part: View | undefined;
  onEnd(): void;
  onNotMe(): void;
};

/** One browser that is signed in. */
export function sessionItem(session: SessionResponse, options: Options): View {
  const { isEnding, error, part, onEnd, onNotMe } = options;
  const { id, current } = session;
  const name = sessionName(session);
  return html`<li class="entry" id=${id} tabindex="-1">
    <div class="entry-words">
      <p class="entry-title" id="${id}-title">
        ${browserName(session)} ${current ? html`<span class="badge">${messages.account.thisBrowser}</span>` : nothing}
      </p>
      <p class="muted small">${sessionFacts(session)}</p>
      <p class="muted small">${sessionEnd(session)} · ${messages.account.lastActive(timeView(session.lastActiveAt))}</p>
      ${letInBy(session)}
      ${errorLine(error)}
    </div>
    ${current ? nothing : (part ?? buttons())}
  </li>`;

  function buttons(): View {
    return html`<div class="entry-buttons">
      <button
        class="button small quiet"
        id="${id}-end"
        type="button"
        aria-disabled=${isEnding}
        aria-label=${messages.account.endWhich(name)}
        @click=${onEnd}
      >
        ${messages.account.end}
      </button>
      <button
        class="button small quiet"
        id="${id}-not-me"
        type="button"
        aria-label=${messages.account.notMeWhich(name)}
        @click=${onNotMe}
      >
        ${messages.account.notMe}
      </button>
    </div>`;
  }
}

/** Who said yes to the session: a phone or a provider. */
function letInBy({ device, provider }: SessionResponse): View {
  if (device !== null)
    return html`<p class="muted small">${messages.account.approvedWith(html`<bdi translate="no">${device}</bdi>`)}</p>`;
  if (provider !== undefined) return html`<p class="muted small">${messages.account.letInBy(provider)}</p>`;
  return nothing;
}
