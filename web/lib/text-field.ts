/** A form's line of text: label, hint, and an error that stands beside it and takes the focus. */
import { ApiError } from './api.ts';
import { errorSentence } from './error-sentence.ts';
import { html, nothing, type View } from './html.ts';

export type FieldError = { field: string; sentence: string };

/** Which field an error of the API's is about; what names none of `fields` goes to the first. */
export function fieldError(error: unknown, fields: readonly [string, ...string[]]): FieldError {
  const sentence = errorSentence(error);
  const named = error instanceof ApiError ? error.field : undefined;
  return { field: named !== undefined && fields.includes(named) ? named : fields[0], sentence };
}

type TextField = {
  id: string;
  label: View | string;
  value: string;
  /** Below the input; an error stands in its place. */
  hint?: string;
  error: string | undefined;
  autocomplete: AutoFill;
  /** Whether it is taken letter by letter, so that no keyboard may capitalise or correct it. */
  isVerbatim?: boolean;
  maxLength?: number;
  /** What the key at the end of a phone's keyboard does. */
  enterKey?: 'go';
  onInput(text: string): void;
};

/** A line of text with its label, and below it the hint or the error. */
export function textField(field: TextField): View {
  const { id, label, value, hint, error, isVerbatim = false, maxLength, enterKey, onInput } = field;
  const below = error ? 'error' : hint ? 'hint' : undefined;
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      name=${id}
      dir=${isVerbatim ? 'ltr' : 'auto'}
      autocomplete=${field.autocomplete}
      autocapitalize=${isVerbatim ? 'none' : nothing}
      autocorrect=${isVerbatim ? 'off' : nothing}
      spellcheck=${isVerbatim ? 'false' : nothing}
      maxlength=${maxLength ?? nothing}
      enterkeyhint=${enterKey ?? nothing}
      .value=${value}
      aria-invalid=${error ? 'true' : nothing}
      aria-describedby=${below === undefined ? nothing : `${id}-${below}`}
      @input=${(event: InputEvent) => onInput((event.target as HTMLInputElement).value)}
    />
    ${below === undefined ? nothing : html`<p class=${below} id="${id}-${below}">${error || hint}</p>`}
  </div>`;
}
