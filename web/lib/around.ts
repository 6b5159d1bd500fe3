/**
 * What is around every page: skip link, navigation, main, and the live regions that tell screen readers what changes by
 * itself. The navigation is in the first paint, made from what this browser remembers. Pages open it by `layout.ts`.
 */

import { pagePath } from '../../shared/page-path.ts';
import type { StatusResponse } from '../../shared/responses.ts';
import { chosenLanguage, noteVisitor } from './first-paint.ts';
import { frame } from './frame.ts';
import { type Badges, badgeText, headerLine } from './header.ts';
import { nothing, render, type View } from './html.ts';
import { language, messages } from './messages.ts';
import type { PlaceName } from './places.ts';
import { quietBar } from './quiet-bar.ts';
import { isAnyPhone } from './remembered-account.ts';
import { applyTheme } from './theme.ts';
import { forgetDrawnTimes, keepDrawnTimes } from './time.ts';
import { type Person, rememberedPerson } from './viewer.ts';
import { watchApprovals } from './waiting-approvals.ts';

/** So often the page is rendered again, because relative times such as “2 minutes ago” grow old. */
const REFRESH_MS = 30_000;

export type Layout = {
  readonly main: HTMLElement;
  /** The parent of all dialogs: a lock overlay covers them with the rest of the page, and `clear` removes them. */
  readonly dialogs: HTMLElement;
  /** Renders the page's view again. */
  update(): void;
  /** Who is signed in, for the header, and how much waits there to be read, if that is known. */
  setPerson(person: Person | undefined, unread?: StatusResponse['unread']): void;
  /** Says at a place of the navigation how many things wait there. */
  setBadge(place: PlaceName, count: number): void;
  /** Lets the dot breathe while the page waits for something. */
  setWaiting(waiting: boolean): void;
  /** Says something to people who cannot see it change. */
  announce(sentence: string): void;
  /** Lays a lock overlay over the page, or lifts it: what is under it can be neither used nor focused. */
  setOverlay(overlay: View | undefined): void;
  /** Says at the lower edge what does not work for now, or takes that away; the page goes on as it is. */
  setBar(bar: View | undefined): void;
  /** Takes everything off the screen at once. */
  clear(): void;
};

/**
 * Builds the document's frame and renders `view` into its main part.
 * @param fetchFooter the code of the footer, for whoever is not signed in
 */
