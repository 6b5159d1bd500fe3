/** What is said for a while at the lower edge, over the page and not in it: nothing moves when it comes and goes. */

/** So long a sentence can be read, and its reader has looked there. */
const SHOWN_MS = 6000;

let place: HTMLElement | undefined;
let hiding: ReturnType<typeof setTimeout> | undefined;

/** Says it, also to whoever does not see it; the next one takes its place. */
export function toast(sentence: string): void {
  place ??= emptyPlace();
  // Taken away with all else when a page is cleared.
  if (!place.isConnected) document.getElementById('dialogs')?.append(place);
  const said = place;
  said.textContent = '';
  clearTimeout(hiding);
  // The same sentence twice is a change only if the region was there, and empty, in between.
  hiding = setTimeout(() => {
    said.textContent = sentence;
    hiding = setTimeout(() => {
      said.textContent = '';
    }, SHOWN_MS);
  }, 50);
}

function emptyPlace(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'toast';
  element.role = 'status';
  return element;
}
