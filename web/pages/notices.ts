/** Notices: what somebody is told, and read by seeing it. */

import { repeat } from 'lit-html/directives/repeat.js';
import type { NoticeResponse } from '../../shared/responses.ts';
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { emptyView } from '../lib/empty-view.ts';
import { html, type View } from '../lib/html.ts';
import { openLayout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { paged } from '../lib/paged.ts';
import { watchSession } from '../lib/session-watch.ts';
import { noticeView } from '../notices/notice-view.ts';

/** Whoever has had them before their eyes for so long has seen them. */
const SEEN_AFTER_MS = 1000;

/** The newest that has come, and the newest that was seen. */
let newest: NoticeResponse['id'] | undefined;
let seen: NoticeResponse['id'] | undefined;
/** Those that were new when they came: they stay marked until the page is left. */
const marked = new Set<string>();
let timer: ReturnType<typeof setTimeout> | undefined;
/** Whether all that was new at some time has come. */
let hasCome = false;

const layout = openLayout(view);
const notices = paged<NoticeResponse>(layout, {
  async ask(cursor) {
    const page = await call('notices', { query: { cursor } });
    for (const { id, isNew } of page.items) if (isNew) marked.add(id);
    if (cursor === undefined) newest = page.newest ?? undefined;
    return page;
  },
  failed: messages.notices.failed,
  came: (more) => messages.notices.moreCame(more),
  isEndless: true,
});
layout.update();

watchSession({ ...layout, setPerson }, { required: true, onPerson: () => void come(notices.load) });
document.addEventListener('visibilitychange', noteSeen);

/** What has come since is shown where it is, for one who looks. */
function setPerson(...[person, unread]: Parameters<typeof layout.setPerson>): void {
  layout.setPerson(person, unread);
  if (unread?.notices && newest === seen && hasCome) void come(notices.renew);
}

async function come(ask: () => Promise<void>): Promise<void> {
  hasCome = false;
  await ask();
  hasCome = true;
  noteSeen();
}

/** Once they have been on the screen for a second. */
function noteSeen(): void {
  clearTimeout(timer);
  if (newest === undefined || newest === seen || document.visibilityState !== 'visible') return;
  timer = setTimeout(() => void read(newest as NoticeResponse['id']), SEEN_AFTER_MS);
}

async function read(upTo: NoticeResponse['id']): Promise<void> {
  const before = seen;
  seen = upTo;
  try {
    await call('notices-read', { body: { upTo } });
    layout.setBadge('notices', 0);
  } catch (error) {
    if (!(error instanceof ApiError || error instanceof Unreachable)) throw error;
    // They are still unread there, and are noted when one looks again.
    seen = before;
  }
}

function view(): View {
  return html`<h1>${messages.notices.title}</h1>
    ${notices.view(listView, noNotices)}`;
}

const listView = (
  items: NoticeResponse[],
): View => html`<ul class="told-list" aria-label=${messages.notices.title}>
  ${repeat(
    items,
    ({ id }) => id,
    (notice) => noticeView(notice, marked.has(notice.id)),
  )}
</ul>`;

function noNotices(): View {
  return emptyView(messages.notices.none, messages.notices.noneMore);
}
