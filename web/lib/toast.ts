/** What is said for a while at the lower edge, over the page and not in it: nothing moves when it comes and goes. */

/** So long a sentence can be read, and its reader has looked there. */
const SHOWN_MS = 6000;

/** Says it, also to whoever does not see it; the next one takes its place, whichever script says that. */
export function toast(sentence: string): void {
  const place = document.querySelector<HTMLElement>('#dialogs > .toast') ?? emptyPlace();
  // Taken away with all else when a page is cleared.
  if (!place.isConnected) document.getElementById('dialogs')?.append(place);
  const turn = String(performance.now());
  place.dataset.turn = turn;
  place.textContent = '';
  // The same sentence twice is a change only if the region was there, and empty, in between.
  later(50, sentence, () => later(SHOWN_MS, ''));

  function later(ms: number, text: string, next?: () => void): void {
    setTimeout(() => {
      if (place.dataset.turn !== turn) return;
      place.textContent = text;
      next?.();
    }, ms);
  }
}

function emptyPlace(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'toast';
  element.role = 'status';
  return element;
}
