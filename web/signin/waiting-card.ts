import { guard } from 'lit-html/directives/guard.js';
import { html, nothing, type View } from '../lib/html.ts';
import { qrCode } from '../lib/qr.ts';
import { countdownView } from './countdown.ts';
import { numberView } from './number-view.ts';
import { practiceBox } from './practice-box.ts';
import { hereAddress, isTouched } from './this-phone.ts';
import type { Waiting } from './waiting.ts';

type Options = {
  title: string;
  /** What to do with the phone. */
  instruction: string;
  /** What the QR code is, for people who cannot see it. */
  codeLabel: string;
  /** The button that goes on in this browser, for people who hold the phone in their hand. */
  hereLabel: string;
  next: string;
  isSilent: boolean;
  isCancelling: boolean;
  /** Why cancelling did not work. */
  cancelError?: string | undefined;
  onCancel(): void;
};

/** The card that a browser shows while it waits for a phone. */
export function waitingCard(waiting: Waiting, options: Options): View {
  const { title, instruction, codeLabel, hereLabel, next, isSilent, isCancelling, cancelError } = options;
  const { url, number } = waiting;
  return html`<section class="card waiting-card" aria-labelledby="waiting-title">
      <div class="waiting-words">
        <h1 id="waiting-title" tabindex="-1">${title}</h1>
        ${
          isTouched()
            ? html`<a class="button wide" href=${hereAddress(waiting, next)}>${hereLabel}</a>
                <p class="muted">Or with another phone: ${lowered(instruction)}</p>`
            : html`<p class="muted">${instruction}</p>`
        }
        ${number === undefined ? nothing : numberView(number)} ${countdownView(waiting, isSilent)}
      </div>
      ${guard([url], () => qrCode(new URL(url, location.origin).href, codeLabel))}
    </section>
    <p class="under-card">
      Not you, or changed your mind?
      <button class="link" type="button" aria-disabled=${isCancelling} @click=${options.onCancel}>Cancel</button>
    </p>
    ${cancelError === undefined ? nothing : html`<p class="error under-card" role="alert">${cancelError}</p>`}
    ${practiceBox(url)}`;
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
