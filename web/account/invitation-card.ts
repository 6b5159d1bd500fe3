import type { AnswerBody } from '../../shared/responses.ts';
import { html, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { phoneOfUsername } from '../lib/remembered-account.ts';
import { practiceBox, useThisMachine, waitingBody } from '../signin/waiting-card.ts';

/** The code to scan with the phone to add. */
export function invitationCard(
  offer: AnswerBody<'device-invite'>,
  username: string,
  onPutAway: () => void,
): View {
  const { enrolUrl: url, expiresAt } = offer;
  return html`<div class="card waiting-card" role="group" aria-labelledby="invite-title">
        ${waitingBody(
          { url, expiresAt },
          {
            heading: html`<h3 id="invite-title" tabindex="-1">${messages.account.addPhone}</h3>`,
            instructions: [messages.account.scan, messages.account.letItAsk, messages.account.itAppears],
            codeLabel: messages.account.codeToScan,
            hereLabel: useThisMachine(username),
            from: 'account',
          },
        )}
      </div>
      <p class="under-card">
        ${messages.account.notNow}
        <button
          class="link"
          type="button"
          @click=${onPutAway}
        >
          ${messages.account.putAway}
        </button>
      </p>
      ${practiceBox(url, { isSecond: phoneOfUsername() === username })}`;
}
