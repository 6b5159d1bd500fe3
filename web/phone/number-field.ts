/**
 * The six digits, and looking up who asks with them. What looks like six boxes is drawn; what takes the digits is one
 * ordinary input over them, so that pasting, autofill, screen readers and every kind of keyboard work as anywhere.
 */
import { live } from 'lit-html/directives/live.js';
import { SEPARATORS, withAsciiDigits } from '../../shared/digits.ts';
import { Unreachable } from '../lib/api.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { type Finding, findByNumber } from './phone-api.ts';
import type { PhoneContext } from './screen.ts';

const NUMBER_LENGTH = 6;

type Options = {
  title?: string;
  /** The sentence under the boxes. */
  hint: string;
  /** The number is somebody's who waits. */
  onFound: (found: Finding) => void;
};

export class NumberField {
  readonly #context: PhoneContext;
  readonly #options: Options;
  #digits = '';
  #problem: string | undefined;
  #isBusy = false;
  /** A number that could not be sent: it is, once Nod is reached again, unless another was typed. */
  #unsent: string | undefined;
  /** Where the caret or the selection is, while the input has the focus. */
  #selection: { from: number; to: number } | undefined;

  constructor(context: PhoneContext, options: Options) {
    this.#context = context;
    this.#options = options;
  }

  /** Whether a number is being looked up. */
  get isBusy(): boolean {
    return this.#isBusy;
  }

  async findUnsent(): Promise<void> {
    if (this.#unsent !== undefined && this.#unsent === this.#digits) await this.#find();
  }

  async #find(): Promise<void> {
    const number = this.#digits;
    this.#isBusy = true;
    this.#unsent = undefined;
    this.#context.redraw();
    let found: Finding;
    try {
      found = await findByNumber(number);
    } catch (error) {
      const isUnsent = error instanceof Unreachable;
      if (isUnsent) this.#unsent = number;
      const sentence = isUnsent ? messages.phone.numberUnsent : this.#context.sentenceOf(error);
      if (sentence !== undefined) this.#refuse(sentence);
      return;
    }
    this.#options.onFound(found);
  }

  /** Says why the number did not do, and selects it so that typing replaces it. */
  #refuse(problem: string): void {
    this.#problem = problem;
    this.#isBusy = false;
    this.#context.redraw();
    const input = document.querySelector<HTMLInputElement>('#number');
    input?.focus();
    input?.select();
  }

  template(): View {
    const describedBy = this.#problem === undefined ? 'number-hint' : 'number-problem';
    return html`
      <form class="number-field" novalidate @submit=${this.#submit}>
        <h1 id="number-title" tabindex="-1">${this.#options.title ?? messages.phone.number}</h1>
        <div class="number-boxes" ?data-busy=${this.#isBusy} ?data-refused=${this.#problem !== undefined}>
          ${Array.from({ length: NUMBER_LENGTH }, (_, index) => this.#box(index))}
          <input
            id="number"
            name="number"
            type="text"
            inputmode="numeric"
            autocomplete="one-time-code"
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
        <p id="number-hint" class="hint" ?hidden=${this.#problem !== undefined}>${this.#options.hint}</p>
      </form>
    `;
  }

  #box(index: number): View {
    const selection = this.#selection;
    const caret = Math.min(selection?.from ?? 0, NUMBER_LENGTH - 1);
    const isHere =
      selection !== undefined &&
      (selection.from === selection.to ? index === caret : index >= selection.from && index < selection.to);
    return html`${index === NUMBER_LENGTH / 2 ? html`<span class="number-dash" aria-hidden="true"></span>` : nothing}
      <span class="number-box" translate="no" aria-hidden="true" ?data-here=${isHere}>${this.#digits[index] ?? nothing}</span>`;
  }

  /** Takes "493 027", "493-027" and "٤٩٣٠٢٧" as well, as they are copied, read and typed; says what it leaves out. */
  readonly #take = ({ currentTarget }: Event) => {
    const input = currentTarget as HTMLInputElement;
    const typed = withAsciiDigits(input.value).replace(SEPARATORS, '');
    const digits = typed.replace(/\D/g, '').slice(0, NUMBER_LENGTH);
    const isNew = digits !== this.#digits;
    this.#digits = digits;
    if (isNew) this.#problem = undefined;
    if (/\D/.test(typed)) this.#problem = messages.phone.digitsOnly;
    else if (typed.length > NUMBER_LENGTH) this.#problem = messages.phone.tooManyDigits;
    this.#context.redraw();
    this.#followCaret({ currentTarget });
    if (isNew && digits.length === NUMBER_LENGTH) void this.#find();
  };

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (this.#isBusy) return;
    const missing = NUMBER_LENGTH - this.#digits.length;
    if (missing === 0) void this.#find();
    else this.#refuse(messages.phone.digitsMissing(missing));
  };

  readonly #followCaret = ({ currentTarget }: Pick<Event, 'currentTarget'>) => {
    const { selectionStart, selectionEnd } = currentTarget as HTMLInputElement;
    const isFocused = document.activeElement === currentTarget;
    this.#selection = isFocused ? { from: selectionStart ?? 0, to: selectionEnd ?? 0 } : undefined;
    this.#context.redraw();
  };
}
