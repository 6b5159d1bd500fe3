/** What happened to the account, by days, and what can be done about it. */

import { repeat } from 'lit-html/directives/repeat.js';
import type { SessionId } from '../../shared/ids.ts';
import type { ActivityResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { emptyView } from '../lib/empty-view.ts';
import { focusOn } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { paged } from '../lib/paged.ts';
import { byDay } from './days.ts';
import { entryView } from './entry.ts';
import { saveReceipt } from './receipt.ts';

export type History = { load(): Promise<void>; view(): View };

/** Nothing is asked for until `load`. */
export function history(layout: Layout): History {
  const entries = paged<ActivityResponse>(layout, {
    ask: (cursor) => call('activity', { query: { cursor } }),
    failed: messages.common.listFailed,
    came: (count) => messages.activity.moreEntries(count),
  });
  const acting = action(layout.update);

  const show = (id: string, sessionId: SessionId): Promise<boolean> =>
    acting.run(async () => {
      const { shown } = await call('unhide', { params: { sessionId } });
      await entries.refresh();
      focusOn(entries.items[0]?.id ?? 'main');
      layout.announce(messages.common.postsShown(shown));
    }, id);

  const save = (id: string, sessionId: SessionId): Promise<boolean> =>
    acting.run(async () => {
      saveReceipt(await call('receipt', { params: { sessionId } }));
      layout.announce(messages.activity.receiptSaved);
    }, id);

  function listView(items: ActivityResponse[]): View {
    const hidden = stillHidden(items);
    return html`${byDay(items).map(
      ({ title, entries }) => html`<section class="day" aria-label=${title}>
        <h2>${title}</h2>
        <ul class="card activity-entries">
          ${repeat(
            entries,
            ({ id }) => id,
            (entry) => itemView(entry, hidden),
          )}
        </ul>
      </section>`,
    )}`;
  }

  function itemView(entry: ActivityResponse, hidden: ReadonlySet<string>): View {
    const { id, sessionId, hasReceipt } = entry;
    return entryView(entry, {
      isBusy: acting.isBusyWith(id),
      error: acting.errorOf(id),
      onShow: sessionId !== undefined && hidden.has(id) ? () => void show(id, sessionId) : undefined,
      onReceipt: sessionId !== undefined && hasReceipt ? () => void save(id, sessionId) : undefined,
    });
  }

  function empty(): View {
    return emptyView(messages.activity.nothingYet, messages.activity.nothingYetMore);
  }

  return { load: entries.load, view: () => entries.view(listView, empty) };
}

/**
 * The ids of the entries about posts that are still hidden: those after which no entry says that they were shown
 * again.
 */
function stillHidden(newestFirst: readonly ActivityResponse[]): Set<string> {
  const settled = new Set<SessionId>();
  const hidden = new Set<string>();
  for (const { id, kind, sessionId } of newestFirst) {
    if (sessionId === undefined || settled.has(sessionId)) continue;
    if (kind === 'hidden') hidden.add(id);
    if (kind === 'hidden' || kind === 'shown') settled.add(sessionId);
  }
  return hidden;
}
