/** Makes this phone somebody's key: whose, under which name, and the passkey. */
import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import type { AnswerBody, DeviceResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { ApiError, call } from '../lib/api.ts';
import { serverNow } from '../lib/clock.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { PHONE_NAME, phoneNameField, phoneNameProblem } from '../lib/phone-name.ts';
import { rememberedUsername } from '../lib/remembered-account.ts';
import { isDeclined } from './authenticator.ts';
import { failureSentence } from './errors.ts';
import { thisPhone } from './phone-api.ts';
import type { PhoneContext, Screen } from './screen.ts';

/** Younger than the five minutes that a challenge lives: older options are asked for anew. */
const OPTIONS_LAST_MS = 4 * 60 * 1000;

type Offer = AnswerBody<'device-options'> & { receivedAt: number };
type Credential = Awaited<ReturnType<typeof startRegistration>>;

/** What has come of it: whose key this phone is now, and what happens next. */
export type Enrolled = { device: DeviceResponse; username: string; text: string };

type Options = {
  ticket: string;
  onEnrolled(enrolled: Enrolled): void;
  /** The ticket is of no use any more. */
  onDead(sentence: string): void;
};

export function enrolScreen(context: PhoneContext, { ticket, onEnrolled, onDead }: Options): Screen {
  const { authenticator, redraw } = context;
  let offer: Offer | undefined;
  const { machine } = authenticator;
  let name = suggestedPhoneName(navigator.userAgent);
  /** Whose key this phone is so far: a username where this browser remembers it. */
  let servesAlready: { username: string | undefined } | undefined;
  let badName: string | undefined;
  /** A passkey that was made but whose answer got lost: to be sent again, not to be made again. */
  let unsent: Credential | undefined;
  /** With it a repeat after a lost answer enrols once. */
  const idempotencyKey = crypto.randomUUID();
  const looking = action(redraw, (error) =>
    isOver(error) ? void onDead(errorSentence(error)) : failureSentence(error),
  );
  const enrolling = action(redraw, refused);

  return {
    title: messages.enrol.title[machine],
    // One heading for both, so that the focus stays on it when the offer arrives.
    body: () => html`
      <h1 tabindex="-1">${messages.enrol.title[machine]}</h1>
      ${offer === undefined ? skeleton() : form(offer)}
    `,
    actions: () => html`
      <p class="problem" role="alert">${(offer === undefined ? looking : enrolling).error ?? nothing}</p>
      ${
        offer === undefined
          ? looking.error === undefined
            ? nothing
            : html`<button type="button" class="button wide" @click=${look}>${messages.common.tryAgain}</button>`
          : html`<button type="submit" form="enrol" class="button wide" aria-disabled=${enrolling.isBusy ? 'true' : 'false'}>
              ${enrolling.isBusy ? messages.enrol.waiting[machine] : offer.purpose === 'recovery' ? messages.enrol.makeOnlyPhone : messages.enrol.makeKey[machine]}
            </button>`
      }
    `,
    enter: () => {
      look();
      return () => {};
    },
  };

  function skeleton(): View {
    return html`<div class="phone-skeleton late" aria-hidden="true"><span class="phone-held phone-held-row"></span><span class="phone-held"></span></div>`;
  }

  function form({ username, purpose }: Offer): View {
    return html`
      ${whatWillHappen(username, purpose)}
      ${servesAlready === undefined || servesAlready.username === username ? nothing : replaces(username, servesAlready.username)}
      <form id="enrol" novalidate @submit=${submit}>
        ${phoneNameField({
          label: messages.enrol.name[machine],
          value: name,
          hint: messages.phoneSettings.nameHint,
          error: badName,
          onInput(text) {
            name = text;
          },
        })}
      </form>
      ${
        browserSupportsWebAuthn()
          ? html`<p class="hint">${messages.enrol.willAsk[machine]}</p>`
          : html`<p class="news">${messages.enrol.noKeys}</p>`
      }
    `;
  }

  function whatWillHappen(username: string, purpose: Offer['purpose']): View {
    const name = bold(username);
    switch (purpose) {
      case 'invite':
        return html`<p class="lead">${messages.enrol.adds[machine](name)}</p>`;
      case 'recovery':
        return html`<p class="lead">${messages.enrol.onlyPhone(name)}</p>
          <p class="news">${messages.enrol.othersGo}</p>`;
      default:
        return html`<p class="lead">${messages.enrol.signsIn[machine](name)}</p>`;
    }
  }

  function replaces(username: string, before: string | undefined): View {
    return html`<p class="news">
      ${
        before === undefined
          ? messages.enrol.replacesAnother[machine](bold(username))
          : messages.enrol.replaces[machine](bold(before), bold(username))
      }
    </p>`;
  }

  function look(): void {
    void looking.run(async () => {
      const [options, device] = await Promise.all([newOffer(), thisPhone()]);
      if (authenticator.phoneName) name = await authenticator.phoneName(options.publicKey);
      offer = options;
      servesAlready = device && { username: rememberedUsername(device) };
    });
  }

  async function newOffer(): Promise<Offer> {
    return { ...(await call('device-options', { body: { ticket } })), receivedAt: serverNow() };
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (enrolling.isBusy || offer === undefined) return;
    const options = offer;
    badName = phoneNameProblem(name);
    if (badName === undefined) await enrolling.run(() => enrol(options));
    else enrolling.reset();
    if (badName !== undefined) focusOn(PHONE_NAME);
  }

  async function enrol(options: Offer): Promise<void> {
    if (serverNow() - options.receivedAt > OPTIONS_LAST_MS) options = offer = await newOffer();
    const register = authenticator.startRegistration ?? startRegistration;
    unsent ??= await register({ optionsJSON: options.publicKey });
    const { device } = await call('device-enrol', {
      body: { ticket, credential: unsent, name },
      idempotencyKey,
    });
    onEnrolled({ device, username: options.username, text: messages.enrol.next[options.purpose] });
  }

  function refused(error: unknown): string | undefined {
    if (isOver(error)) return void onDead(errorSentence(error));
    if (error instanceof ApiError) {
      unsent = undefined;
      // Its challenge was spent with the refusal.
      if (offer !== undefined) offer.receivedAt = 0;
      if (error.field === 'name') {
        badName = errorSentence(error);
        return undefined;
      }
    }
    if (isDeclined(error)) return messages.enrol.unconfirmed[machine];
    // WebAuthn Level 3 §5.1.3: a passkey among `excludeCredentials` is here.
    if (offer !== undefined && error instanceof Error && error.name === 'InvalidStateError') {
      return messages.enrol.hasKey[machine](offer.username);
    }
    return failureSentence(error);
  }
}

const bold = (username: string): View => html`<strong translate="no">@${username}</strong>`;

/** Whether the ticket is of no use any more: spent, too old, or never one. */
function isOver(error: unknown): error is ApiError {
  return error instanceof ApiError && /^(ticket_|session_ended$)/.test(error.code);
}

/**
 * The name that a phone is offered at enrolment, from what its browser says of itself. Only a suggestion:
 * the person can write another. Names of products are the same in every language; the others are in that of this page.
 */
export function suggestedPhoneName(userAgent: string): string {
  const [product] = /iPhone|iPad|\bPixel\b/.exec(userAgent) ?? [];
  if (product !== undefined) return product;
  return /Android/.test(userAgent) ? messages.enrol.androidPhone : messages.enrol.thisComputer;
}
