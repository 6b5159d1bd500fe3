/** Messages: one's conversations, and the one that is open. */
import { pagePath } from '../../shared/page-path.ts';
import { chatList } from '../chats/chat-list.ts';
import { type Conversation, conversation } from '../chats/conversation.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { watchSession } from '../lib/session-watch.ts';
import { skeletonList } from '../lib/skeleton.ts';
import { whileVisible } from '../lib/while-visible.ts';

/** How often somebody who looks is told what is new. */
const LOOK_EVERY_MS = 10_000;
/** The same of the list beside an open conversation. */
const LOOK_BESIDE_EVERY_MS = 30_000;

const [, , username] = pagePath(location.pathname).toLowerCase().split('/');
/** Where the list has room beside a conversation. */
const wide = matchMedia('(min-width: 1000px)');

const layout = openLayout(view);
const list = chatList(layout, username);
let open: Conversation | undefined;
let isKnown = false;
let isListed = false;
layout.update();

const hasList = (): boolean => username === undefined || wide.matches;

watchSession(layout, {
  required: true,
  onPerson(person) {
    if (person === undefined) return;
    isKnown = true;
    if (username !== undefined) {
      open = conversation(layout, { own: person.username, username, onMoved: () => void renewList() });
      if (username !== person.username) whileVisible(LOOK_EVERY_MS, look(open.look));
    }
    whileVisible(username === undefined ? LOOK_EVERY_MS : LOOK_BESIDE_EVERY_MS, look(renewList));
    wide.addEventListener('change', () => {
      void renewList();
      layout.update();
    });
  },
});

document.addEventListener('visibilitychange', () => open?.noteSeen());

const look = (ask: () => Promise<void>) => async (): Promise<undefined> => {
  await ask();
};

/** The list beside a conversation moves with it. */
async function renewList(): Promise<void> {
  if (!hasList()) return;
  const isFirst = !isListed;
  isListed = true;
  await (isFirst ? list.load() : list.renew());
}

function view(): View {
  if (!isKnown) return skeletonList();
  return html`<div class=${username === undefined ? 'chats' : 'chats chat-open'}>
    ${hasList() ? listView() : nothing}
    <div class="chat">${open?.view() ?? (list.hasAny() ? html`<p class="muted chat-choose">${messages.chats.choose}</p>` : nothing)}</div>
  </div>`;
}

function listView(): View {
  const title = messages.chats.title;
  return html`<section class="chats-list" aria-labelledby="chats-title">
    ${username === undefined ? html`<h1 id="chats-title">${title}</h1>` : html`<h2 id="chats-title">${title}</h2>`}
    ${list.view()}
  </section>`;
}
