/** A question over the page: the browser's own modal dialog, which keeps the focus inside and gives it back. */

import type { Layout } from './around.ts';
import { nothing, render, type View } from './html.ts';

export type Dialog = {
  /** Renders the dialog's view again. */
  update(): void;
  close(): void;
};

type Options = {
  /** The id of its heading, which takes the focus when the view says `autofocus`. */
  labelledBy: string;
  view(): View;
  /** The person has closed it, by Escape or on the way back. */
  onDismiss(): void;
};

export function openDialog(
  layout: Pick<Layout, 'dialogs'>,
  { labelledBy, view, onDismiss }: Options,
): Dialog {
  const element = document.createElement('dialog');
  element.className = 'dialog';
  element.setAttribute('aria-labelledby', labelledBy);
  let isOpen = true;
  function update(): void {
    const focused = document.activeElement;
    const isInside = element.contains(focused);
    render(isOpen ? view() : nothing, element);
    // What had the focus is drawn anew, or is gone: the focus goes to where it was at first, and not out of the dialog.
    if (isInside && isOpen && !focused?.isConnected)
      element.querySelector<HTMLElement>('[autofocus]')?.focus();
  }

  element.addEventListener('close', () => {
    const isDismissed = isOpen;
    isOpen = false;
    element.remove();
    if (isDismissed) onDismiss();
  });
  layout.dialogs.append(element);
  update();
  element.showModal();

  return {
    update,
    close() {
      isOpen = false;
      element.close();
    },
  };
}
