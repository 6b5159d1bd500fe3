import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import { ApiError, call } from '../lib/api.ts';
import { html, nothing } from '../lib/html.ts';
import { isDeclined } from './authenticator.ts';
import type { Phone } from './phone.ts';
import { resume } from './phone-api.ts';
import type { Screen } from './screen.ts';
import { troubleSentence } from './trouble.ts';

/** What this page is, on a phone that is nobody's key yet, or whose browser has lost that it is. */
export function welcomeScreen(phone: Phone, news?: string): Screen {
  let isBusy = false;
  let problem: string | undefined;

  return {
    title: 'Your phone',
    body: () => html`
      <h1 tabindex="-1">Your phone is the key</h1>
      ${news === undefined ? nothing : html`<p class="news">${news}</p>`}
      <p class="lead">
        Nod has no passwords. When you sign in somewhere, this page shows who is asking, and your fingerprint or
        your face says yes. This phone is not set up for it yet.
      </p>
      <ol class="steps">
        <li>Register in a browser: choose a name there.</li>
        <li>Scan the code that it shows with this phone.</li>
        <li>Confirm with your fingerprint. That is all.</li>
      </ol>
      <p class="phone-foot"><a href="/">Nod in this browser</a></p>
    `,
    actions: () => html`
      <p class="problem" role="alert">${problem ?? nothing}</p>
      <a class="button wide" href="/register">Register</a>
      <button type="button" class="button wide quiet" @click=${() => phone.scan()}>Scan the code</button>
      ${
        browserSupportsWebAuthn()
          ? html`<button
              type="button"
              class="button wide bare"
              aria-disabled=${isBusy ? 'true' : 'false'}
              @click=${useKey}
            >
              ${isBusy ? 'Waiting for your phone' : 'This phone was set up before'}
            </button>`
          : nothing
      }
    `,
  };

  /** The key is still in the phone, whatever its browser has forgotten (design §4, `device-resume`). */
  async function useKey(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    problem = undefined;
    phone.redraw();
    try {
      const { publicKey } = await call('device-resume-options');
      const assertion = await phone.authenticator.startAuthentication({ optionsJSON: publicKey });
      const { device, username } = await resume(assertion);
      phone.resumed(device, username);
    } catch (error) {
      problem = sentenceOf(error);
    } finally {
      isBusy = false;
      phone.redraw();
    }
  }
}

function sentenceOf(error: unknown): string {
  if (isDeclined(error)) return 'No key was used. If this phone has none for Nod, register or scan a code.';
  const isForgotten = error instanceof ApiError && error.code === 'assertion_refused';
  return isForgotten
    ? 'This key opens no account any more. The phone was removed, or its account was recovered with another one.'
    : troubleSentence(error);
}
