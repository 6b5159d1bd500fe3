/** The browsers that are signed in, each with its end. */
import type { SessionId } from '../../shared/ids.ts';
import type { SessionResponse, TakenBackResponse } from '../../shared/responses.ts';
import { type Action, action } from '../lib/action.ts';
import { browserName } from '../lib/browser-name.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { sessionEnd, sessionFacts, sessionName } from '../lib/session-facts.ts';
import { wasTakenBack, willBeTakenBack } from '../lib/taken-back.ts';
import { timeView } from '../lib/time.ts';
import { failureSentence, requestEndedBy } from './errors.ts';
import { compromiseOf, endAllSessions, endSession, reportSession, signedInBrowsers } from './phone-api.ts';

export class SignedInBrowsers {
  /** `undefined` until the first answer. */
  #items: SessionResponse[] | undefined;
  /** How many pages of them are shown, and whether there are more. */
  #pages = 1;
  #hasMore = false;
  /** What is about to be ended, once the person says so again. */
  #asked: SessionId | 'all' | undefined;
  /** That it was somebody else's, and what is taken back with it, once that has come. */
  #report: { found?: TakenBackResponse } | undefined;
  /** What to say of the last report. */
  #reported: View | undefined;
  #announcement = '';
  readonly #redraw: () => void;
  readonly #ending: Action;

  constructor(redraw: () => void) {
    this.#redraw = redraw;
    this.#ending = action(redraw, failureSentence);
  }

