/** "It wasn't me": ends a session and takes back what came of it; the words that it hides can be shown again. */
import type { SessionId } from '../../shared/ids.ts';
import type { SessionResponse, TakenBackResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { browserName } from '../lib/browser-name.ts';
import { errorLine, focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { messages } from '../lib/messages.ts';
import { together, wasTakenBack, willBeTakenBack } from '../lib/taken-back.ts';
import type { StepUp } from '../signin/step-up.ts';

const ACT = 'not_me' as const;
const CONFIRM = 'not-me-confirm';
const RESULT = 'not-me-result';

export type NotMe = {
  open(session: SessionResponse): void;
  /** The question, where it is asked about this session. */
  question(session: SessionResponse): View | undefined;
  /** What became of the last one, for under the list. */
  result(): View;
};

type Wish = Pick<SessionResponse, 'id' | 'browser' | 'os'>;

type Result = { id: SessionId; sentence: string; takenBack?: TakenBackResponse; canShow: boolean };

type Options = {
  stepUp: StepUp;
  /** The session is over, and what came of it is taken back. */
  onEnded(id: SessionId, takenBack: TakenBackResponse | undefined): void;
};

export function notMe(layout: Layout, { stepUp, onEnded }: Options): NotMe {
  let of: SessionId | undefined;
  /** What would be taken back; `undefined` while that is asked for. */
  let found: TakenBackResponse | undefined;
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

  stepUp.onReturn(ACT, (argument) => {
    const wish: Wish = JSON.parse(argument);
    of = wish.id;
    void end(wish);
  });

  async function end({ id, browser, os }: Wish): Promise<void> {
    let isDone = false;
    await acting.run(async () => {
      const intent = { act: ACT, argument: JSON.stringify({ id, browser, os }), name: browser };
      const params = { sessionId: id };
      const answer = await stepUp.run(intent, () => report(params));
      if (answer === undefined) return;
      const { hidden = 0, takenBack } = answer;
      of = undefined;
      done = {
        id,
        sentence: `${messages.account.signedOut(browserName({ browser, os }))}${messages.common.space}${hiddenSentence(hidden)}`,
        ...(takenBack === undefined ? {} : { takenBack }),
        canShow: hidden > 0,
      };
      isDone = true;
      onEnded(id, takenBack);
    });
    if (isDone) focusOn(RESULT);
  }

  /** What it would take back; where that does not come, the question stands without. */
  async function look(sessionId: SessionId): Promise<void> {
    found = await call('compromise', { params: { sessionId } }).catch(() => undefined);
    layout.update();
  }

  const showAgain = (sessionId: SessionId): Promise<void> =>
    attempt(async () => {
      const { shown } = await call('unhide', { params: { sessionId } });
      done = { id: sessionId, sentence: messages.common.postsShown(shown), canShow: false };
    });

  return {
    open({ id }) {
      of = id;
      found = undefined;
      acting.reset();
      focusOn(CONFIRM);
      void look(id);
    },
    question(session) {
      if (of !== session.id) return undefined;
      return html`<div class="entry-part" role="group" aria-labelledby=${CONFIRM}>
        <p id=${CONFIRM} tabindex="-1">${messages.account.notMeAsk}</p>
        ${found === undefined ? nothing : willBeTakenBack(found)} ${alsoDo(session)} ${errorLine(acting.error)}
        <div class="actions">
          <button
            class="button small danger"
            type="button"
            aria-disabled=${acting.isBusy}
            @click=${() => void end(session)}
          >
            ${messages.account.endAndTakeBack}
          </button>
          <button class="button small quiet" type="button" @click=${close}>${messages.common.keep}</button>
        </div>
      </div>`;
    },
    result() {
      if (done === undefined) return nothing;
      const { id, sentence, takenBack, canShow } = done;
      const taken = takenBack && wasTakenBack(takenBack);
      return html`<div class="notice">
        <p id=${RESULT} tabindex="-1">${sentence}${messages.common.space}${taken}</p>
        ${takenBack?.recoveryCode ? html`<p>${messages.account.codeVoid()}</p>` : nothing}
        ${
          canShow
            ? html`<button
                class="button small quiet notice-action"
                type="button"
                aria-disabled=${acting.isBusy}
                @click=${() => void showAgain(id)}
              >
                ${messages.account.showAgain}
              </button>`
            : nothing
        }
        ${of === undefined ? errorLine(acting.error) : nothing}
      </div>`;
    },
  };
}

/** Until all is undone: a call undoes as much as it has time for. What each has taken back is told together. */
async function report(params: { sessionId: SessionId }) {
  for (let before: TakenBackResponse | undefined; ; ) {
    const answer = await call('session-end', { params, query: { notMe: '1' } });
    const takenBack = answer.takenBack && together(answer.takenBack, before);
    if (!answer.takenBack?.more) return { ...answer, ...(takenBack === undefined ? {} : { takenBack }) };
    before = takenBack;
  }
}

/**
 * Advice about what let the session in, which may be in somebody else's hands: the phone, or the account at a
 * provider.
 */
function alsoDo({ device, provider }: SessionResponse): View {
  if (device !== null) {
    return html`<p class="muted small">
      ${messages.account.alsoPhone(html`<bdi translate="no">${device}</bdi>`)}
    </p>`;
  }
  if (provider !== undefined) {
    return html`<p class="muted small">
      ${messages.account.alsoProvider(provider)}
    </p>`;
  }
  return nothing;
}

function hiddenSentence(count: number): string {
  return count === 0 ? messages.account.nothingHidden : messages.account.postsHidden(count);
}
