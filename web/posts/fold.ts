/** A long text shows its beginning, and a button for the rest. */
import { noChange } from 'lit-html';
import { Directive, directive, type ElementPart } from 'lit-html/directive.js';

/** A text that is higher is folded to what `.folded` leaves of it, which is less: the button must be worth it. In px. */
const MOST_HEIGHT = 440;

const FOLDED = 'folded';

/** Before anything is painted, so that nothing jumps; and again when the window gets another width. */
const heights = new ResizeObserver((entries) => {
  for (const { target } of entries) foldIfHigh(target);
});

class Fold extends Directive {
  #isObserved = false;

  override update({ element }: ElementPart): typeof noChange {
    if (!this.#isObserved) heights.observe(element);
    this.#isObserved = true;
    return this.render();
  }

  render(): typeof noChange {
    return noChange;
  }
}

/** For the element of a text that stands alone in another one, behind which its button comes, at first `hidden`. */
export const fold = directive(Fold);

function foldIfHigh(text: Element): void {
  const { frame, button } = partsAround(text);
  if (button.ariaExpanded === 'true') return;
  const isHigh = text.getBoundingClientRect().height > MOST_HEIGHT;
  frame.classList.toggle(FOLDED, isHigh);
  button.hidden = !isHigh;
}

/** Unfolds the text before a button, or folds it again; what the person looks at stays where it is. */
export function toggleFold({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement;
  const isOpening = button.ariaExpanded !== 'true';
  const before = button.getBoundingClientRect().top;
  button.previousElementSibling?.classList.toggle(FOLDED, !isOpening);
  button.ariaExpanded = String(isOpening);
  button.textContent = isOpening ? 'Show less' : 'Show more';
  if (!isOpening) scrollBy({ top: button.getBoundingClientRect().top - before, behavior: 'instant' });
}

function partsAround(text: Element): { frame: Element; button: HTMLElement } {
  const frame = text.parentElement;
  const button = frame?.nextElementSibling;
  if (!frame || !(button instanceof HTMLElement))
    throw new Error('a text that folds has a frame and a button');
  return { frame, button };
}
