/** Who is asking, for how long, and the yes or no. */
import type { Lifetime } from '../../shared/sessions/session.ts';
import { action } from '../lib/action.ts';
import { actQuestion } from '../lib/acts.ts';
import { ApiError } from '../lib/api.ts';
import { browserName, machineName } from '../lib/browser-name.ts';
import { serverNow } from '../lib/clock.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { lifetimeChoice, presenceChoice, USUAL_LIFETIME } from './approval-choices.ts';
import { isDeclined } from './authenticator.ts';
import { type Denied, denyChoice } from './deny-screen.ts';
import { type RequestEnded, requestEndedBy } from './errors.ts';
import { approve, deny, type Finding, findByNumber } from './phone-api.ts';
import { actOf, askerCard } from './requests.ts';
import type { PhoneContext, Screen } from './screen.ts';

type Options = {
  found: Finding;
  onApproved(approved: { text: string; withPresence: boolean }): void;
  onDenied(denied: Denied): void;
  /** The request can no longer be answered. */
  onOver(over: RequestEnded): void;
};

export function approveScreen(context: PhoneContext, options: Options): Screen {
  const { authenticator, isHere, redraw } = context;
  const { found, onApproved, onDenied, onOver } = options;
  const { approval, number } = found;
  const { act } = approval;
  let { publicKey } = found;
  let lifetime: Lifetime = USUAL_LIFETIME;
  let presence = false;
  let step: 'asking' | 'denying' = 'asking';
  /** A challenge is good for one answer: after a refusal a new one has to be asked for. */
  let isChallengeSpent = false;
  const answering = action(redraw, refused);

  return {
    title: act === undefined ? messages.phone.approval : actQuestion(act),
    body: () => html`
      <h1 tabindex="-1">${act === undefined ? messages.phone.signInOn[machineName(approval.os)] : actQuestion(act)}</h1>
      ${askerCard(approval, number)}
      ${step === 'denying' || act !== undefined ? nothing : howLong()}
    `,
    actions: () => html`
      <p class="problem" role="alert">${answering.error ?? nothing}</p>
      ${
        step === 'denying'
          ? denyChoice({ act, isBusy: answering.isBusy, onDeny: sayNo, onBack: () => goTo('asking') })
          : yesOrNo()
      }
    `,
    enter: () => {
      const ticking = setInterval(() => {
        if (!answering.isBusy && serverNow() >= Date.parse(approval.expiresAt)) onOver('expired');
        else redraw();
      }, 1000);
      return () => clearInterval(ticking);
    },
  };

  function howLong() {
    const isDisabled = answering.isBusy;
    const lifetimes = lifetimeChoice({
      chosen: lifetime,
      isDisabled,
      onChoose: (choice) => {
        lifetime = choice;
        redraw();
      },
    });
    // Where the browser is this one, the page goes back to it and is not open any more.
    if (isHere) return lifetimes;
    return html`${lifetimes}${presenceChoice({
      isOn: presence,
      isDisabled,
      onChoose: (isOn) => {
        presence = isOn;
        redraw();
      },
    })}`;
  }

  function yesOrNo() {
    const { isBusy } = answering;
    return html`
      <button
        type="button"
        class="button wide"
        id="approve"
        aria-disabled=${isBusy ? 'true' : 'false'}
        @click=${sayYes}
      >
        ${isBusy ? messages.phone.waitingFor[authenticator.machine] : authenticator.approveLabel}
      </button>
      <button
        type="button"
        class="button wide bare danger-text"
        ?disabled=${isBusy}
        @click=${() => goTo('denying')}
      >
        ${messages.phone.deny}
      </button>
    `;
  }

  function goTo(next: typeof step): void {
    step = next;
    answering.reset();
    focusOn(next === 'denying' ? 'deny-title' : 'approve');
  }

  function sayYes(): void {
    void answering.run(async () => {
      if (isChallengeSpent) {
        const again = await findByNumber(number);
        // The number may meanwhile stand on another screen: that is not what the person looked at.
        if (again.approval.sessionId !== approval.sessionId) return onOver('expired');
        publicKey = again.publicKey;
        isChallengeSpent = false;
      }
      const assertion = await authenticator.startAuthentication({ optionsJSON: publicKey });
      if (act !== undefined) {
        await approve(approval.sessionId, { assertion });
        // It is as bound to a phone as its session was, and from now on to this one.
        const text = messages.phone.may[actOf(act)](browserName(approval));
        return onApproved({ text, withPresence: true });
      }
      await approve(approval.sessionId, { lifetime, presence, assertion });
      const [browser, words] = [browserName(approval), messages.phone.lifetimes[lifetime]];
      const text = presence
        ? messages.phone.signedInHere(browser, words)
        : messages.phone.signedIn(browser, words);
      onApproved({ text, withPresence: presence });
    });
  }

  function sayNo(report: boolean): void {
    void answering.run(async () => {
      await deny(approval.sessionId, report);
      onDenied({ isReported: report, act });
    });
  }

  function refused(error: unknown): string | undefined {
    const over = requestEndedBy(error);
    if (over !== undefined) return void onOver(over);
    if (error instanceof ApiError) isChallengeSpent = true;
    return isDeclined(error) ? messages.phone.unconfirmed[authenticator.machine] : context.sentenceOf(error);
  }
}
