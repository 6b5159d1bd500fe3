/** The list of those whom somebody has muted or blocked. What is taken back stays on the page, to be put back. */

import { repeat } from 'lit-html/directives/repeat.js';
import type { HiddenPersonResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { avatar } from '../lib/avatar.ts';
import { emptyView } from '../lib/empty-view.ts';
import { errorLine } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { paged } from '../lib/paged.ts';
import { changed, type HideAct, sentenceOf } from './hide-acts.ts';

/** `was`: how it stood when the page came. */
type Row = HiddenPersonResponse & { id: string; was: Pick<HiddenPersonResponse, 'muted' | 'blocked'> };

export function hiddenPeople(layout: Layout) {
  const acting = action(layout.update);
  const list = paged<Row>(layout, {
    ask: async (cursor) => {
      const { items, next } = await call('hides', { query: { cursor } });
      return { items: items.map(rowOf), next };
    },
    failed: messages.hides.notLoaded,
    came: (count) => messages.hides.more(count),
  });
  return { load: list.load, view: () => list.view(listView, empty) };

  async function act(row: Row, what: HideAct): Promise<void> {
    const isDone = await acting.run(async () => {
      await call(what, { params: { username: row.username } });
      list.items = list.items.map((one) => (one.id === row.id ? { ...one, ...changed(one, what) } : one));
    }, row.id);
    if (isDone) layout.announce(sentenceOf(what, `@${row.username}`));
  }

  function listView(rows: Row[]): View {
    return html`<ul class="card entries hidden-people">${repeat(rows, ({ id }) => id, rowView)}</ul>`;
  }

  function rowView(row: Row): View {
    const { id, username, displayName, was, muted, blocked } = row;
    return html`<li class="entry hidden-person" id=${id} tabindex="-1">
      ${avatar(row)}
      <div class="entry-words">
        <p class="entry-title">
          <a href="/@${username}"><bdi translate="no">${displayName}</bdi></a>
          ${blocked ? html`<span class="badge">${messages.hides.blocked}</span>` : nothing}
          ${muted ? html`<span class="badge">${messages.hides.muted}</span>` : nothing}
        </p>
        <p class="muted small" translate="no" id="${id}-name">@${username}</p>
        ${errorLine(acting.errorOf(id))}
      </div>
      <div class="entry-buttons">
        ${was.blocked ? button(row, blocked ? 'unblock' : 'block') : nothing}
        ${was.muted ? button(row, muted ? 'unmute' : 'mute') : nothing}
      </div>
    </li>`;
  }

  function button(row: Row, what: HideAct): View {
    const words = { unblock: messages.hides.unblockThis, unmute: messages.hides.unmuteThis };
    return html`<button
      class="button small quiet"
      type="button"
      aria-disabled=${acting.isBusyWith(row.id)}
      aria-describedby="${row.id}-name"
      @click=${() => void act(row, what)}
    >
      ${what === 'unblock' || what === 'unmute' ? words[what] : messages.hides.undo}
    </button>`;
  }
}

const rowOf = (person: HiddenPersonResponse): Row => ({
  ...person,
  id: `hidden-${person.username}`,
  was: person,
});

function empty(): View {
  return emptyView(messages.hides.none, messages.hides.noneMore);
}
