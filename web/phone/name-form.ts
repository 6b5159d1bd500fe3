import type { DeviceResponse } from '../../shared/responses.ts';
import { ApiError } from '../lib/api.ts';
import { focusOn, textField } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Phone } from './phone.ts';
import { isNotAPhone, rename } from './phone-api.ts';
import { NAME_HINT, NAME_LENGTH, nameProblem } from './phone-name.ts';
import { troubleSentence } from './trouble.ts';

/** Gives this phone another name. */
export class NameForm {
  #name: string;
  #saved: string;
  #isBusy = false;
  #problem: string | undefined;
  readonly #phone: Phone;
  readonly #device: DeviceResponse;

  constructor(phone: Phone, device: DeviceResponse) {
    this.#phone = phone;
    this.#device = device;
    this.#name = this.#saved = device.name;
  }

  template(): View {
    const isNew = this.#name.trim() !== this.#saved;
    return html`<form class="name-form" novalidate @submit=${this.#submit}>
      ${textField({
        id: 'phone-name',
        label: 'Name',
        value: this.#name,
        hint: NAME_HINT,
        error: this.#problem,
        autocomplete: 'off',
        maxLength: NAME_LENGTH,
        onInput: (text) => {
          this.#name = text;
          this.#phone.redraw();
        },
      })}
      ${
        isNew || this.#isBusy
          ? html`<button class="button small" aria-disabled=${this.#isBusy ? 'true' : 'false'}>
              ${this.#isBusy ? 'Saving' : 'Save the name'}
            </button>`
          : nothing
      }
      <p class="visually-hidden" role="status">${this.#saved === this.#device.name ? nothing : `It is called ${this.#saved}.`}</p>
    </form>`;
  }

  readonly #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (this.#isBusy) return;
    this.#problem = nameProblem(this.#name);
    this.#isBusy = this.#problem === undefined;
    this.#phone.redraw();
    if (this.#isBusy) await this.#save();
    // The button goes when there is nothing left to save.
    focusOn('phone-name');
  };

  async #save(): Promise<void> {
    try {
      const device = await rename(this.#device.id, this.#name.trim());
      this.#name = this.#saved = device.name;
      this.#phone.renamed(device);
    } catch (error) {
      if (isNotAPhone(error)) return this.#phone.notEnrolled();
      this.#problem = error instanceof ApiError ? error.detail : troubleSentence(error);
    } finally {
      this.#isBusy = false;
      this.#phone.redraw();
    }
  }
}
