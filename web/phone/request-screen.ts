/** One known browser's request, which a notification led to: who asks, and the field for the number. */
import type { ApprovalResponse } from '../../shared/responses.ts';
import { html } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { whileVisible } from '../lib/while-visible.ts';
import type { RequestEnded } from './errors.ts';
import { NumberField } from './number-field.ts';
import { type Finding, waitingRequests } from './phone-api.ts';
import { askerCard, askOf } from './requests.ts';
import type { PhoneContext, Screen } from './screen.ts';

const EVERY_MS = 2000;

type Options = {
  request: ApprovalResponse;
  onFound(found: Finding): void;
  onScan(): void;
  onNotMe(request: ApprovalResponse): void;
  /** The request can no longer be answered. */
  onOver(over: RequestEnded): void;
};

export function requestScreen(context: PhoneContext, options: Options): Screen {
  const { request, onFound, onScan, onNotMe, onOver } = options;
  const field = new NumberField(context, {
    title: messages.phone.numberTo[askOf(request.act)],
    hint: messages.phone.numberOfThat,
    onFound,
  });

  return {
    title: messages.phone.request,
    focus: '#number',
    body: () => html`
      ${field.template()}
      ${askerCard(request)}
    `,
    actions: () => html`
      <button type="button" class="button wide quiet" @click=${onScan}>${messages.phone.scanInstead}</button>
      <button type="button" class="button wide bare danger-text" @click=${() => onNotMe(request)}>
        ${messages.phone.notMe}
      </button>
    `,
    enter: () => whileVisible(EVERY_MS, () => context.reaching(look)),
  };

  async function look(): Promise<void> {
    const stillWaits = (await waitingRequests()).some(({ sessionId }) => sessionId === request.sessionId);
    if (!stillWaits && !field.isBusy) return onOver('expired');
    context.redraw();
    await field.findUnsent();
  }
}
