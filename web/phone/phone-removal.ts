import type { DeviceResponse } from '../../shared/responses.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Phone } from './phone.ts';
import { isNotAPhone, removePhone } from './phone-api.ts';
import { troubleSentence } from './trouble.ts';

/** Takes this phone off its account, after asking again. */
export class PhoneRemoval {
  #isAsked = false;
  #endsBrowsers = false;
  #isBusy = false;
  #problem: string | undefined;
  readonly #phone: Phone;
  readonly #device: DeviceResponse;

  constructor(phone: Phone, device: DeviceResponse) {
    this.#phone = phone;
    this.#device = device;
  }

  template(): View {
    return html`
      <section class="setting" aria-labelledby="removal-title">
        <h2 id="removal-title">Remove this phone</h2>
        <p>It can then approve nothing any more. To come back it has to be set up again.</p>
        ${
          this.#isAsked
            ? this.#confirmation()
            : html`<button
                type="button"
                class="button small quiet danger-text"
                id="remove"
                @click=${() => this.#ask(true)}
              >
                Remove
              </button>`
        }
        <p class="problem" role="alert">${this.#problem ?? nothing}</p>
      </section>
    `;
  }

  #confirmation(): View {
    return html`<div class="removal" role="group" aria-labelledby="removal-title">
      <label class="check">
        <input
          type="checkbox"
          .checked=${this.#endsBrowsers}
          ?disabled=${this.#isBusy}
          @change=${({ currentTarget }: Event) => {
            this.#endsBrowsers = (currentTarget as HTMLInputElement).checked;
          }}
        />
        Also sign out the browsers that it let in
      </label>
      <div class="phone-choices">
        <button
          type="button"
          class="button small danger"
          id="remove-confirm"
          aria-disabled=${this.#isBusy ? 'true' : 'false'}
          @click=${this.#remove}
        >
          ${this.#isBusy ? 'Removing' : 'Remove this phone'}
        </button>
        <button type="button" class="button small quiet" ?disabled=${this.#isBusy} @click=${() => this.#ask(false)}>
          Keep
        </button>
      </div>
    </div>`;
  }

  #ask(isAsked: boolean): void {
    this.#isAsked = isAsked;
    this.#problem = undefined;
    this.#phone.redraw();
    focusOn(isAsked ? 'remove-confirm' : 'remove');
  }

  readonly #remove = async () => {
    if (this.#isBusy) return;
    this.#isBusy = true;
    this.#problem = undefined;
    this.#phone.redraw();
    try {
      const { ended } = await removePhone(this.#device.id, this.#endsBrowsers);
      this.#phone.removed(removedWords(ended));
    } catch (error) {
      if (isNotAPhone(error)) return this.#phone.notEnrolled();
      this.#problem = troubleSentence(error);
    } finally {
      this.#isBusy = false;
      this.#phone.redraw();
    }
  };
}

function removedWords(ended: number): string {
  const browsers = ended === 1 ? 'one browser is' : `${ended} browsers are`;
  const more = ended === 0 ? '' : `, and ${browsers} signed out`;
  return `It approves nothing any more${more}. You may delete its passkey in the phone’s settings.`;
}
