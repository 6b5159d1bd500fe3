/** Adding a phone: the code to scan with it, until it is there. */
import type { DeviceId } from '../../shared/ids.ts';
import type { AnswerBody } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { ApiError, call, Unreachable } from '../lib/api.ts';
import { serverNow } from '../lib/clock.ts';
import { errorLine, focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import type { Layout } from '../lib/layout.ts';
import { lazyImport } from '../lib/lazy-import.ts';
import { messages } from '../lib/messages.ts';
import { lookForOwnCheck } from '../lib/this-phone.ts';
import type { StepUp } from '../signin/step-up.ts';
import type { invitationCard } from './invitation-card.ts';
import type { ListedPhone } from './phone-item.ts';

const ACT = 'add_phone' as const;
const LOOK_EVERY_MS = 2000;

type State =
  | { step: 'idle'; news?: string }
  | {
      step: 'shown';
      offer: AnswerBody<'device-invite'>;
      before: ReadonlySet<DeviceId>;
      card: typeof invitationCard;
    };

type Options = {
  username(): string;
  phones(): Promise<ListedPhone[]>;
  onAdded(phones: ListedPhone[]): void;
};

export function invitation(
  layout: Layout,
  stepUp: StepUp,
  { username, phones, onAdded }: Options,
): { view(): View } {
  let state: State = { step: 'idle' };
  const asking = action(layout.update);
  let timer: ReturnType<typeof setInterval> | undefined;
  let isLooking = false;
  let lookedAt = Number.NEGATIVE_INFINITY;

  void lookForOwnCheck();
  stepUp.onReturn(ACT, () => void invite());

  function go(next: State): void {
    state = next;
    clearInterval(timer);
    // Each second for the countdown; some of them look for the phone.
    if (next.step === 'shown') timer = setInterval(tick, 1000);
    layout.setWaiting(next.step === 'shown');
    layout.update();
  }

  async function invite(): Promise<void> {
    if (asking.isBusy) return;
    go({ step: 'idle' });
    await asking.run(async () => {
      const offer = await stepUp.run({ act: ACT }, async () => {
        // The phones before, so that the new one can be recognised.
        const [before, answer] = [await phones(), await call('device-invite')];
        return { answer, before: new Set(before.map(({ id }) => id)) };
      });
      if (offer === undefined) return;
      // The code's drawing is more than the rest of the page, and seldom needed.
      const { invitationCard: card } = await lazyImport(() => import('./invitation-card.ts'));
      go({ step: 'shown', offer: offer.answer, before: offer.before, card });
      focusOn('invite-title');
      layout.announce(messages.account.waitingForPhone);
    });
  }

  function tick(): void {
    if (state.step !== 'shown') return;
    if (serverNow() >= Date.parse(state.offer.expiresAt)) {
      go({ step: 'idle' });
      asking.refuse(messages.account.noneAdded);
      return;
    }
    layout.update();
    const isDue = performance.now() - lookedAt >= LOOK_EVERY_MS && document.visibilityState === 'visible';
    if (isDue && !isLooking) void look(state.before);
  }

  async function look(before: ReadonlySet<DeviceId>): Promise<void> {
    isLooking = true;
    lookedAt = performance.now();
    try {
      const items = await phones();
      const added = items.find(({ id }) => !before.has(id));
      if (added === undefined || state.step !== 'shown') return;
      const news = messages.account.phoneAdded(added.name);
      onAdded(items);
      go({ step: 'idle', news });
      // Somebody who is busy elsewhere on the page is told, and keeps the focus.
      if (document.activeElement === document.body) focusOn('invite-news');
      else layout.announce(news);
    } catch (error) {
      // The next look may find it; if the session is over, the session watch says so.
      if (!(error instanceof ApiError || error instanceof Unreachable)) throw error;
    } finally {
      isLooking = false;
    }
  }

  function putAway(): void {
    go({ step: 'idle' });
    focusOn('add-phone');
  }

  return {
    view: () => (state.step === 'shown' ? state.card(state.offer, username(), putAway) : idle(state)),
  };

  function idle({ news }: Extract<State, { step: 'idle' }>): View {
    const { isBusy, error } = asking;
    return html`${news === undefined ? nothing : html`<p class="notice" id="invite-news" tabindex="-1">${news}</p>`}
      <button
        class="button quiet"
        id="add-phone"
        type="button"
        aria-disabled=${isBusy}
        @click=${() => void invite()}
      >
        ${messages.account.addPhone}
      </button>
      ${errorLine(error)}`;
  }
}
