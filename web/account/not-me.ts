/** "It wasn't me": ends a session and hides what it wrote, and can show that again. */
import type { SessionId } from '../../shared/ids.ts';
import type { SessionResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { errorLine, focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';

const CONFIRM = 'not-me-confirm';
const RESULT = 'not-me-result';

export type NotMe = {
  open(session: SessionResponse): void;
  /** The question, where it is asked about this session. */
  question(session: SessionResponse): View | undefined;
  /** What became of the last one, for under the list. */
  result(): View;
};

type Result = { id: SessionId; sentence: string; canShow: boolean };

export function notMe(layout: Layout, onEnded: (id: SessionId) => void): NotMe {
  let of: SessionId | undefined;
  let done: Result | undefined;
  const acting = action(layout.update);

  async function attempt(work: () => Promise<void>): Promise<void> {
    if (await acting.run(work)) focusOn(RESULT);
  }

  function close(): void {
    const closed = of;
    of = undefined;
    acting.reset();
    focusOn(`${closed}-not-me`);
  }

  const end = ({ id, browser, os }: SessionResponse): Promise<void> =>
    attempt(async () => {
      const { hidden = 0 } = await call('session-end', { params: { sessionId: id }, query: { notMe: '1' } });
      of = undefined;
      done = {
        id,
        sentence: `${browser} on ${os} is signed out. ${hiddenSentence(hidden)}`,
        canShow: hidden > 0,
      };
      onEnded(id);
    });

  const showAgain = (sessionId: SessionId): Promise<void> =>
    attempt(async () => {
      const { shown } = await call('unhide', { params: { sessionId } });
      done = { id: sessionId, sentence: shownSentence(shown), canShow: false };
    });

  return {
    open({ id }) {
      of = id;
      acting.reset();
      focusOn(CONFIRM);
    },
    question(session) {
      if (of !== session.id) return undefined;
      return html`<div class="entry-part" role="group" aria-labelledby=${CONFIRM}>
        <p id=${CONFIRM} tabindex="-1">
          This signs the browser out, hides what it wrote, and refuses every sign-in that waits for you now. You can
          show its posts again.
        </p>
        ${alsoDo(session)} ${errorLine(acting.error)}
        <div class="actions">
          <button
            class="button small danger"
            type="button"
            aria-disabled=${acting.isBusy}
            @click=${() => void end(session)}
          >
            End it and hide its posts
          </button>
          <button class="button small quiet" type="button" @click=${close}>Keep</button>
        </div>
      </div>`;
    },
    result() {
      if (done === undefined) return nothing;
      const { id, sentence, canShow } = done;
      return html`<div class="notice">
        <p id=${RESULT} tabindex="-1">${sentence}</p>
        ${
          canShow
            ? html`<button
                class="button small quiet notice-action"
                type="button"
                aria-disabled=${acting.isBusy}
                @click=${() => void showAgain(id)}
              >
                Show them again
              </button>`
            : nothing
        }
        ${of === undefined ? errorLine(acting.error) : nothing}
      </div>`;
    },
  };
}

/**
 * Advice about what let the session in, which may be in somebody else's hands: the phone, or the account at a
 * provider.
 */
function alsoDo({ device, provider }: SessionResponse): View {
  if (device !== null) {
    return html`<p class="muted small">
      It was approved with <bdi>${device}</bdi>. If you do not have that phone any more, remove it, too.
    </p>`;
  }
  if (provider !== undefined) {
    return html`<p class="muted small">
      It was let in by ${provider}. Look there, too, who uses your account.
    </p>`;
  }
  return nothing;
}

function hiddenSentence(count: number): string {
  if (count === 0) return 'It had written nothing.';
  return count === 1 ? 'One post is hidden.' : `${count} posts are hidden.`;
}

function shownSentence(count: number): string {
  return count === 1 ? 'One post is shown again.' : `${count} posts are shown again.`;
}
