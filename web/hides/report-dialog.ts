/** Reporting a post or a person: what is wrong, perhaps some words, and what happens next. */
import { REPORT_REASONS, type ReportReason } from '../../shared/reports/report.ts';
import type { RequestBody } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { call } from '../lib/api.ts';
import { openDialog } from '../lib/dialog.ts';
import { errorLine } from '../lib/field.ts';
import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { dialogs } from './dialogs.ts';

const TITLE = 'report-title';
const MOST_WORDS = 1000;

export function openReport(about: RequestBody<'report-create'>['about']): void {
  let reason: ReportReason | undefined;
  let words = '';
  let isSent = false;
  const sending = action(() => dialog.update());
  const dialog = openDialog(dialogs(), {
    labelledBy: TITLE,
    view: () => (isSent ? sentView() : formView()),
    onDismiss: () => {},
  });

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const chosen = reason;
    if (chosen === undefined) return sending.refuse(messages.hides.chooseReason);
    isSent = await sending.run(async () => {
      await call('report-create', {
        body: { about, reason: chosen, ...(words.trim() === '' ? {} : { words }) },
      });
    });
    dialog.update();
    if (isSent) document.getElementById(TITLE)?.focus();
  }

  function formView(): View {
    const title =
      'post' in about ? messages.hides.reportPostTitle : messages.hides.reportPersonTitle(`@${about.user}`);
    return html`<form novalidate @submit=${send}>
      <h2 id=${TITLE} tabindex="-1" autofocus>${title}</h2>
      <p class="muted">${messages.hides.reportLead}</p>
      <div class="report-reasons" role="radiogroup" aria-labelledby=${TITLE}>
        ${REPORT_REASONS.map(
          (one) => html`<label class="report-reason">
            <input
              type="radio"
              name="reason"
              value=${one}
              .checked=${reason === one}
              @change=${() => {
                reason = one;
                sending.reset();
              }}
            />
            <span>${messages.hides.reasons[one]}</span>
          </label>`,
        )}
      </div>
      <label for="report-words">${messages.hides.words}</label>
      <textarea
        class="report-words"
        id="report-words"
        dir="auto"
        rows="3"
        maxlength=${MOST_WORDS}
        @input=${({ currentTarget }: InputEvent) => {
          words = (currentTarget as HTMLTextAreaElement).value;
        }}
      ></textarea>
      ${errorLine(sending.error)}
      <div class="actions">
        <button class="button quiet" type="button" @click=${() => dialog.close()}>${messages.common.cancel}</button>
        <button class="button" type="submit" aria-disabled=${sending.isBusy}>${messages.hides.send}</button>
      </div>
    </form>`;
  }

  const sentView = (): View => html`<h2 id=${TITLE} tabindex="-1">${messages.hides.reportedTitle}</h2>
    <p>${messages.hides.reported}</p>
    <div class="actions">
      <button class="button" type="button" @click=${() => dialog.close()}>${messages.hides.close}</button>
    </div>`;
}
