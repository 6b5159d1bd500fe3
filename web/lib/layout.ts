/**
 * What is around every page: skip link, header, main, and the live regions that tell screen readers what changes by
 * itself. The header is in the first paint, made from what this browser remembers.
 */

import { pagePath } from '../../shared/page-path.ts';
import { headerLine } from './header.ts';
import { html, nothing, render, type View } from './html.ts';
import { type Person, rememberedPerson } from './viewer.ts';

/** So often the page is rendered again, because relative times such as “2 minutes ago” grow old. */
const REFRESH_MS = 30_000;

export type Layout = {
  readonly main: HTMLElement;
  /** The parent of all dialogs: a lock overlay covers them with the rest of the page, and `clear` removes them. */
  readonly dialogs: HTMLElement;
  /** Renders the page's view again. */
  update(): void;
  /** Who is signed in, for the header. */
  setPerson(person: Person | undefined): void;
  /** Lets the dot breathe while the page waits for something. */
  setWaiting(waiting: boolean): void;
  /** Says something to people who cannot see it change. */
  announce(sentence: string): void;
  /** Lays a lock overlay over the page, or lifts it: what is under it can be neither used nor focused. */
  setOverlay(overlay: View | undefined): void;
  /** Takes everything off the screen at once. */
  clear(): void;
};

/** Builds the document's frame and renders `view` into its main part. */
export function openLayout(view: () => View): Layout {
  let person = rememberedPerson();
  let waiting = false;
  let cleared = false;
  let focusedBefore: Element | null = null;

  render(frame(), document.body);
  const [header, main, dialogs] = [partOf('header'), partOf('main'), partOf('dialogs')];
  const [live, overlayPlace] = [partOf('live'), partOf('lock-overlay')];
  renderHeader();
  setInterval(() => document.visibilityState === 'visible' && update(), REFRESH_MS);
  addEventListener('offline', renderHeader);
  addEventListener('online', renderHeader);

  function renderHeader(): void {
    render(
      cleared
        ? nothing
        : html`${headerLine({ person, path: pagePath(location.pathname), waiting })}
          ${navigator.onLine ? nothing : html`<p class="offline" role="status">You are offline. What you see may be old.</p>`}`,
      header,
    );
  }

  function update(): void {
    render(cleared ? nothing : view(), main);
  }

  function setOverlay(overlay: View | undefined): void {
    const isDown = overlayPlace.childElementCount > 0;
    for (const part of [header, main, dialogs]) part.inert = overlay !== undefined;
    if (overlay !== undefined && !isDown) focusedBefore = document.activeElement;
    render(overlay ?? nothing, overlayPlace);
    if (overlay !== undefined && !isDown) overlayPlace.querySelector<HTMLElement>('[tabindex]')?.focus();
    if (overlay === undefined && isDown && focusedBefore instanceof HTMLElement) focusedBefore.focus();
  }

  return {
    main,
    dialogs,
    update,
    setPerson(next) {
      person = next;
      renderHeader();
    },
    setWaiting(next) {
      if (next === waiting) return;
      waiting = next;
      renderHeader();
    },
    announce(sentence) {
      // The same sentence twice is a change only if the region was empty in between.
      live.textContent = '';
      setTimeout(() => {
        live.textContent = sentence;
      }, 50);
    },
    setOverlay,
    clear() {
      cleared = true;
      dialogs.replaceChildren();
      setOverlay(undefined);
      renderHeader();
      update();
    },
  };
}

const partOf = (id: string): HTMLElement => {
  const part = document.getElementById(id);
  if (part === null) throw new Error(`the frame has no #${id}`);
  return part;
};

const frame = (): View => html`<a class="skip" href="#main">Skip to the content</a>
  <header id="header" class="header"></header>
  <main id="main" class="main" tabindex="-1"></main>
  <div id="dialogs"></div>
  <div id="live" class="visually-hidden" role="status" aria-live="polite"></div>
  <div id="lock-overlay" aria-live="assertive"></div>`;
