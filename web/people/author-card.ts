/**
 * A card over an author's name or picture: who that is, before one goes there. It comes when the pointer rests on it, when
 * it has the focus, and by a long press; it takes no focus, stays while the pointer is on it, and goes with Escape (WCAG
 * 1.4.13). What it takes to draw it is fetched with the first one.
 */
import { call } from '../lib/api.ts';
import { lazyImport } from '../lib/lazy-import.ts';

/** A pointer that only passes by asks for nothing. */
const REST_MS = 400;
/** So long the pointer may take from the name to the card. */
const LEAVE_MS = 200;

const AUTHORS = 'a.p-author, a.in-text[href^="/@"]';

/** Has cards come over the authors' names of this document. */
export function watchAuthors(): void {
  let card: HTMLElement | undefined;
  let over: HTMLAnchorElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function hide(): void {
    clearTimeout(timer);
    card?.remove();
    over?.removeAttribute('aria-describedby');
    card = undefined;
    over = undefined;
  }

  function showSoon(author: HTMLAnchorElement): void {
    clearTimeout(timer);
    if (author === over) return;
    timer = setTimeout(() => void show(author), REST_MS);
  }

  async function show(author: HTMLAnchorElement): Promise<void> {
    hide();
    over = author;
    const username = author.pathname.slice('/@'.length);
    try {
      const [{ cardOver }, profile] = await Promise.all([
        lazyImport(() => import('./author-card-view.ts')),
        call('user', { params: { username } }),
      ]);
      if (over === author && author.isConnected) card = cardOver(author, profile);
    } catch {
      // The link still leads to the page, which says what is wrong.
      if (over === author) over = undefined;
    }
  }

  function leave(): void {
    // What the focus has brought stays as long as the focus does.
    if (over !== undefined && over === document.activeElement) return;
    clearTimeout(timer);
    timer = setTimeout(hide, LEAVE_MS);
  }

  const authorAt = ({ target }: Event): HTMLAnchorElement | null =>
    target instanceof Element ? target.closest<HTMLAnchorElement>(AUTHORS) : null;
  const isOnCard = ({ target }: Event): boolean => target instanceof Node && card?.contains(target) === true;

  addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const author = authorAt(event);
    if (isOnCard(event)) clearTimeout(timer);
    else if (author !== null) showSoon(author);
    else leave();
  });
  addEventListener('focusin', (event) => {
    const author = authorAt(event);
    if (author?.matches(':focus-visible')) showSoon(author);
    else if (!isOnCard(event)) hide();
  });
  addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
  // A touch that rests, which a phone also says as the wish for a menu, is one for the card.
  addEventListener('contextmenu', (event) => {
    const author = authorAt(event);
    if (author === null || (event as PointerEvent).pointerType !== 'touch') return;
    event.preventDefault();
    void show(author);
  });
  addEventListener('pointerdown', (event) => {
    if (card !== undefined && !isOnCard(event)) hide();
  });
  addEventListener('scroll', () => card && hide(), { passive: true });
}
