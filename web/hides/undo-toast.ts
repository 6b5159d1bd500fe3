/** What was just done, for a while at the lower edge, with a button that takes it back. */
import { html, render } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';

/** Long enough to read it and to think better of it; it stays while the pointer or the focus is there. */
const SHOWN_MS = 10_000;

let shown: HTMLElement | undefined;

export function undoToast(sentence: string, undo: () => void): void {
  shown?.remove();
  const element = document.createElement('div');
  element.className = 'toast undo-toast';
  element.role = 'status';
  shown = element;
  document.getElementById('dialogs')?.append(element);
  const choose = () => {
    element.remove();
    undo();
  };
  // A region is read when it changes, and so not when it comes.
  setTimeout(() => {
    render(
      html`<span>${sentence}</span> <button class="link" type="button" @click=${choose}>${messages.hides.undo}</button>`,
      element,
    );
  }, 50);
  setTimeout(leave, SHOWN_MS);

  function leave(): void {
    if (element.matches(':hover, :focus-within')) setTimeout(leave, SHOWN_MS / 2);
    else element.remove();
  }
}
