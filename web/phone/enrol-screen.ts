/** Makes this phone somebody's key: whose, under which name, and the passkey. */
import { browserSupportsWebAuthn, startRegistration } from '@simplewebauthn/browser';
import type { AnswerBody, DeviceResponse } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { ApiError, call } from '../lib/api.ts';
import { serverNow } from '../lib/clock.ts';
import { errorSentence } from '../lib/error-sentence.ts';
import { focusOn } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { PHONE_NAME, phoneNameField, phoneNameProblem } from '../lib/phone-name.ts';
import { rememberedUsername } from '../lib/remembered-account.ts';
import { isDeclined } from './authenticator.ts';
import { failureSentence } from './errors.ts';
import { NAME_HINT } from './name-form.ts';
import { thisPhone } from './phone-api.ts';
import type { PhoneContext, Screen } from './screen.ts';

/** Younger than the five minutes that a challenge lives: older options are asked for anew. */
const OPTIONS_LAST_MS = 4 * 60 * 1000;

/** What happens next, once this phone is set up. */
const READY = {
  registration: 'Go on in your browser. From now on, open this page when you sign in somewhere.',
  invite: 'It is one of your phones now.',
  recovery: 'It is your only phone now. Go on in your browser, and note the new recovery code there.',
} as const;

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
    title: `Set up this ${machine}`,
    // One heading for both, so that the focus stays on it when the offer arrives.
    body: () => html`
      <h1 tabindex="-1">Set up this ${machine}</h1>
      ${offer === undefined ? skeleton() : form(offer)}
    `,
    actions: () => html`
      <p class="problem" role="alert">${(offer === undefined ? looking : enrolling).error ?? nothing}</p>
      ${
        offer === undefined
          ? looking.error === undefined
            ? nothing
            : html`<button type="button" class="button wide" @click=${look}>Try again</button>`
          : html`<button type="submit" form="enrol" class="button wide" aria-disabled=${enrolling.isBusy ? 'true' : 'false'}>
              ${enrolling.isBusy ? `Waiting for your ${machine}` : offer.purpose === 'recovery' ? 'Make this my only phone' : `Make this ${machine} my key`}
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
          label: `A name for this ${machine}`,
          value: name,
          hint: NAME_HINT,
          error: badName,
          onInput(text) {
            name = text;
          },
        })}
      </form>
      ${
        browserSupportsWebAuthn()
          ? html`<p class="hint">Your ${machine} will ask for your fingerprint, your face or its ${machine === 'phone' ? 'code' : 'PIN'}.</p>`
          : html`<p class="news">
              This browser cannot keep a key. Open the link in Chrome, Safari or Firefox.
            </p>`
      }
    `;
  }

  function whatWillHappen(username: string, purpose: Offer['purpose']): View {
    const name = html`<strong translate="no">@${username}</strong>`;
    switch (purpose) {
      case 'invite':
        return html`<p class="lead">This adds the ${machine} to ${name}. Your other phones stay as they are.</p>`;
      case 'recovery':
        return html`<p class="lead">This makes it the only phone of ${name}.</p>
          <p class="news">All other phones are removed, and every browser is signed out. Your browser shows a new recovery code then.</p>`;
      default:
        return html`<p class="lead">This ${machine} will sign you in as ${name}.</p>`;
    }
  }

  function replaces(username: string, before: string | undefined): View {
    return html`<p class="news">
      This ${machine} is already the key of ${before === undefined ? 'another account' : html`<strong translate="no">@${before}</strong>`}.
      If you go on, it is the key of <strong translate="no">@${username}</strong> instead.
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
    onEnrolled({ device, username: options.username, text: READY[options.purpose] });
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
    if (isDeclined(error))
      return `Your ${machine} did not confirm, so no key was made. Try again when you are ready.`;
    // WebAuthn Level 3 §5.1.3: a passkey among `excludeCredentials` is here.
    if (error instanceof Error && error.name === 'InvalidStateError') {
      return `This ${machine} has a key for @${offer?.username} already, so there is nothing to add.`;
    }
    return failureSentence(error);
  }
}

/** Whether the ticket is of no use any more: spent, too old, or never one. */
function isOver(error: unknown): error is ApiError {
  return error instanceof ApiError && /^(ticket_|session_ended$)/.test(error.code);
}

/**
 * The name that a phone is offered at enrolment, from what its browser says of itself. Only a suggestion:
 * the person can write another.
 */
export function suggestedPhoneName(userAgent: string): string {
  if (/iPhone/.test(userAgent)) return 'iPhone';
  if (/iPad/.test(userAgent)) return 'iPad';
  if (/Android/.test(userAgent)) return /\bPixel\b/.test(userAgent) ? 'Pixel' : 'Android phone';
  return 'This computer';
}
