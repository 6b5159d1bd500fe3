/** "It wasn't me": ends a session and hides what it wrote, and can show that again. */
import type { SessionId } from '../../shared/ids.ts';
import type { SessionResponse } from '../../shared/responses.ts';
import { call } from '../lib/api.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
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
  let isBusy = false;
  let error: string | undefined;
  let done: Result | undefined;

  async function attempt(work: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    error = undefined;
    layout.update();
    try {
      await work();
      layout.update();
      focusOn(RESULT);
    } catch (thrown) {
      error = errorSentence(thrown);
    } finally {
      isBusy = false;
      layout.update();
    }
  }

  function close(): void {
    const closed = of;
    of = undefined;
    error = undefined;
    layout.update();
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
      error = undefined;
      layout.update();
      focusOn(CONFIRM);
    },
    question(session) {
      if (of !== session.id) return undefined;
      return html`<div class="entry-part" role="group" aria-labelledby=${CONFIRM}>
        <p id=${CONFIRM} tabindex="-1">
          This signs the browser out, hides what it wrote, and refuses every sign-in that waits for you now. You can
          show its posts again.
        </p>
        ${alsoDo(session)} ${errorView()}
        <div class="actions">
          <button
            class="button small danger"
            type="button"
            aria-disabled=${isBusy}
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
                aria-disabled=${isBusy}
                @click=${() => void showAgain(id)}
              >
                Show them again
              </button>`
            : nothing
        }
        ${of === undefined ? errorView() : nothing}
      </div>`;
    },
  };

  function errorView(): View {
    return error === undefined ? nothing : html`<p class="error" role="alert">${error}</p>`;
  }
}

/** What may be in somebody else's hands: the phone that let the session in, or the account at a provider. */
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
