/** A long text shows its beginning, and a button for the rest. */
import { noChange } from 'lit-html';
import { Directive, directive, type ElementPart } from 'lit-html/directive.js';
import { messages } from '../lib/messages.ts';

/** Again when the window gets another width. The room has its height before, so nothing moves. */
function observe(text: Element): void {
  new ResizeObserver(() => foldIfHigh(text)).observe(text);
}

class Fold extends Directive {
  #isObserved = false;

  override update({ element }: ElementPart): typeof noChange {
    if (!this.#isObserved) observe(element);
    this.#isObserved = true;
    return this.render();
  }

  render(): typeof noChange {
    return noChange;
  }
}

/**
 * For a text that stands alone in an element of limited height, its room; behind the room comes the button, at first
 * `hidden`, and around both a frame, which is `folded`, `open` or neither.
 */
export const fold = directive(Fold);

function foldIfHigh(text: Element): void {
  const room = text.parentElement;
  const [frame, button] = [room?.parentElement, room?.nextElementSibling];
  if (!room || !frame || !(button instanceof HTMLElement)) throw new Error('a text to fold has no room');
  if (frame.classList.contains('open')) return;
  const isHigh = text.getBoundingClientRect().height > room.getBoundingClientRect().height;
  frame.classList.toggle('folded', isHigh);
  button.hidden = !isHigh;
}

/** Opens the text before a button, or folds it again; then the button stays where the person looks. */
export function toggleFold({ currentTarget }: Event): void {
  const button = currentTarget as HTMLElement;
  const isOpen = button.ariaExpanded === 'true';
  const before = button.getBoundingClientRect().top;
  button.parentElement?.classList.toggle('open', !isOpen);
  button.parentElement?.classList.toggle('folded', isOpen);
  button.ariaExpanded = String(!isOpen);
  button.textContent = isOpen ? messages.posts.showMore : messages.posts.showLess;
  if (isOpen) scrollBy({ top: button.getBoundingClientRect().top - before, behavior: 'instant' });
}
