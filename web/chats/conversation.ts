/** What two people wrote to each other: the newest at the bottom, earlier ones above when one goes there. */
import { repeat } from 'lit-html/directives/repeat.js';
import type { AnswerBody, MessageResponse } from '../../shared/responses.ts';
import { byDay } from '../activity/days.ts';
import { action } from '../lib/action.ts';
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { avatar } from '../lib/avatar.ts';
import { serverNow } from '../lib/clock.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { nameView } from '../lib/name-view.ts';
import { joined } from '../lib/paged.ts';
import { failedView, skeletonList } from '../lib/skeleton.ts';
import { backIcon } from './icons.ts';
import { messageComposer } from './message-composer.ts';
import { type MessageDeletion, messageView, outgoingView, type Shown } from './message-view.ts';
import { type Outgoing, outbox } from './outbox.ts';
import { inRuns, type Placed } from './runs.ts';

/** Whoever is so near the end sees what comes; and so near the beginning, in pixels, wants more of it. */
const NEAR = 80;

export type Conversation = {
  /** Looks what is new, without a word. */
  look(): Promise<void>;
  /** Notes what is on the screen as read. */
  noteSeen(): void;
  view(): View;
};

/** @param onMoved there is another last message, or none is unread any more */
export function conversation(
  layout: Layout,
  { own, username, onMoved }: { own: string; username: string; onMoved(): void },
): Conversation {
  /** Newest first, as they come. */
  let items: MessageResponse[] = [];
  let around: Omit<AnswerBody<'chat'>, 'items' | 'next'> | 'none' | undefined;
  let next: string | null = null;
  let error: string | undefined;
  /** Where begins what was unread when one came. */
  let newFrom: string | undefined;
  let asking: string | undefined;
  /** Whatever was asked before the last change here is older than that. */
  let changes = 0;
  let isMarking = false;
  const loadingEarlier = action(layout.update);
  const deleting = action(layout.update);
  const params = { username };
  const box = outbox({
    own,
    other: username,
    redraw: layout.update,
    onSent(message) {
      change(joined([message], items));
      newFrom = undefined;
      onMoved();
    },
  });
  const composer = messageComposer(layout, { box, whoReads, onSend: () => toEnd() });

  function change(changed: MessageResponse[]): void {
    changes++;
    items = changed;
    layout.update();
  }

  async function look(): Promise<void> {
    const before = changes;
    try {
      const page = await call('chat', { params });
      if (before === changes) take(page);
    } catch (thrown) {
      if (thrown instanceof ApiError && thrown.code === 'not_found') around = 'none';
      else if (around === undefined) error = errorSentence(thrown);
      else if (!(thrown instanceof ApiError || thrown instanceof Unreachable)) throw thrown;
    }
    layout.update();
    noteSeen();
  }

  function take({ items: newest, next: cursor, ...rest }: AnswerBody<'chat'>): void {
    const isFirst = around === undefined;
    const [seen] = items;
    const overlap = items.findIndex(({ id }) => id === newest.at(-1)?.id);
    const older = overlap < 0 ? [] : items.slice(overlap + 1);
    around = rest;
    error = undefined;
    if (isFirst) newFrom = newest.filter(isTheirs)[rest.unread - 1]?.id;
    if (isFirst || older.length === 0) next = cursor;
    keepingPlace(() => {
      items = [...newest, ...older];
      layout.update();
    });
    if (isFirst) document.title = `${messages.chats.with(rest.with.displayName)} · Nod`;
    else if (seen?.id !== newest[0]?.id) onMoved();
  }

  /** What is being read stays where it is, whatever comes below it. */
  function keepingPlace(draw: () => void): void {
    const before = log();
    const [height, top] = [before?.scrollHeight ?? 0, before?.scrollTop ?? 0];
    draw();
    const after = log();
    // It is counted from the end, which is 0.
    if (after !== null && top < -NEAR) after.scrollTop = top - (after.scrollHeight - height);
  }

  async function earlier(): Promise<void> {
    const cursor = next;
    if (cursor === null) return;
    await loadingEarlier.run(async () => {
      const page = await call('chat', { params, query: { cursor } });
      changes++;
      next = page.next;
      items = joined(items, page.items);
      layout.announce(messages.chats.earlierCame(page.items.length));
    });
  }

  function onScroll(): void {
    const it = log();
    if (it === null) return;
    const above = it.scrollHeight - it.clientHeight + it.scrollTop;
    if (above < NEAR && !loadingEarlier.isBusy && loadingEarlier.error === undefined) void earlier();
    noteSeen();
  }

  function noteSeen(): void {
    const [newest] = items;
    const it = log();
    if (around === undefined || around === 'none' || newest === undefined || it === null) return;
    if (around.unread === 0 || isMarking || document.visibilityState !== 'visible') return;
    if (it.scrollTop < -NEAR || !it.checkVisibility()) return;
    isMarking = true;
    void mark(newest.id).finally(() => {
      isMarking = false;
    });
  }

  async function mark(to: string): Promise<void> {
    try {
      await call('chat-read', { params, body: { to: to as `msg_${string}` } });
      changes++;
      if (around !== undefined && around !== 'none') around.unread = 0;
      onMoved();
    } catch (thrown) {
      // The next look finds it unread, and notes it again.
      if (!(thrown instanceof ApiError || thrown instanceof Unreachable)) throw thrown;
    }
  }

  function toEnd(): void {
    const it = log();
    if (it !== null) it.scrollTop = 0;
  }

  async function remove(id: string): Promise<void> {
    await deleting.run(async () => {
      await call('message-delete', { params: { ...params, messageId: id } }).catch(ignoreWhatIsGone);
      asking = undefined;
      change(
        items.map((one) => {
          if (one.id !== id) return one;
          const { body: _, ...rest } = one;
          return { ...rest, deletedAt: new Date(serverNow()).toISOString() };
        }),
      );
      layout.announce(messages.chats.wasDeleted);
      focusOn(id);
      onMoved();
    });
  }

  function ask(id: string | undefined): void {
    asking = id;
    deleting.reset();
  }

  function deletionOf({ id, mine, body }: Shown): MessageDeletion | undefined {
    if (!mine || body === undefined) return undefined;
    return {
      isAsking: asking === id,
      isDeleting: deleting.isBusy,
      error: deleting.error,
      ask() {
        ask(id);
        focusOn(`${id}-keep`);
      },
      keep() {
        ask(undefined);
        focusOn(`${id}-delete`);
      },
      delete: () => void remove(id),
    };
  }

  const name = (): string => (around === undefined || around === 'none' ? username : around.with.displayName);

  function whoReads(): View {
    return messages.chats.whoReads(nameView(name()));
  }

  function view(): View {
    if (username === own) return noConversation(messages.chats.yourself, messages.chats.yourselfMore);
    if (around === 'none') return noConversation(messages.problems.codes.not_found({ what: 'user' }), '');
    if (error !== undefined && around === undefined)
      return failedView(messages.chats.failed, error, () => void look());
    return html`${headView()}
      <div
        class="chat-log"
        id="chat-log"
        role="log"
        tabindex="0"
        aria-label=${messages.chats.with(name())}
        aria-live=${around === undefined || loadingEarlier.isBusy ? 'off' : 'polite'}
        @scroll=${onScroll}
      >
        <div class="chat-flow">${around === undefined ? skeletonList(3) : flowView()}</div>
      </div>
      ${
        around?.blocked
          ? html`<p class="muted chat-blocked">${messages.chats.blocked}</p>
              <p class="muted chat-note">${whoReads()}</p>`
          : composer.view()
      }`;
  }

  function headView(): View {
    const person =
      around === undefined || around === 'none' ? { username, displayName: username } : around.with;
    return html`<header class="chat-head">
      <a class="chat-back" href="/messages">${backIcon()}<span class="visually-hidden">${messages.chats.back}</span></a>
      <a class="chat-with" href="/@${username}">
        ${avatar(person)}
        <span class="chat-names">
          <h1>${nameView(person.displayName)}</h1>
          <span class="muted small" translate="no">@${username}</span>
        </span>
      </a>
    </header>`;
  }

  function flowView(): View {
    const shown: (Shown | (Outgoing & Shown))[] = [
      ...items.map(({ createdAt, ...message }) => ({ ...message, at: createdAt })).reverse(),
      ...box.list().map((one) => ({ ...one, id: `unsent-${one.key}`, mine: true })),
    ];
    if (shown.length === 0)
      return html`<p class="muted chat-nothing">${messages.chats.nothingYet(nameView(name()))}</p>`;
    return html`${earlierView()}
      ${repeat(
        byDay(shown),
        ({ title }) => title,
        ({ title, entries }) => html`<section class="chat-day" aria-label=${title}>
          <h2 class="chat-day-title">${title}</h2>
          ${repeat(
            inRuns(entries),
            ({ message }) => message.id,
            (placed) => html`${newLine(placed.message.id)} ${oneView(placed)}`,
          )}
        </section>`,
      )}`;
  }

  function oneView({ message, isLast }: Placed<Shown | (Outgoing & Shown)>): View {
    if (!('key' in message)) return messageView({ message, isLast }, name(), deletionOf(message));
    const { key } = message;
    return outgoingView(
      { message, isLast },
      { again: () => box.again(key), discard: () => box.discard(key) },
    );
  }

  const newLine = (id: string): View =>
    id === newFrom ? html`<p class="chat-new"><span>${messages.chats.newOnes}</span></p>` : nothing;

  function earlierView(): View {
    if (next === null) return nothing;
    const { isBusy, error: failure } = loadingEarlier;
    return html`${failure === undefined ? nothing : html`<p class="error" role="alert">${failure}</p>`}
      <p class="under-list">
        <button class="button small quiet" type="button" aria-disabled=${isBusy} @click=${() => void earlier()}>
          ${messages.chats.earlier}
        </button>
      </p>`;
  }

  return { look, noteSeen, view };
}

/** What may be unread. */
const isTheirs = ({ mine, body }: MessageResponse): boolean => !mine && body !== undefined;

const log = (): HTMLElement | null => document.getElementById('chat-log');

function noConversation(title: string, more: string): View {
  return html`<div class="empty tall">
    <h1>${title}</h1>
    <p class="muted">${more}</p>
    <a class="button quiet" href="/messages">${messages.chats.back}</a>
  </div>`;
}

/** A repeat after a lost answer, or another tab: what is not there is deleted. */
function ignoreWhatIsGone(error: unknown): void {
  if (!(error instanceof ApiError && error.code === 'not_found')) throw error;
}
