/**
 * What is done in ten seconds, unless it is undone: a bar at the lower edge says so and offers that. It is done at once when
 * something else is to be, and when the page is left.
 */
import { errorSentence } from './error-sentence.ts';
import { focusOn } from './field.ts';
import { html, nothing, render, type View } from './html.ts';
import type { Layout } from './layout.ts';
import { messages } from './messages.ts';
import { quietBar } from './quiet-bar.ts';

/** So long it can be undone, and so long stands why it could not be done. */
const UNDO_MS = 10_000;

export type LaterAct = {
  /** What the bar says; and what is said to people who do not see it. */
  title: string;
  said: string;
  /** Does it; goes on when the page is left. */
  act(): Promise<unknown>;
  /** It is as it was before. */
  undone(): void;
  /** What is said then, and what if it fails. */
  backAgain: string;
  failed(why: string): string;
  /** Where the focus goes that the bar has had: the id of an element. */
  focusAfter(): string;
};

type Pending = { layout: Pick<Layout, 'announce'>; later: LaterAct; timer: ReturnType<typeof setTimeout> };

let pending: Pending | undefined;

/** Does something later. The page shows it as done already; the focus is on the button that undoes it. */
export function doLater(layout: Pick<Layout, 'announce'>, later: LaterAct): void {
  finish();
  pending = { layout, later, timer: setTimeout(finish, UNDO_MS) };
  addEventListener('pagehide', finish);
  const button = html`<button class="button small quiet" id="undo" type="button" @click=${undo}>
    ${messages.threads.undo}
  </button>`;
  show(later.title, quietBar(later.title, '', button));
  focusOn('undo');
  layout.announce(later.said);
}

function undo(): void {
  const due = taken();
  if (due === undefined) return;
  due.later.undone();
  focusOn(due.later.focusAfter());
  due.layout.announce(due.later.backAgain);
}

function finish(): void {
  const hadFocus = barPlace().contains(document.activeElement);
  const due = taken();
  if (due === undefined) return;
  const { later, layout } = due;
  if (hadFocus) focusOn(later.focusAfter());
  later.act().catch((error: unknown) => {
    later.undone();
    const why = later.failed(errorSentence(error));
    layout.announce(why);
    if (pending !== undefined) return;
    show(why, quietBar('', why));
    setTimeout(() => pending === undefined && render(nothing, barPlace()), UNDO_MS);
  });
}

/** Takes the bar away, and what it was about. */
function taken(): Pending | undefined {
  const due = pending;
  pending = undefined;
  clearTimeout(due?.timer);
  removeEventListener('pagehide', finish);
  if (due !== undefined) render(nothing, barPlace());
  return due;
}

/** Something to press on, and so a part of the page that can be found, for as long as it is there. */
function show(label: string, bar: View): void {
  render(html`<section aria-label=${label}>${bar}</section>`, barPlace());
}

/** Among the dialogs, so that a lock covers it, and whatever clears the page takes it along. */
function barPlace(): HTMLElement {
  const known = document.getElementById('undo-bar');
  if (known !== null) return known;
  const place = document.createElement('div');
  place.id = 'undo-bar';
  document.getElementById('dialogs')?.append(place);
  return place;
}
