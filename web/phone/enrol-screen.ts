/** Makes this phone somebody's key: whose, under which name, and the passkey. */
import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import type { AnswerBody } from '../../shared/responses.ts';
import { ApiError, call } from '../lib/api.ts';
import { focusOn, textField } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { isDeclined } from './authenticator.ts';
import type { Phone } from './phone.ts';
import { thisPhone } from './phone-api.ts';
import { NAME_HINT, NAME_LENGTH, nameProblem, suggestedPhoneName } from './phone-name.ts';
import { rememberedUsername } from './remembered-account.ts';
import type { Screen } from './screen.ts';
import { troubleSentence } from './trouble.ts';

/** Younger than the five minutes that a challenge lives: older options are asked for anew. */
const OPTIONS_LAST_MS = 4 * 60 * 1000;

/** What happens next, once this phone is set up. */
const READY = {
  registration: 'Go on in your browser. From now on, open this page when you sign in somewhere.',
  invite: 'It is one of your phones now. Open this page when you sign in somewhere.',
  recovery: 'It is your only phone now. Go on in your browser, and note the new recovery code there.',
} as const;

type Offer = AnswerBody<'device-options'> & { receivedAt: number };
type Credential = Awaited<ReturnType<Phone['authenticator']['startRegistration']>>;

export function enrolScreen(phone: Phone, ticket: string): Screen {
  const { authenticator, redraw } = phone;
  let offer: Offer | undefined;
  let name = authenticator.phoneName ?? suggestedPhoneName(navigator.userAgent);
  /** Whose key this phone is so far: a username where this browser remembers it. */
  let servesAlready: { username: string | undefined } | undefined;
  let isBusy = false;
  let badName: string | undefined;
  let problem: string | undefined;
  /** A passkey that was made but whose answer got lost: to be sent again, not to be made again. */
  let unsent: Credential | undefined;
  /** With it a repeat after a lost answer enrols once. */
  const idempotencyKey = crypto.randomUUID();

  return {
    title: 'Set up this phone',
    // One heading for both, so that the focus stays on it when the offer arrives.
    body: () => html`
      <h1 tabindex="-1">Set up this phone</h1>
      ${offer === undefined ? looking() : form(offer)}
    `,
    actions: () => html`
      <p class="problem" role="alert">${problem ?? nothing}</p>
      ${
        offer === undefined
          ? problem === undefined
            ? nothing
            : html`<button type="button" class="button wide" @click=${look}>Try again</button>`
          : html`<button type="submit" form="enrol" class="button wide" aria-disabled=${isBusy ? 'true' : 'false'}>
              ${isBusy ? 'Waiting for your phone' : offer.purpose === 'recovery' ? 'Make this my only phone' : 'Make this phone my key'}
            </button>`
      }
    `,
    enter: () => {
      void look();
      return () => {};
    },
  };

  function looking(): View {
    return html`<div class="phone-skeleton late" aria-hidden="true"><span class="phone-held phone-held-row"></span><span class="phone-held"></span></div>`;
  }

  function form({ username, purpose }: Offer): View {
    return html`
      ${whatWillHappen(username, purpose)}
      ${servesAlready === undefined || servesAlready.username === username ? nothing : replaces(username, servesAlready.username)}
      <form id="enrol" novalidate @submit=${submit}>
        ${textField({
          id: 'phone-name',
          label: 'A name for this phone',
          value: name,
          hint: NAME_HINT,
          error: badName,
          autocomplete: 'off',
          maxLength: NAME_LENGTH,
          onInput(text) {
            name = text;
          },
        })}
      </form>
      ${
        browserSupportsWebAuthn()
          ? html`<p class="hint">Your phone will ask for your fingerprint, your face or its code.</p>`
          : html`<p class="news">
              This browser cannot keep a key. Open the link in Chrome, Safari or Firefox.
            </p>`
      }
    `;
  }

  function whatWillHappen(username: string, purpose: Offer['purpose']): View {
    const name = html`<strong>@${username}</strong>`;
    switch (purpose) {
      case 'invite':
        return html`<p class="lead">This adds the phone to ${name}. Your other phones stay as they are.</p>`;
      case 'recovery':
        return html`<p class="lead">This makes it the only phone of ${name}.</p>
          <p class="news">All other phones are removed, and every browser is signed out. Your browser shows a new recovery code then.</p>`;
      default:
        return html`<p class="lead">This phone will sign you in as ${name}.</p>`;
    }
  }

  function replaces(username: string, before: string | undefined): View {
    return html`<p class="news">
      This phone is already the key of ${before === undefined ? 'another account' : html`<strong>@${before}</strong>`}.
      If you go on, it is the key of <strong>@${username}</strong> instead.
    </p>`;
  }

  async function look(): Promise<void> {
    problem = undefined;
    redraw();
    try {
      const [options, device] = await Promise.all([newOffer(), thisPhone()]);
      offer = options;
      servesAlready = device && { username: rememberedUsername(device) };
    } catch (error) {
      if (isOver(error)) return end(error);
      problem = troubleSentence(error);
    }
    redraw();
  }

  async function newOffer(): Promise<Offer> {
    return { ...(await call('device-options', { body: { ticket } })), receivedAt: Date.now() };
  }

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (isBusy || offer === undefined) return;
    badName = nameProblem(name);
    problem = undefined;
    isBusy = badName === undefined;
    redraw();
    if (badName !== undefined) return focusOn('phone-name');
    try {
      if (Date.now() - offer.receivedAt > OPTIONS_LAST_MS) offer = await newOffer();
      unsent ??= await authenticator.startRegistration({ optionsJSON: offer.publicKey });
      const { device } = await call('device-enrol', {
        body: { ticket, credential: unsent, name },
        idempotencyKey,
      });
      phone.enrolled(device, offer.username, READY[offer.purpose]);
    } catch (error) {
      await refused(error);
    } finally {
      isBusy = false;
      redraw();
    }
  }

  async function refused(error: unknown): Promise<void> {
    if (isOver(error)) return end(error);
    if (error instanceof ApiError) {
      unsent = undefined;
      // Its challenge was spent with the refusal.
      if (offer !== undefined) offer.receivedAt = 0;
      if (error.field === 'name') {
        badName = error.detail;
        redraw();
        focusOn('phone-name');
        return;
      }
    }
    if (isDeclined(error))
      problem = 'Your phone did not confirm, so no key was made. Try again when you are ready.';
    // WebAuthn Level 3 §5.1.3: a passkey among `excludeCredentials` is here.
    else if (error instanceof Error && error.name === 'InvalidStateError') {
      problem = `This phone has a key for @${offer?.username} already, so there is nothing to add.`;
    } else problem = troubleSentence(error);
  }

  function end(error: ApiError): void {
    phone.finish({
      title: 'This link does not work',
      text: error.detail,
      action: { label: 'Done', go: () => void phone.start() },
    });
  }
}

/** Whether the ticket is of no use any more: spent, too old, or never one. */
function isOver(error: unknown): error is ApiError {
  return error instanceof ApiError && /^(ticket_|session_over$)/.test(error.code);
}