  async refresh(): Promise<void> {
    const { items, hasMore } = await signedInBrowsers(this.#pages);
    // This answer may be older than the ending, and would show again what was just ended.
    if (this.#ending.isBusy) return;
    this.#items = items;
    this.#hasMore = hasMore;
    if (this.#asked !== 'all' && !items.some(({ id }) => id === this.#asked)) this.#asked = undefined;
    this.#redraw();
  }

  template(): View {
    const items = this.#items;
    return html`
      <section class="browsers" aria-labelledby="browsers-title">
        <div class="browsers-head">
          <h2 id="browsers-title" tabindex="-1">${messages.phoneSettings.browsers}</h2>
          ${
            items !== undefined && items.length > 1 && this.#asked !== 'all'
              ? html`<button type="button" class="button small bare danger-text" id="end-all" @click=${() => this.#ask('all')}>
                ${messages.phoneSettings.endAll}
              </button>`
              : nothing
          }
        </div>
        ${this.#asked === 'all' ? html`<div class="browser">${this.#confirmation('all')}</div>` : nothing}
        ${items === undefined ? skeleton() : items.length === 0 ? empty() : this.#list(items)}
        ${
          this.#hasMore
            ? html`<button type="button" class="button small quiet" id="browsers-more" @click=${() => this.#showMore()}>
                ${messages.phoneSettings.more}
              </button>`
            : nothing
        }
        ${this.#reported === undefined ? nothing : html`<div class="notice" id="reported" tabindex="-1">${this.#reported}</div>`}
        <p class="problem" role="alert">${this.#ending.error ?? nothing}</p>
        <p class="visually-hidden" role="status">${this.#announcement}</p>
      </section>
    `;
  }

  async #showMore(): Promise<void> {
    this.#pages++;
    const seen = this.#items?.length ?? 0;
    try {
      await this.refresh();
    } catch {
      this.#pages--;
      return;
    }
    focusOn(`end-${this.#items?.[seen]?.id}`);
  }

  #list(items: SessionResponse[]): View {
    return html`<ul>
      ${items.map(
        (session) => html`
          <li class="browser">
            <div class="browser-facts">
              <p class="browser-name">${browserName(session)}</p>
              <p class="browser-more">${sessionFacts(session)}</p>
              <p class="browser-more">${sessionEnd(session)} · ${messages.phoneSettings.active(timeView(session.lastActiveAt))}</p>
              ${session.provider === undefined ? nothing : html`<p class="browser-more">${messages.phoneSettings.letInBy(session.provider)}</p>`}
            </div>
            ${
              this.#asked === session.id
                ? this.#report === undefined
                  ? this.#confirmation(session.id)
                  : this.#reportQuestion(session)
                : html`<button
                  type="button"
                  class="button small quiet danger-text"
                  id="end-${session.id}"
                  aria-label=${messages.phoneSettings.endOf(sessionName(session))}
                  @click=${() => this.#ask(session.id)}
                >
                  ${messages.phoneSettings.end}
                </button>`
            }
          </li>
        `,
      )}
    </ul>`;
  }

  #confirmation(what: SessionId | 'all'): View {
    const question =
      what === 'all' ? messages.phoneSettings.endAllQuestion : messages.phoneSettings.endQuestion;
    return html`
      <div class="browser-end" role="group" aria-label=${messages.phoneSettings.end}>
        <p id="end-question">${question}</p>
        <button
          type="button"
          class="button small danger"
          id="end-confirm"
          aria-describedby="end-question"
          ?disabled=${this.#ending.isBusy}
          @click=${() => this.#end(what)}
        >
          ${what === 'all' ? messages.phoneSettings.endThemAll : messages.phoneSettings.endIt}
        </button>
        <button type="button" class="button small quiet" ?disabled=${this.#ending.isBusy} @click=${() => this.#keep(what)}>
          ${messages.common.keep}
        </button>
        ${
          what === 'all'
            ? nothing
            : html`<button
                type="button"
                class="button small quiet danger-text"
                id="end-not-me"
                ?disabled=${this.#ending.isBusy}
                @click=${() => this.#askReport(what)}
              >
                ${messages.phoneSettings.notMe}
              </button>`
        }
      </div>
    `;
  }

  /** The second question: what goes besides the session itself. */
  #reportQuestion(session: SessionResponse): View {
    const found = this.#report?.found;
    return html`
      <div class="browser-end" role="group" aria-labelledby="report-question">
        <p id="report-question" tabindex="-1">
          ${messages.phoneSettings.reportQuestion(browserName(session))}
        </p>
        ${found === undefined ? nothing : willBeTakenBack(found)}
        <button
          type="button"
          class="button small danger"
          id="report-confirm"
          aria-describedby="report-question"
          ?disabled=${this.#ending.isBusy}
          @click=${() => this.#reportIt(session)}
        >
          ${messages.phoneSettings.report}
        </button>
        <button type="button" class="button small quiet" ?disabled=${this.#ending.isBusy} @click=${() => this.#keep(session.id)}>
          ${messages.common.keep}
        </button>
      </div>
    `;
  }

  #askReport(id: SessionId): void {
    const report: { found?: TakenBackResponse } = {};
    this.#report = report;
    this.#ending.reset();
    focusOn('report-question');
    // Where that does not come, the question stands without.
    void compromiseOf(id).then(
      (found) => {
        report.found = found;
        this.#redraw();
      },
      () => {},
    );
  }

  async #reportIt(session: SessionResponse): Promise<void> {
    const isDone = await this.#ending.run(async () => {
      const takenBack = await reportSession(session.id);
      this.#items = this.#items?.filter(({ id }) => id !== session.id);
      this.#asked = undefined;
      this.#report = undefined;
      this.#reported = html`<p>${messages.phoneSettings.signedOut(browserName(session))} ${takenBack && wasTakenBack(takenBack)}</p>
        ${takenBack?.recoveryCode ? html`<p>${messages.phoneSettings.codeIsVoid}</p>` : nothing}`;
    });
    focusOn(isDone ? 'reported' : 'report-confirm');
  }

  #ask(what: SessionId | 'all'): void {
    this.#asked = what;
    this.#report = undefined;
    this.#reported = undefined;
    this.#ending.reset();
    focusOn('end-confirm');
  }

  #keep(what: SessionId | 'all'): void {
    this.#asked = undefined;
    this.#report = undefined;
    this.#redraw();
    focusOn(`end-${what}`);
  }

  async #end(what: SessionId | 'all'): Promise<void> {
    const isDone = await this.#ending.run(async () => {
      await this.#endOnServer(what);
      if (what === 'all') this.#hasMore = false;
      this.#items = what === 'all' ? [] : this.#items?.filter(({ id }) => id !== what);
      this.#announcement = what === 'all' ? messages.phoneSettings.allEnded : messages.phoneSettings.ended;
      this.#asked = undefined;
    });
    focusOn(isDone ? 'browsers-title' : 'end-confirm');
  }

  async #endOnServer(what: SessionId | 'all'): Promise<void> {
    try {
      await (what === 'all' ? endAllSessions() : endSession(what));
    } catch (error) {
      // It ended by itself in the meantime: that is what was asked for.
      if (requestEndedBy(error) === undefined) throw error;
    }
  }
}

function empty(): View {
  return html`<p class="browsers-empty">${messages.phoneSettings.noBrowser}</p>`;
}

/** Holds the place; it becomes visible only if the answer takes longer than 300 ms. */
function skeleton(): View {
  return html`<div class="phone-skeleton late" aria-hidden="true"><span class="phone-held phone-held-row"></span><span class="phone-held phone-held-row"></span></div>`;
}
