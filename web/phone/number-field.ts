/**
 * The six digits. What looks like six boxes is drawn; what takes the digits is one ordinary input over them,
 * so that pasting, autofill, screen readers and every kind of keyboard work as anywhere.
 */
import { live } from 'lit-html/directives/live.js';
import { html, nothing, type TemplateResult } from '../lib/html.ts';

export const NUMBER_LENGTH = 6;

export class NumberField {
  /** The sentence under the boxes. */
  hint: string;
  readonly #title: string;
  #digits = '';
  #problem: string | undefined;
  #isBusy = false;
  /** Where the caret or the selection is, while the input has the focus. */
  #selection: { from: number; to: number } | undefined;
  readonly #onNumber: (number: string) => void;
  readonly #redraw: () => void;

  constructor(given: {
    title?: string;
    hint: string;
    onNumber: (number: string) => void;
    redraw: () => void;
  }) {
    this.#title = given.title ?? 'Enter the number you see';
    this.hint = given.hint;
    this.#onNumber = given.onNumber;
    this.#redraw = given.redraw;
  }

  /** What has been typed so far. */
  get digits(): string {
    return this.#digits;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** While the number is looked up. */
  set isBusy(isBusy: boolean) {
    this.#isBusy = isBusy;
    this.#redraw();
  }

  /** Says why the number did not do, and selects it so that typing replaces it. */
  refuse(problem: string): void {
    this.#problem = problem;
    this.#isBusy = false;
    this.#redraw();
    const input = document.querySelector<HTMLInputElement>('#number');
    input?.focus();
    input?.select();
  }

  template(): TemplateResult {
    const describedBy = this.#problem === undefined ? 'number-hint' : 'number-problem';
    return html`
      <form class="number-field" novalidate @submit=${this.#submit}>
        <h1 id="number-title" tabindex="-1">${this.#title}</h1>
        <div class="number-boxes" ?data-busy=${this.#isBusy} ?data-refused=${this.#problem !== undefined}>
          ${Array.from({ length: NUMBER_LENGTH }, (_, index) => this.#box(index))}
          <input
            id="number"
            name="number"
            type="text"
            inputmode="numeric"
            autocomplete="one-time-code"
            pattern="[0-9]{6}"
            enterkeyhint="go"
            required
            spellcheck="false"
            aria-labelledby="number-title"
            aria-describedby=${describedBy}
            aria-invalid=${this.#problem === undefined ? 'false' : 'true'}
            aria-busy=${this.#isBusy ? 'true' : 'false'}
            ?readonly=${this.#isBusy}
            .value=${live(this.#digits)}
            @input=${this.#take}
            @focus=${this.#followCaret}
            @blur=${this.#followCaret}
            @keyup=${this.#followCaret}
            @click=${this.#followCaret}
            @select=${this.#followCaret}
          >
        </div>
        <p id="number-problem" class="problem" role="alert">${this.#problem ?? nothing}</p>
        <p id="number-hint" class="hint" ?hidden=${this.#problem !== undefined}>${this.hint}</p>
      </form>
    `;
  }

  #box(index: number): TemplateResult {
    const selection = this.#selection;
    const caret = Math.min(selection?.from ?? 0, NUMBER_LENGTH - 1);
    const isHere =
      selection !== undefined &&
      (selection.from === selection.to ? index === caret : index >= selection.from && index < selection.to);
    return html`${index === NUMBER_LENGTH / 2 ? html`<span class="number-dash" aria-hidden="true"></span>` : nothing}
      <span class="number-box" aria-hidden="true" ?data-here=${isHere}>${this.#digits[index] ?? nothing}</span>`;
  }

  /** Takes "493 027" and "493-027" as well, as they are copied and read. */
  readonly #take = ({ currentTarget }: Event) => {
    const input = currentTarget as HTMLInputElement;
    const digits = input.value.replace(/\D/g, '').slice(0, NUMBER_LENGTH);
    const isNew = digits !== this.#digits;
    this.#digits = digits;
    if (isNew) this.#problem = undefined;
    this.#redraw();
    this.#followCaret({ currentTarget });
    if (isNew && digits.length === NUMBER_LENGTH) this.#onNumber(digits);
  };

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (this.#isBusy) return;
    const missing = NUMBER_LENGTH - this.#digits.length;
    if (missing === 0) this.#onNumber(this.#digits);
    else this.refuse(`The number has six digits: ${missing === 1 ? 'one is' : `${missing} are`} missing.`);
  };

  readonly #followCaret = ({ currentTarget }: Pick<Event, 'currentTarget'>) => {
    const { selectionStart, selectionEnd } = currentTarget as HTMLInputElement;
    const isFocused = document.activeElement === currentTarget;
    this.#selection = isFocused ? { from: selectionStart ?? 0, to: selectionEnd ?? 0 } : undefined;
    this.#redraw();
  };
}
