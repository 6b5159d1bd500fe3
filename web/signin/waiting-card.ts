/** What a browser shows while it waits for a phone: the number, the code to scan, and how long it still waits. */
import { guard } from 'lit-html/directives/guard.js';
import { serverNow } from '../lib/clock.ts';
import { countdown } from '../lib/countdown.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { qrCode } from '../lib/qr.ts';
import { phoneOfUsername } from '../lib/remembered-account.ts';
import { canBePhone, type HerePage, hereAddress, isTouched, thisMachine } from '../lib/this-phone.ts';
import type { Waiting } from './waiting.ts';

/** What the card says of one sign-in method. */
export type WaitingWords = {
  title: string;
  lead?: View | string;
  /** What to do with the phone; more than one step is numbered. */
  instructions: readonly [View | string, ...(View | string)[]];
  /** What the QR code is, for people who cannot see it. */
  codeLabel: string;
  /** The button that goes on in this browser; `undefined` where it is no phone, and can be none. */
  hereLabel: string | undefined;
};

type Options = WaitingWords & {
  next: string;
  isFound: boolean;
  isSilent: boolean;
  isCancelling: boolean;
  /** Why cancelling did not work. */
  cancelError?: string | undefined;
  onCancel(): void;
};

/** The card that a browser shows while it waits for a phone. */
export function waitingCard(waiting: Waiting, options: Options): View {
  const { title, lead, isCancelling, cancelError } = options;
  const heading = html`<h1 id="waiting-title" tabindex="-1">${title}</h1>
    ${lead === undefined ? nothing : html`<p class="muted">${lead}</p>`}`;
  return html`<section class="card waiting-card" aria-labelledby="waiting-title">
      ${waitingBody(waiting, { ...options, heading, from: waiting.kind })}
    </section>
    <p class="under-card">
      ${messages.signin.changedMind}
      <button class="link" type="button" aria-disabled=${isCancelling} @click=${options.onCancel}>${messages.common.cancel}</button>
    </p>
    ${cancelError === undefined ? nothing : html`<p class="error under-card" role="alert">${cancelError}</p>`}
    ${practiceBox(waiting.url)}`;
}

/** What the browser waits with. */
type Awaiting = Pick<Waiting, 'url' | 'number' | 'expiresAt'>;

type Body = Pick<WaitingWords, 'instructions' | 'codeLabel' | 'hereLabel'> & {
  heading: View;
  /** The page to come back to from the phone page in this tab, and where to go on from there. */
  from: HerePage;
  next?: string;
  /** The number was typed on a phone. */
  isFound?: boolean;
  isSilent?: boolean;
  /** The person goes on in this tab. */
  onLeave?(): void;
};

/** What to do with the phone, the number if there is one, and the code beside it. */
export function waitingBody(awaited: Awaiting, options: Body): View {
  const { heading, instructions, codeLabel, hereLabel, from, next, onLeave } = options;
  const { url, number } = awaited;
  return html`<div class="waiting-words">
      ${heading}
      ${
        hereLabel !== undefined
          ? html`<a class="button wide" href=${hereAddress(url, from, next)} @click=${onLeave ?? nothing}>${hereLabel}</a>
              <p class="muted">${isTouched() ? messages.signin.orAnotherPhone : messages.signin.orYourPhone}</p>`
          : nothing
      }
      ${instructionsView(instructions)}
      ${number === undefined ? nothing : numberView(number)} ${countdownView(awaited, options)}
    </div>
    ${guard([url], () => qrCode(new URL(url, location.origin).href, codeLabel))}`;
}

function instructionsView([first, ...more]: readonly [View | string, ...(View | string)[]]): View {
  if (more.length === 0) return html`<p class="muted">${first}</p>`;
  return html`<ol class="steps">
    ${[first, ...more].map((step) => html`<li>${step}</li>`)}
  </ol>`;
}

/** To approve right here: on a phone, and on a computer that is this person's phone. */
export const approveHere = (username: string): string | undefined =>
  isTouched() || phoneOfUsername() === username ? messages.signin.approveHere : undefined;

/** To make this very machine the phone, where it can be one and is not this person's already. */
export const useThisMachine = (username: string): string | undefined =>
  canBePhone() && phoneOfUsername() !== username ? messages.signin.useThis[thisMachine()] : undefined;

/** Where the number is entered: with the address, for whoever has no page of Nod's open on the phone. */
export const enterNumberThere = (): View =>
  messages.signin.enterNumber(html`<span class="address" translate="no">${location.host}/phone</span>`);

/** The six digits in two groups of three; read out digit by digit. */
export function numberView(number: string): View {
  const groups = [number.slice(0, 3), number.slice(3)];
  const spoken = groups.map((group) => [...group].join(' ')).join(', ');
  return html`<p class="number" translate="no" role="img" aria-label=${spoken}>${groups.join(' ')}</p>`;
}

/** That the page waits for the phone, and for how much longer. */
function countdownView(
  { expiresAt }: Awaiting,
  { isFound, isSilent }: Pick<Body, 'isFound' | 'isSilent'>,
): View {
  if (isSilent) return html`<p class="waiting">${messages.signin.unreachable}</p>`;
  const left = countdown(Date.parse(expiresAt) - serverNow());
  const words = isFound ? messages.signin.found : messages.signin.waiting;
  return html`<p class="waiting" role="timer" ?data-found=${isFound}><span>${words}</span> · <span class="digits" translate="no">${left}</span></p>`;
}

/** Renders the countdown anew each second until stopped. */
export function everySecond(update: () => void): { stop(): void } {
  const timer = setInterval(update, 1000);
  return { stop: () => clearInterval(timer) };
}

declare const __PRACTICE__: boolean;

/** The way to the practice phone (DESIGN.md §9), which no deployment has. */
export function practiceBox(url: string, { isSecond = false } = {}): View {
  if (!__PRACTICE__) return nothing;
  const { pathname, hash } = new URL(url, location.origin);
  const name = isSecond ? messages.practice.openSecondPhone : messages.practice.openPhone;
  return html`<p class="box-aside">
    ${messages.practice.noPhone}
    <a href="${pathname}?practice${hash}" target="_blank">${name}</a>
  </p>`;
}