export function openAround(view: () => View, fetchFooter: () => Promise<() => View>): Layout {
  let person = rememberedPerson();
  let waiting = false;
  let cleared = false;
  let focusedBefore: Element | null = null;
  let isPhone = isAnyPhone();
  const badges: Badges = {};
  let bar: View | undefined;
  let footerView: (() => View) | undefined;
  let isFetching = false;

  const broughtFooter = takeOver();
  tellWorker();
  render(frame(), document.body);
  const [header, main, footer] = [partOf('header'), partOf('main'), partOf('footer')];
  const [dialogs, live] = [partOf('dialogs'), partOf('live')];
  const [overlayPlace, barPlace] = [partOf('lock-overlay'), partOf('quiet-bar')];
  if (person === undefined) footer.replaceChildren(...broughtFooter);
  renderAround();
  setInterval(refresh, REFRESH_MS);
  renderBar();
  addEventListener('offline', renderBar);
  addEventListener('online', renderBar);
  if (isPhone) followApprovals();

  function refresh(): void {
    if (document.visibilityState !== 'visible') return;
    forgetDrawnTimes();
    update();
  }

  /** What depends on who is signed in: the header, and the footer for whoever is not. */
  function renderAround(): void {
    const line = { person, path: pagePath(location.pathname), waiting, isPhone, badges };
    render(cleared ? nothing : headerLine(line), header);
    renderTitle();
    const isFor = !cleared && person === undefined;
    if (footerView !== undefined) render(isFor ? footerView() : nothing, footer);
    else if (!isFor) footer.replaceChildren();
    else if (footer.childElementCount === 0) void completeFooter();
    // What the document came with needs its code only where somebody chooses.
    else footer.onclick = ({ target }) => void completeFooter((target as HTMLElement).lang);
  }

  /** @param pressed the language that was pressed before there was code for that */
  async function completeFooter(pressed = ''): Promise<void> {
    if (isFetching) return;
    isFetching = true;
    footerView = await fetchFooter().catch(() => undefined);
    isFetching = false;
    if (footerView === undefined) return;
    footer.onclick = null;
    footer.replaceChildren();
    renderAround();
    if (pressed) footer.querySelector<HTMLElement>(`[lang="${pressed}"]`)?.click();
  }

  function renderBar(): void {
    const isOffline = !navigator.onLine && !cleared;
    const offline = () => quietBar(messages.layout.offline, messages.layout.offlineMore);
    render(bar ?? (isOffline ? offline() : nothing), barPlace);
  }

  function followApprovals(): void {
    watchApprovals((count) => {
      if (isPhone && count === (badges.approve ?? 0)) return;
      if (count && !badges.approve) announce(messages.layout.browserWaits);
      isPhone = count !== undefined;
      setBadge('approve', count ?? 0);
    });
  }

  function setBadge(place: PlaceName, count: number): void {
    badges[place] = count;
    renderAround();
  }

  /** What waits to be read stands before what the page is called, which it may say anew at any time. */
  function renderTitle(): void {
    const count = (badges.notices ?? 0) + (badges.messages ?? 0);
    const bare = document.title.replace(/^\(\S+\) /, '');
    document.title = count && !cleared ? `(${badgeText(count)}) ${bare}` : bare;
  }

  function announce(sentence: string): void {
    // The same sentence twice is a change only if the region was empty in between.
    live.textContent = '';
    setTimeout(() => {
      live.textContent = sentence;
    }, 50);
  }

  function update(): void {
    render(cleared ? nothing : view(), main);
    renderTitle();
  }

  function setOverlay(overlay: View | undefined): void {
    const isDown = overlayPlace.childElementCount > 0;
    for (const part of [header, main, footer, dialogs, barPlace]) part.inert = overlay !== undefined;
    if (overlay !== undefined && !isDown) focusedBefore = document.activeElement;
    render(overlay ?? nothing, overlayPlace);
    if (overlay !== undefined && !isDown) overlayPlace.querySelector<HTMLElement>('[tabindex]')?.focus();
    if (overlay === undefined && isDown && focusedBefore instanceof HTMLElement) focusedBefore.focus();
  }

  function setBar(next: View | undefined): void {
    bar = next;
    renderBar();
  }

  return {
    main,
    dialogs,
    update,
    setPerson(next, unread) {
      person = next;
      Object.assign(badges, unread);
      renderAround();
    },
    setBadge,
    setWaiting(next) {
      if (next === waiting) return;
      waiting = next;
      renderAround();
    },
    announce,
    setOverlay,
    setBar,
    clear() {
      cleared = true;
      dialogs.replaceChildren();
      setOverlay(undefined);
      setBar(undefined);
      renderAround();
      update();
    },
  };
}

/**
 * What the document came with makes way, in the same step in which the page draws the same by its own, so that nobody sees
 * a change; what has the focus has it again. A link is all that can, before a script runs.
 * @returns what its footer had in it
 */
function takeOver(): ChildNode[] {
  const { activeElement, body, documentElement } = document;
  const address = body.contains(activeElement) ? activeElement?.getAttribute('href') : null;
  keepDrawnTimes();
  const footer = [...(document.getElementById('footer')?.childNodes ?? [])];
  body.replaceChildren();
  // Who was here was for the document's content (`first-paint.ts`); a browser may have lost the cookie that said it.
  delete documentElement.dataset.visitor;
  applyTheme();
  noteVisitor();
  // A page that a browser goes back to may be of before another language was chosen.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && (chosenLanguage() ?? language) !== language) location.reload();
  });
  if (address) {
    queueMicrotask(() => {
      const same = [...document.links].find((link) => link.getAttribute('href') === address);
      same?.focus({ preventScroll: true });
    });
  }
  return footer;
}

/** The offline page is kept in the language that is read. */
function tellWorker(): void {
  try {
    navigator.serviceWorker?.controller?.postMessage({ language });
  } catch {
    // A browser that blocks site data may refuse the very look at it.
  }
}

const partOf = (id: string): HTMLElement => {
  const part = document.getElementById(id);
  if (part === null) throw new Error(`the frame has no #${id}`);
  return part;
};
