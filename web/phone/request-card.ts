import type { ApprovalShape } from '../../shared/shapes.ts';
import { html, type View } from '../lib/html.ts';
import { askedAgo } from './asked-ago.ts';
import { browserName } from './browser-name.ts';

/** A known browser that asks right now. Its number is not here: the person has it in front of them. */
export function requestCard(request: ApprovalShape, onNotMe: () => void): View {
  return html`
    <li class="card request">
      <span class="dot breathing" aria-hidden="true"></span>
      <div class="request-facts">
        <p class="request-name">${browserName(request)} asks to sign in</p>
        <p class="request-more">${askedAgo(request.startedAt)} · Type the number it shows</p>
      </div>
      <button
        type="button"
        class="phone-small phone-no"
        aria-label="I am not signing in with ${browserName(request)}"
        @click=${onNotMe}
      >
        Not me
      </button>
    </li>
  `;
}
