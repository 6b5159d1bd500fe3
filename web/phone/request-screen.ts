/** One known browser's request, which a notification led to: who asks, and the number, typed as ever. */
import type { ApprovalResponse } from '../../shared/responses.ts';
import { html } from '../lib/html.ts';
import { whileVisible } from '../lib/while-visible.ts';
import { askerCard } from './asker-card.ts';
import { NumberField } from './number-field.ts';
import { NumberSearch } from './number-search.ts';
import { RAN_OUT } from './over.ts';
import type { Phone } from './phone.ts';
import { waitingRequests } from './phone-api.ts';
import type { Screen } from './screen.ts';

const EVERY_MS = 2000;

export function requestScreen(phone: Phone, request: ApprovalResponse): Screen {
  const search = new NumberSearch(phone);
  const field = new NumberField({
    title: 'Enter the number to sign in',
    hint: 'Read it off the screen of that browser. If it is not in front of you, choose “Not me”.',
    onNumber: (number) => search.find(field, number),
    redraw: phone.redraw,
  });

  return {
    title: 'A browser asks',
    focus: '#number',
    body: () => html`
      ${field.template()}
      ${askerCard(request)}
    `,
    actions: () => html`
      <button type="button" class="button wide quiet" @click=${() => phone.scan()}>Scan the code instead</button>
      <button type="button" class="button wide bare danger-text" @click=${() => phone.askToDeny(request)}>
        Not me
      </button>
    `,
    enter: () =>
      whileVisible(EVERY_MS, () =>
        phone.reaching(async () => {
          const stillWaits = (await waitingRequests()).some(
            ({ sessionId }) => sessionId === request.sessionId,
          );
          if (!stillWaits && !field.isBusy) return phone.finish({ ...RAN_OUT, action: phone.done() });
          phone.redraw();
          await search.findUnsent(field);
        }),
      ),
  };
}
