/** What happened to the account, by days, and what can be done about it. */
import { repeat } from 'lit-html/directives/repeat.js';
import type { SessionId } from '../../shared/ids.ts';
import type { ActivityResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { paged } from '../lib/paged.ts';
import { byDay } from './days.ts';
import { entryView } from './entry.ts';
import { saveReceipt } from './receipt.ts';

export type History = { load(): Promise<void>; view(): View };

/** Nothing is asked for until `load`. */
export function history(layout: Layout): History {
  const entries = paged<ActivityResponse>(layout, {
    ask: (cursor) => call('activity', { query: { cursor } }),
    failed: 'The list did not come.',
    noun: { one: 'entry', many: 'entries' },
  });
  let busyWith: string | undefined;
  let failure: { of: string; sentence: string } | undefined;

  async function attempt(id: string, work: () => Promise<string>): Promise<void> {
    if (busyWith !== undefined) return;
    busyWith = id;
    failure = undefined;
    layout.update();
    try {
      layout.announce(await work());
    } catch (thrown) {
      failure = { of: id, sentence: errorSentence(thrown) };
    } finally {
      busyWith = undefined;
      layout.update();
    }
  }

  const show = (id: string, sessionId: SessionId): Promise<void> =>
    attempt(id, async () => {
      const { shown } = await call('unhide', { params: { sessionId } });
      await entries.refresh();
      focusOn(entries.items[0]?.id ?? 'main');
      return shown === 1 ? 'One post is shown again.' : `${shown} posts are shown again.`;
    });

  const save = (id: string, sessionId: SessionId): Promise<void> =>
    attempt(id, async () => {
      saveReceipt(await call('receipt', { params: { sessionId } }));
      return 'The receipt is saved.';
    });

  function listView(items: ActivityResponse[]): View {
    const hidden = stillHidden(items);
    return html`${byDay(items).map(
      ({ title, entries }) => html`<section class="day" aria-label=${title}>
        <h2>${title}</h2>
        <ul class="card happenings">
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
      isBusy: busyWith === id,
      error: failure?.of === id ? failure.sentence : undefined,
      onShow: sessionId !== undefined && hidden.has(id) ? () => void show(id, sessionId) : undefined,
      onReceipt: sessionId !== undefined && hasReceipt ? () => void save(id, sessionId) : undefined,
    });
  }

  function empty(): View {
    return html`<div class="empty">
      <p class="empty-title">Nothing has happened yet.</p>
      <p class="muted">When a phone lets a browser in, or one is signed out, it stands here for 90 days.</p>
    </div>`;
  }

  return { load: entries.load, view: () => entries.view(listView, empty) };
}

/** The ids of the entries that tell of what is hidden to this day: nothing later says that it was shown again. */
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
