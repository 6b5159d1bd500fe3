/**
 * The offer to ring, on the home screen. It waits until it is tapped, and once declined it is in the settings only.
 */
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { browserStore } from '../lib/storage.ts';
import type { Ringing } from './ringing.ts';

const KEY = 'nod.phone.quiet';
const TITLE = 'ringing-title';

export class RingingCard {
  /** Once answered, the card stays with the result until the next screen. */
  #isAnswered = false;
  readonly #ringing: Ringing;

  constructor(ringing: Ringing) {
    this.#ringing = ringing;
  }

  template(): View {
    const { state, change } = this.#ringing;
    const isOffered = state === 'off' || state === 'after installing';
    if (!this.#isAnswered && !(isOffered && !isDeclined())) return nothing;
    return html`
      <section class="card ringing" aria-labelledby=${TITLE}>
        <h2 id=${TITLE} tabindex="-1">
          ${state === 'on' ? messages.phoneSettings.rings : messages.phoneSettings.offer}
        </h2>
        <p>
          ${
            state === 'off'
              ? messages.phoneSettings.offerMore
              : state === 'on'
                ? messages.phoneSettings.ringsMore
                : state === 'unknown'
                  ? nothing
                  : messages.phoneSettings.ringing[state]
          }
        </p>
        <p class="problem" role="alert">${change.error ?? nothing}</p>
        ${isOffered ? this.#buttons(state === 'off', change.isBusy) : nothing}
      </section>
    `;
  }

  #buttons(canRing: boolean, isBusy: boolean): View {
    return html`<div class="phone-choices">
      ${
        canRing
          ? html`<button
              type="button"
              class="button small quiet"
              aria-disabled=${isBusy ? 'true' : 'false'}
              @click=${this.#accept}
            >
              ${isBusy ? messages.phoneSettings.wait : messages.phoneSettings.ring}
            </button>`
          : nothing
      }
      <button type="button" class="button small bare" ?disabled=${isBusy} @click=${this.#decline}>${messages.phoneSettings.notNow}</button>
    </div>`;
  }

  readonly #accept = async () => {
    await this.#ringing.turnOn();
    this.#isAnswered = true;
    this.#ringing.redraw();
    focusOn(TITLE);
  };

  readonly #decline = () => {
    browserStore.write(KEY, '1');
    this.#isAnswered = false;
    this.#ringing.redraw();
    focusOn('browsers-title');
  };
}

const isDeclined = (): boolean => browserStore.read(KEY) !== null;
