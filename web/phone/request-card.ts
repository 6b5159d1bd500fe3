import type { ApprovalResponse } from '../../shared/responses.ts';
import { browserName } from '../lib/browser-name.ts';
import { html, type View } from '../lib/html.ts';
import { askedAgo } from './asked-ago.ts';

/** A known browser that asks right now. Its number is not here: the person has it in front of them. */
export function requestCard(request: ApprovalResponse, onNotMe: () => void): View {
  return html`
    <li class="card request">
      <span class="dot breathing" aria-hidden="true"></span>
      <p class="request-who">
        <strong>${browserName(request)}</strong> asks to sign in · ${askedAgo(request.startedAt)}
      </p>
      <p class="request-what">Type the number it shows</p>
      <button
        type="button"
        class="button small bare danger-text"
        aria-label="Not me: I am not signing in with ${browserName(request)}"
        @click=${onNotMe}
      >
        Not me
      </button>
    </li>
  `;
}

/** What is said of it, once: apart from the card, whose seconds count on. */
export function requestNews(request: ApprovalResponse): string {
  return `${browserName(request)} asks to sign in. Type the number it shows.`;
}
