/** A request to sign in, as the phone shows it: who asks, and since when. */

import type { ApprovalResponse } from '../../shared/responses.ts';
import { askedFor } from '../lib/acts.ts';
import { browserName } from '../lib/browser-name.ts';
import { serverNow } from '../lib/clock.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { relativeFormat } from '../lib/language.ts';
import { placeWords } from '../lib/place.ts';
import { exactTime } from '../lib/time.ts';

const relative = relativeFormat({ numeric: 'always' });

/** How long ago a request was made, to the second: it waits for two minutes only, and the person compares. */
export function askedAgo(startedAt: string): View {
  const at = new Date(startedAt);
  const seconds = Math.max(0, Math.round((serverNow() - at.getTime()) / 1000));
  const words = seconds < 3 ? 'just now' : relative(-seconds, 'second');
  return html`<time datetime=${startedAt} title=${exactTime(at)}>${words}</time>`;
}

/** Who is asking, as far as the server knows it, and the number to hold against the screen, once it was typed. */
export function askerCard(approval: ApprovalResponse, number?: string): View {
  const { known, ip, startedAt } = approval;
  const place = placeWords(approval);
  return html`
    <section class="card asker" aria-label="Who is asking">
      <p class="badge" ?data-new=${!known}>${standingOf(approval)}</p>
      <dl>
        <div>
          <dt>Browser</dt>
          <dd>${browserName(approval)}</dd>
        </div>
        <div>
          <dt>${place === undefined ? 'Address' : 'Place'}</dt>
          <dd>${place ?? ip}</dd>
        </div>
        <div>
          <dt>Asked</dt>
          <dd>${askedAgo(startedAt)}</dd>
        </div>
        ${
          number === undefined
            ? nothing
            : html`<div>
                <dt>Number</dt>
                <dd class="asker-number" translate="no">${number.slice(0, 3)}&nbsp;${number.slice(3)}</dd>
              </div>`
        }
      </dl>
      ${adviceOn(approval)}
    </section>
  `;
}

function standingOf({ act, known }: ApprovalResponse): string {
  if (!known) return 'New browser';
  return act === undefined ? 'Known browser' : 'Signed in as you';
}

function adviceOn({ act, known }: ApprovalResponse): View {
  // Of an act, too: a session may have been copied, and a browser that has signed in by itself is known.
  if (!known) return advice('It has not signed in as you before. Approve only if it is in front of you.');
  return act === undefined
    ? nothing
    : advice('You are signed in there. Approve only if you have just asked for this.');
}

const advice = (sentence: string): View => html`<p class="asker-advice">${sentence}</p>`;

/** A known browser that asks right now. Its number is not here: the person has it in front of them. */
export function requestCard(request: ApprovalResponse, onNotMe: () => void): View {
  return html`
    <li class="card request">
      <span class="dot breathing" aria-hidden="true"></span>
      <p class="request-who">
        <strong>${browserName(request)}</strong> asks to ${askedFor(request.act)} · ${askedAgo(request.startedAt)}
      </p>
      <p class="request-what">Type the number it shows</p>
      <button
        type="button"
        class="button small bare danger-text"
        aria-label="Not me: I do not ask to ${askedFor(request.act)} with ${browserName(request)}"
        @click=${onNotMe}
      >
        Not me
      </button>
    </li>
  `;
}

/** What a screen reader says of it, once; the card itself changes every second. */
export function requestNews(request: ApprovalResponse): string {
  return `${browserName(request)} asks to ${askedFor(request.act)}. Type the number it shows.`;
}
