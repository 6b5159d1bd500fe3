/** The enrolled phone at rest: the number, what is waiting, and who is signed in. */
import type { ApprovalResponse, RecoveryResponse } from '../../shared/responses.ts';
import { html, nothing } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { phoneBell } from '../lib/phone-bell.ts';
import { whileVisible } from '../lib/while-visible.ts';
import type { RequestEnded } from './errors.ts';
import type { Installing } from './installing.ts';
import { NumberField } from './number-field.ts';
import { type Finding, waitingRequests } from './phone-api.ts';
import type { Presence } from './presence.ts';
import { RECOVERY_TITLE, RecoveryCard } from './recovery-card.ts';
import { requestCard, requestNews } from './requests.ts';
import type { Ringing } from './ringing.ts';
import { RingingCard } from './ringing-card.ts';
import type { PhoneContext, Screen } from './screen.ts';
import { SignedInBrowsers } from './signed-in-browsers.ts';

const REQUESTS_EVERY_MS = 2000;
const BROWSERS_EVERY_MS = 10_000;
/** One waits ten minutes, and a notification leads to it at once. */
const RECOVERIES_EVERY_MS = 10_000;

type Options = {
  /** What to say of the number; where it is unless said otherwise. */
  hint: string | undefined;
  focusesNumber: boolean;
  /** The recoveries that a notification led to. */
  recoveries?: readonly RecoveryResponse[];
  presence: Presence;
  ringing: Ringing;
  installing: Installing;
  onFound(found: Finding): void;
  onScan(): void;
  onNotMe(request: ApprovalResponse): void;
  onRecoveryStopped(): void;
  /** Nothing is left to be answered. */
  onOver(over: RequestEnded): void;
};

export function homeScreen(context: PhoneContext, options: Options): Screen {
  const { redraw, reaching } = context;
  const {
    hint = messages.phone.numberHint,
    focusesNumber,
    recoveries = [],
    presence,
    ringing,
    installing,
  } = options;
  const { onFound, onScan, onNotMe, onRecoveryStopped: onStopped, onOver } = options;
  const field = new NumberField(context, { hint, onFound });
  const browsers = new SignedInBrowsers(redraw);
  const ringingCard = new RingingCard(ringing);
  const recoveryCard = new RecoveryCard(context, { onStopped, onOver }, recoveries);
  let requests: ApprovalResponse[] = [];

  return {
    title: messages.phone.title,
    hasSettings: true,
    ...(recoveries.length > 0 ? { focus: `#${RECOVERY_TITLE}` } : focusesNumber ? { focus: '#number' } : {}),
    body: () => html`
      ${recoveryCard.template()}
      ${field.template()}
      <p class="visually-hidden" role="status">${requests.map(requestNews)}</p>
      <ul class="requests" aria-label=${messages.phone.requests} ?hidden=${requests.length === 0}>
        ${requests.map((request) => requestCard(request, () => onNotMe(request)))}
      </ul>
      ${presence.template()}
      ${requests.length === 0 ? html`${ringingCard.template()} ${installing.template()}` : nothing}
      ${browsers.template()}
      <p class="phone-foot"><a href="/">${messages.phone.site}</a></p>
    `,
    actions: () => html`
      <button type="button" class="button wide quiet" @click=${onScan}>
        ${messages.phone.scanInstead}
      </button>
    `,
    enter: () => {
      if (ringing.state === 'unknown') void reaching(() => ringing.look());
      const stops = [
        whileVisible(REQUESTS_EVERY_MS, async () => (await reaching(look)) ?? pause(), phoneBell),
        whileVisible(BROWSERS_EVERY_MS, () => reaching(() => browsers.refresh())),
        whileVisible(RECOVERIES_EVERY_MS, () => reaching(() => recoveryCard.refresh())),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };

  /** One that waits is followed to its end, which may be its time: nobody rings for that. */
  function pause(): number | undefined {
    return requests.length > 0 ? REQUESTS_EVERY_MS : undefined;
  }

  async function look(): Promise<void> {
    requests = await waitingRequests();
    redraw();
    await field.findUnsent();
  }
}
