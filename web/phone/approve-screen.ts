/** Who is asking, for how long, and the yes or no. */
import type { Lifetime } from '../../shared/sessions/session.ts';
import { ApiError } from '../lib/api.ts';
import { browserName, machineName } from '../lib/browser-name.ts';
import { serverNow } from '../lib/clock.ts';
import { html, nothing } from '../lib/html.ts';
import { askerCard } from './asker-card.ts';
import { isDeclined } from './authenticator.ts';
import { denyChoice } from './deny-choice.ts';
import { LIFETIME_WORDS, lifetimeChoice, USUAL_LIFETIME } from './lifetime-choice.ts';
import { type Over, overBy, RAN_OUT } from './over.ts';
import type { Phone } from './phone.ts';
import { approve, deny, type Finding, findByNumber, isNotAPhone } from './phone-api.ts';
import { presenceChoice } from './presence-choice.ts';
import type { Screen } from './screen.ts';
import { troubleSentence } from './trouble.ts';

export function approveScreen(phone: Phone, found: Finding): Screen {
  const { approval, number } = found;
  let { publicKey } = found;
  let lifetime: Lifetime = USUAL_LIFETIME;
  let presence = false;
  let step: 'asking' | 'denying' = 'asking';
  let isBusy = false;
  let problem: string | undefined;
  /** A challenge is good for one answer: after a refusal a new one has to be asked for. */
  let isChallengeSpent = false;

  return {
    title: 'Approve a sign-in',
    body: () => html`
      <h1 tabindex="-1">Sign in on this ${machineName(approval.os)}?</h1>
      ${askerCard(approval, number)}
      ${step === 'denying' ? nothing : howLong()}
    `,
    actions: () => html`
      <p class="problem" role="alert">${problem ?? nothing}</p>
      ${step === 'denying' ? denyChoice({ isBusy, onDeny: sayNo, onBack: () => goTo('asking') }) : yesOrNo()}
    `,
    enter: () => {
      const ticking = setInterval(() => {
        if (!isBusy && serverNow() >= Date.parse(approval.expiresAt)) end(RAN_OUT);
        else phone.redraw();
      }, 1000);
      return () => clearInterval(ticking);
    },
  };

  function howLong() {
    const lifetimes = lifetimeChoice({
      chosen: lifetime,
      isDisabled: isBusy,
      onChoose: (choice) => {
        lifetime = choice;
        phone.redraw();
      },
    });
    // Where the browser is this one, the page goes back to it and is not open any more.
    if (phone.isHere) return lifetimes;
    return html`${lifetimes}${presenceChoice({
      isOn: presence,
      isDisabled: isBusy,
      onChoose: (isOn) => {
        presence = isOn;
        phone.redraw();
      },
    })}`;
  }

  function yesOrNo() {
    return html`
      <button
        type="button"
        class="button wide"
        id="approve"
        aria-disabled=${isBusy ? 'true' : 'false'}
        @click=${sayYes}
      >
        ${isBusy ? 'Waiting for your fingerprint' : phone.authenticator.approveLabel}
      </button>
      <button
        type="button"
        class="button wide bare danger-text"
        ?disabled=${isBusy}
        @click=${() => goTo('denying')}
      >
        Deny
      </button>
    `;
  }

  function goTo(next: typeof step): void {
    step = next;
    problem = undefined;
    phone.redraw();
    document.querySelector<HTMLElement>(next === 'denying' ? '#deny-title' : '#approve')?.focus();
  }

  async function sayYes(): Promise<void> {
    await answering(async () => {
      if (isChallengeSpent) {
        const again = await findByNumber(number);
        // The number may meanwhile stand on another screen: that is not what the person looked at.
        if (again.approval.sessionId !== approval.sessionId) return end(RAN_OUT);
        publicKey = again.publicKey;
        isChallengeSpent = false;
      }
      const assertion = await phone.authenticator.startAuthentication({ optionsJSON: publicKey });
      await approve(approval.sessionId, { lifetime, presence, assertion });
      if (presence) phone.presence.start();
      const limit = presence ? ', as long as this page stays open' : '';
      phone.approved(`${browserName(approval)} is signed in for ${LIFETIME_WORDS[lifetime]}${limit}.`);
    });
  }

  async function sayNo(report: boolean): Promise<void> {
    await answering(async () => {
      await deny(approval.sessionId, report);
      phone.denied(report);
    });
  }

  async function answering(answer: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    problem = undefined;
    phone.redraw();
    try {
      await answer();
    } catch (error) {
      const over = overBy(error);
      if (over !== undefined) return end(over);
      if (isNotAPhone(error)) return phone.notEnrolled();
      if (error instanceof ApiError) isChallengeSpent = true;
      problem = isDeclined(error)
        ? 'Your phone did not confirm, so nobody was let in. Approve again when you are ready.'
        : troubleSentence(error);
    } finally {
      isBusy = false;
      phone.redraw();
    }
  }

  function end({ title, text }: Over): void {
    phone.finish({ title, text, action: phone.done() });
  }
}
