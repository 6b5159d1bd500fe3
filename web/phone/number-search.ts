import { Unreachable } from '../lib/api.ts';
import type { NumberField } from './number-field.ts';
import type { Phone } from './phone.ts';
import { type Finding, findByNumber, isNotAPhone } from './phone-api.ts';
import { troubleSentence } from './trouble.ts';

/** Looks a typed number up, and shows who is asking. */
export class NumberSearch {
  /** A number that could not be sent: it is, once Nod is reached again, unless another was typed. */
  #unsent: string | undefined;
  readonly #phone: Phone;

  constructor(phone: Phone) {
    this.#phone = phone;
  }

  async find(field: NumberField, number: string): Promise<void> {
    field.isBusy = true;
    this.#unsent = undefined;
    let found: Finding;
    try {
      found = await findByNumber(number);
    } catch (error) {
      if (isNotAPhone(error)) return this.#phone.notEnrolled();
      if (!(error instanceof Unreachable)) return field.refuse(troubleSentence(error));
      this.#unsent = number;
      return field.refuse('Nod cannot be reached. The number is sent as soon as it can be.');
    }
    this.#phone.approve(found);
  }

  async findUnsent(field: NumberField): Promise<void> {
    if (this.#unsent !== undefined && this.#unsent === field.digits) await this.find(field, this.#unsent);
  }
}
