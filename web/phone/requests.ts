/** A request to sign in, as the phone shows it: who asks, and since when. */

import type { ApprovalResponse } from '../../shared/responses.ts';
import type { Act } from '../../shared/sessions/acts.ts';
import { browserName } from '../lib/browser-name.ts';
import { serverNow } from '../lib/clock.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { relativeFormat } from '../lib/language.ts';
import { messages } from '../lib/messages.ts';
import { placeWords } from '../lib/place.ts';
import { exactTime } from '../lib/time.ts';

const relative = relativeFormat({ numeric: 'always' });

/** By which entry of the catalogue's records an act is said: `other` if it is newer than this page. */
export const actOf = (act: Act): Act | 'other' => (Object.hasOwn(messages.phone.may, act) ? act : 'other');

/** The same for whatever a browser asks for, which most often is to sign in. */
export const askOf = (act: Act | undefined) => (act === undefined ? 'sign_in' : actOf(act));

/** How long ago a request was made, to the second: it waits for two minutes only, and the person compares. */
export function askedAgo(startedAt: string): View {
  const at = new Date(startedAt);
  const seconds = Math.max(0, Math.round((serverNow() - at.getTime()) / 1000));
  const words = seconds < 3 ? messages.phone.justNow : relative(-seconds, 'second');
  return html`<time datetime=${startedAt} title=${exactTime(at)}>${words}</time>`;
}

/** Who is asking, as far as the server knows it, and the number to hold against the screen, once it was typed. */
export function askerCard(approval: ApprovalResponse, number?: string): View {
  const { known, ip, startedAt } = approval;
  const place = placeWords(approval);
  return html`
    <section class="card asker" aria-label=${messages.phone.asker}>
      <p class="badge" ?data-new=${!known}>${standingOf(approval)}</p>
      <dl>
        <div>
          <dt>${messages.phone.browser}</dt>
          <dd>${browserName(approval)}</dd>
        </div>
        <div>
          <dt>${place === undefined ? messages.phone.address : messages.phone.place}</dt>
          <dd>${place ?? ip}</dd>
        </div>
        <div>
          <dt>${messages.phone.asked}</dt>
          <dd>${askedAgo(startedAt)}</dd>
        </div>
        ${
          number === undefined
            ? nothing
            : html`<div>
                <dt>${messages.phone.itsNumber}</dt>
                <dd class="asker-number" translate="no">${number.slice(0, 3)}&nbsp;${number.slice(3)}</dd>
              </div>`
        }
      </dl>
      ${adviceOn(approval)}
    </section>
  `;
}

function standingOf({ act, known }: ApprovalResponse): string {
  if (!known) return messages.phone.newBrowser;
  return act === undefined ? messages.phone.knownBrowser : messages.phone.signedInAsYou;
}

function adviceOn({ act, known }: ApprovalResponse): View {
  // Of an act, too: a session may have been copied, and a browser that has signed in by itself is known.
  if (!known) return advice(messages.phone.adviceOnNew);
  return act === undefined ? nothing : advice(messages.phone.adviceOnAct);
}

const advice = (sentence: string): View => html`<p class="asker-advice">${sentence}</p>`;

/** A known browser that asks right now. Its number is not here: the person has it in front of them. */
export function requestCard(request: ApprovalResponse, onNotMe: () => void): View {
  const { sessionId, startedAt } = request;
  return html`
    <li class="card request">
      <span class="dot breathing" aria-hidden="true"></span>
      <p class="request-who">
        <span id="asks-${sessionId}">${asks(request)}</span> · ${askedAgo(startedAt)}
      </p>
      <p class="request-what">${messages.phone.typeIt}</p>
      <button
        type="button"
        class="button small bare danger-text"
        id="not-me-${sessionId}"
        aria-labelledby="not-me-${sessionId} asks-${sessionId}"
        @click=${onNotMe}
      >
        ${messages.phone.notMe}
      </button>
    </li>
  `;
}

/** What a screen reader says of it, once; the card itself changes every second. */
export const requestNews = (request: ApprovalResponse): View => html`${messages.phone.news(asks(request))} `;

const asks = (request: ApprovalResponse): View =>
  messages.phone.asks[askOf(request.act)](html`<strong>${browserName(request)}</strong>`);
