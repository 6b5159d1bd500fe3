/** A form's field: label, hint, and an error that stands beside it and takes the focus. */
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

/** The id that an input's `aria-describedby` takes. */
export function describedBy(id: string, { hint, error }: { hint?: unknown; error?: unknown }): string {
  return error ? `${id}-error` : hint ? `${id}-hint` : '';
}

/** The label above an input, and below it the hint, or the error in its place. */
export function field(
  id: string,
  label: View | string,
  input: View,
  { hint, error }: { hint?: View | string | undefined; error?: string | undefined } = {},
): View {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    ${input}
    ${
      error
        ? html`<p class="error" id="${id}-error">${error}</p>`
        : hint
          ? html`<p class="hint" id="${id}-hint">${hint}</p>`
          : nothing
    }
  </div>`;
}

/** Moves the focus to an element by its id, once the view with it has been rendered. */
export function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}
