/** The browsers that are signed in, and ending them. */
import { repeat } from 'lit-html/directives/repeat.js';
import type { SessionResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { ApiError, call } from '../lib/api.ts';
import { errorLine, focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { paged } from '../lib/paged.ts';
import type { StepUp } from '../signin/step-up.ts';
import { notMe } from './not-me.ts';
import { sessionItem } from './session-item.ts';

type Options = {
  stepUp: StepUp;
  /** Phones, links and the recovery code may be others now. */
  onTakenBack(): void;
};

export type Sessions = { load(): Promise<void>; view(): View };

/** The list of browsers; nothing is asked for until `load`, which may be repeated. */
export function sessions(layout: Layout, { stepUp, onTakenBack }: Options): Sessions {
  const list = paged<SessionResponse>(layout, {
    ask: (cursor) => call('sessions', { query: { cursor } }),
    failed: messages.common.listFailed,
    came: (count) => messages.account.moreBrowsers(count),
    more: messages.account.showMore,
    rows: 2,
  });
  /** Ends one session, or all others. */
  const ending = action(layout.update);
  const reporting = notMe(layout, {
    stepUp,
    onEnded(id, takenBack) {
      takeOff(id);
      onTakenBack();
      if (takenBack !== undefined && takenBack.sessions > 0) void list.reload();
    },
  });

  async function end({ id, browser }: SessionResponse): Promise<void> {
    await attempt(id, async () => {
      await call('session-end', { params: { sessionId: id } }).catch(ignoreWhatIsOver);
      takeOff(id);
      return messages.account.signedOut(browser);
    });
  }

  function takeOff(id: SessionResponse['id']): void {
    list.items = list.items.filter((item) => item.id !== id);
  }

  async function endOthers(): Promise<void> {
    await attempt('others', async () => {
      let ended = 0;
      // Thousands do not fit into one call; each goes on where the one before has stopped.
      for (let more: true | undefined = true; more; ) {
        const answer = await call('sessions-end');
        ended += answer.ended;
        more = answer.more;
      }
      await list.reload();
      return messages.account.signedOutMany(ended);
    });
  }

  async function attempt(what: SessionResponse['id'] | 'others', work: () => Promise<string>): Promise<void> {
    if (await ending.run(async () => layout.announce(await work()), what)) focusOn('sessions-title');
  }

  function view(): View {
    return html`<section class="group" aria-labelledby="sessions-title">
      <h2 id="sessions-title" tabindex="-1">${messages.account.browsers}</h2>
      ${list.view(listView, () => nothing)}
    </section>`;
  }

  function listView(items: SessionResponse[]): View {
    const hasOthers = list.hasMore() || items.some(({ current }) => !current);
    // The browser in front of somebody is the one they know; it comes first.
    const currentFirst = [...items].sort((a, b) => Number(b.current) - Number(a.current));
    return html`<ul class="card entries">
        ${repeat(
          currentFirst,
          ({ id }) => id,
          (session) =>
            sessionItem(session, {
              isEnding: ending.isBusyWith(session.id),
              error: ending.errorOf(session.id),
              part: reporting.question(session),
              onEnd: () => void end(session),
              onNotMe: () => reporting.open(session),
            }),
        )}
      </ul>
      ${reporting.result()}
      ${
        hasOthers
          ? html`<button
              class="button quiet danger-text"
              type="button"
              aria-disabled=${ending.isBusyWith('others')}
              @click=${() => void endOthers()}
            >
              ${messages.account.endOthers}
            </button>`
          : html`<p class="muted small">${messages.account.noOthers}</p>`
      }
      ${errorLine(ending.errorOf('others'))}`;
  }

  return { load: list.reload, view };
}

/** A session that ended in the meantime is what was asked for. */
function ignoreWhatIsOver(error: unknown): void {
  const isOver = error instanceof ApiError && ['session_ended', 'not_found', 'conflict'].includes(error.code);
  if (!isOver) throw error;
}
