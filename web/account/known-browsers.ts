/** The browsers that the account knows, which may ring the phone, and forgetting one. */
import { repeat } from 'lit-html/directives/repeat.js';
import type { BrowserResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { ApiError, call } from '../lib/api.ts';
import { browserName } from '../lib/browser-name.ts';
import { fetched } from '../lib/fetched.ts';
import { errorLine, focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { timeView } from '../lib/time.ts';

export type KnownBrowsers = { load(): Promise<void>; view(): View };

const TITLE = 'known-browsers-title';
/** How many are shown before somebody asks for all of them. */
const SHOWN = 5;

/** The list; nothing is asked for until `load`, which may be repeated. */
export function knownBrowsers(layout: Layout): KnownBrowsers {
  const list = fetched<BrowserResponse[]>(layout, { failed: messages.common.listFailed, rows: 2, ask });
  const forgetting = action(layout.update);
  let showsAll = false;

  async function forget(known: BrowserResponse): Promise<void> {
    const { id } = known;
    const isDone = await forgetting.run(async () => {
      await call('browser-forget', { params: { browserId: id } }).catch(ignoreWhatIsForgotten);
      list.value = list.value?.filter((item) => item.id !== id);
      layout.announce(messages.account.forgotten(browserName(known)));
    }, id);
    focusOn(isDone ? TITLE : `${id}-forget`);
  }

  function showAll(): void {
    showsAll = true;
    layout.update();
    focusOn(TITLE);
  }

  return {
    load: list.load,
    view: () => html`<section class="group" aria-labelledby=${TITLE}>
      <h2 id=${TITLE} tabindex="-1">${messages.account.known}</h2>
      <p class="muted small group-lead">${messages.account.knownLead}</p>
      ${list.view(listView)}
    </section>`,
  };

  function listView(items: BrowserResponse[]): View {
    if (items.length === 0) return html`<p class="muted small">${messages.account.noneKnown}</p>`;
    const shown = showsAll ? items : items.slice(0, SHOWN);
    return html`<ul class="card entries">
        ${repeat(shown, ({ id }) => id, itemView)}
      </ul>
      ${
        shown.length === items.length
          ? nothing
          : html`<button class="button small quiet" type="button" @click=${showAll}>${messages.account.showAll(items.length)}</button>`
      }`;
  }

  function itemView(known: BrowserResponse): View {
    const { id, place, createdAt, lastUsedAt, current } = known;
    const since = timeView(createdAt);
    return html`<li class="entry" id=${id}>
      <div class="entry-words">
        <p class="entry-title" id="${id}-title">
          ${browserName(known)} ${current ? html`<span class="badge">${messages.account.thisOne}</span>` : nothing}
        </p>
        <p class="muted small">
          ${place === null ? messages.account.knownSince(since) : messages.account.knownAt(place, since)} ·
          ${messages.account.lastSignedIn(timeView(lastUsedAt))}
        </p>
        ${errorLine(forgetting.errorOf(id))}
      </div>
      <div class="entry-buttons">
        <button
          class="button small quiet"
          id="${id}-forget"
          type="button"
          aria-disabled=${forgetting.isBusyWith(id)}
          aria-describedby="${id}-title"
          @click=${() => void forget(known)}
        >
          ${messages.account.forget}
        </button>
      </div>
    </li>`;
  }
}

/** The browser in front of somebody is the one they know; it comes first. */
async function ask(): Promise<BrowserResponse[]> {
  const { items } = await call('browsers');
  return items.sort((a, b) => Number(b.current) - Number(a.current));
}

/** One that was forgotten in the meantime is what was asked for. */
function ignoreWhatIsForgotten(error: unknown): void {
  if (!(error instanceof ApiError && error.code === 'not_found')) throw error;
}
