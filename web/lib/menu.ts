/**
 * A menu at a button (ARIA Authoring Practices, "Menu Button"): the browser's own popover, over everything, which Escape and
 * a press anywhere else close; the arrow keys, Home, End and first letters go through it.
 */
import { html, render, type View } from './html.ts';

export type MenuItem = {
  label: View | string;
  /** It takes something away. */
  isDanger?: boolean;
  /** Called when the menu is gone and its button has the focus again. */
  act(): void;
};

/** How far it stays from the window's edges, and from its button, in pixels. */
const [EDGE, GAP] = [8, 4];

/** A press on the button of an open menu closes it as a press elsewhere, and is not to open it again. */
const SAME_PRESS_MS = 1000;

/** Opens it; its name is its button's, which needs an id. */
export function openMenu(button: HTMLElement, items: readonly MenuItem[]): void {
  const { pressedAt } = button.dataset;
  const isSamePress = pressedAt !== undefined && performance.now() - Number(pressedAt) < SAME_PRESS_MS;
  delete button.dataset.pressedAt;
  // Or gone since it was pressed, and what the menu would be about.
  if (isSamePress || !button.isConnected) return;
  const open = new AbortController();
  const menu = document.createElement('div');
  menu.className = 'menu';
  menu.role = 'menu';
  menu.popover = 'auto';
  menu.setAttribute('aria-labelledby', button.id);
  render(items.map(itemView), menu);
  // Where a reader is who goes on from the button, and gone with what it is about.
  button.after(menu);

  menu.addEventListener('keydown', onKey);
  menu.addEventListener('beforetoggle', ({ newState }) => {
    if (newState === 'closed') closing();
  });
  addEventListener('scroll', hide, { passive: true, capture: true, signal: open.signal });
  addEventListener('resize', hide, open);
  button.addEventListener('pointerdown', notePress, open);
  button.ariaExpanded = 'true';
  menu.showPopover();
  place(menu, button);
  focusOn(0);

  function itemView({ label, isDanger, act }: MenuItem): View {
    const choose = () => {
      hide();
      act();
    };
    return html`<button
      class=${isDanger ? 'menu-item danger-text' : 'menu-item'}
      type="button"
      role="menuitem"
      tabindex="-1"
      @click=${choose}
    >${label}</button>`;
  }

  function notePress(): void {
    button.dataset.pressedAt = String(performance.now());
  }

  function hide(): void {
    if (menu.isConnected) menu.hidePopover();
    // It went with its button, without a word.
    else open.abort();
  }

  function closing(): void {
    open.abort();
    button.ariaExpanded = 'false';
    if (menu.contains(document.activeElement)) button.focus({ preventScroll: true });
    // Later, because it is about to be hidden.
    queueMicrotask(() => menu.remove());
  }

  function focusOn(at: number): void {
    const all = [...menu.querySelectorAll('button')];
    all.at(at % all.length)?.focus({ preventScroll: true });
  }

  function onKey(event: KeyboardEvent): void {
    const all = [...menu.querySelectorAll('button')];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const letter = event.key.toLocaleLowerCase();
    const next = [...all.slice(at + 1), ...all].find(({ textContent }) =>
      textContent.trim().toLocaleLowerCase().startsWith(letter),
    );
    if (event.key === 'ArrowDown') focusOn(at + 1);
    else if (event.key === 'ArrowUp') focusOn(at - 1);
    else if (event.key === 'Home') focusOn(0);
    else if (event.key === 'End') focusOn(-1);
    else if (event.key === 'Tab') hide();
    else if (letter.length === 1 && letter !== ' ' && next) next.focus({ preventScroll: true });
    else return;
    // The page has keys of its own.
    event.stopPropagation();
    if (event.key !== 'Tab') event.preventDefault();
  }
}

/** Below the button, or above it where there is no room, and inside the window; its end is the button's. */
function place(menu: HTMLElement, button: HTMLElement): void {
  const at = button.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const isBelow = at.bottom + GAP + height <= innerHeight - EDGE || at.top < height;
  const left = getComputedStyle(button).direction === 'rtl' ? at.left : at.right - width;
  menu.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
  menu.style.top = `${isBelow ? at.bottom + GAP : at.top - GAP - height}px`;
}
