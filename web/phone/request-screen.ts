/** One known browser's request, which a notification led to: who asks, and the field for the number. */
import type { ApprovalResponse } from '../../shared/responses.ts';
import { askedFor } from '../lib/acts.ts';
import { html } from '../lib/html.ts';
import { whileVisible } from '../lib/while-visible.ts';
import { EXPIRED, type RequestEnded } from './errors.ts';
import { NumberField } from './number-field.ts';
import { type Finding, waitingRequests } from './phone-api.ts';
import { askerCard } from './requests.ts';
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
    title: `Enter the number to ${askedFor(request.act)}`,
    hint: 'Read it off the screen of that browser. If it is not in front of you, choose “Not me”.',
    onFound,
  });

  return {
    title: 'A browser asks',
    focus: '#number',
    body: () => html`
      ${field.template()}
      ${askerCard(request)}
    `,
    actions: () => html`
      <button type="button" class="button wide quiet" @click=${onScan}>Scan the code instead</button>
      <button type="button" class="button wide bare danger-text" @click=${() => onNotMe(request)}>
        Not me
      </button>
    `,
    enter: () => whileVisible(EVERY_MS, () => context.reaching(look)),
  };

  async function look(): Promise<void> {
    const stillWaits = (await waitingRequests()).some(({ sessionId }) => sessionId === request.sessionId);
    if (!stillWaits && !field.isBusy) return onOver(EXPIRED);
    context.redraw();
    await field.findUnsent();
  }
}
