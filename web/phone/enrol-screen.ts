/** Makes this phone somebody's key: whose, under which name, and the passkey. */
import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import type { AnswerBody } from '../../shared/shapes.ts';
import { ApiError, call } from '../lib/api.ts';
import { focusOn, textField } from '../lib/field.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { isDeclined } from './authenticator.ts';
import type { Phone } from './phone.ts';
import { thisPhone } from './phone-api.ts';
import { suggestedPhoneName } from './phone-name.ts';
import { rememberAccount, rememberedUsername } from './remembered-account.ts';
import type { Screen } from './screen.ts';
import { troubleSentence } from './trouble.ts';

/** Younger than the five minutes that a challenge lives: older options are asked for anew. */
const OPTIONS_LAST_MS = 4 * 60 * 1000;

const NAME_LENGTH = 40;
const NAME_HINT = 'You will see it in your browser when this phone lets you in.';

type Offer = AnswerBody<'device-options'> & { receivedAt: number };
type Credential = Awaited<ReturnType<Phone['authenticator']['startRegistration']>>;

export function enrolScreen(phone: Phone, ticket: string): Screen {
  const { authenticator, redraw } = phone;
  let offer: Offer | undefined;
  let name = authenticator.phoneName ?? suggestedPhoneName(navigator.userAgent);
  /** Whose key this phone is so far: a username where this browser remembers it. */
  let servesAlready: { username: string | undefined } | undefined;
  let isBusy = false;
  let nameProblem: string | undefined;
  let problem: string | undefined;
  /** A passkey that was made but whose answer got lost: to be sent again, not to be made again. */
  let unsent: Credential | undefined;

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
              ${isBusy ? 'Waiting for your phone' : 'Make this phone my key'}
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

  function form({ username }: Offer): View {
    return html`
      <p class="lead">This phone will sign you in as <strong>@${username}</strong>.</p>
      ${servesAlready === undefined ? nothing : replaces(username, servesAlready.username)}
      <form id="enrol" novalidate @submit=${submit}>
        ${textField({
          id: 'phone-name',
          label: 'A name for this phone',
          value: name,
          hint: NAME_HINT,
          error: nameProblem,
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
    nameProblem = name.trim() === '' ? 'Give the phone a name, such as “My phone”.' : undefined;
    problem = undefined;
    isBusy = nameProblem === undefined;
    redraw();
    if (nameProblem !== undefined) return focusOn('phone-name');
    try {
      if (Date.now() - offer.receivedAt > OPTIONS_LAST_MS) offer = await newOffer();
      unsent ??= await authenticator.startRegistration({ optionsJSON: offer.publicKey });
      const { device } = await call('device-enrol', { body: { ticket, credential: unsent, name } });
      rememberAccount({ deviceId: device.id, username: offer.username });
      phone.enrolled(offer.username);
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
        nameProblem = error.detail;
        redraw();
        focusOn('phone-name');
        return;
      }
    }
    problem = isDeclined(error)
      ? 'Your phone did not confirm, so no key was made. Try again when you are ready.'
      : troubleSentence(error);
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
