import type { AnswerBody } from '../../shared/responses.ts';
import { html, type View } from '../lib/html.ts';
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
            heading: html`<h3 id="invite-title" tabindex="-1">Add a phone</h3>`,
            instructions: [
              'Scan this with the camera of the phone to add.',
              'Let that phone ask for your fingerprint, face or PIN.',
              'It then appears in the list here.',
            ],
            codeLabel: 'Code to scan with the camera of the phone to add',
            hereLabel: useThisMachine(username),
            from: 'account',
          },
        )}
      </div>
      <p class="under-card">
        Not now?
        <button
          class="link"
          type="button"
          @click=${onPutAway}
        >
          Put the code away
        </button>
      </p>
      ${practiceBox(url, { isSecond: phoneOfUsername() === username })}`;
}
