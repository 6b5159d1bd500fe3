/** What this page is, on a phone that is nobody's key yet, or whose browser has lost that it is. */
import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import type { AnswerBody } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { ApiError, call } from '../lib/api.ts';
import { html, nothing } from '../lib/html.ts';
import { isDeclined } from './authenticator.ts';
import { failureSentence } from './errors.ts';
import { resume } from './phone-api.ts';
import type { PhoneContext, Screen } from './screen.ts';

type Options = {
  news?: string;
  onScan(): void;
  /** The phone's key has said whose it is. */
  onResumed(resumed: AnswerBody<'device-resume'>): void;
};

export function welcomeScreen(context: PhoneContext, { news, onScan, onResumed }: Options): Screen {
  const resuming = action(context.redraw, sentenceOf);

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
      <p class="problem" role="alert">${resuming.error ?? nothing}</p>
      <a class="button wide" href="/register">Register</a>
      <button type="button" class="button wide quiet" @click=${onScan}>Scan the code</button>
      ${
        browserSupportsWebAuthn()
          ? html`<button
              type="button"
              class="button wide bare"
              aria-disabled=${resuming.isBusy ? 'true' : 'false'}
              @click=${useKey}
            >
              ${resuming.isBusy ? 'Waiting for your phone' : 'This phone was set up before'}
            </button>`
          : nothing
      }
    `,
  };

  /** The key is still in the phone, whatever its browser has forgotten (DESIGN.md §4, `device-resume`). */
  function useKey(): void {
    void resuming.run(async () => {
      const { publicKey } = await call('device-resume-options');
      const assertion = await context.authenticator.startAuthentication({ optionsJSON: publicKey });
      onResumed(await resume(assertion));
    });
  }
}

function sentenceOf(error: unknown): string {
  if (isDeclined(error)) return 'No key was used. If this phone has none for Nod, register or scan a code.';
  const isForgotten = error instanceof ApiError && error.code === 'assertion_refused';
  return isForgotten
    ? 'This key opens no account any more. The phone was removed, or its account was recovered with another one.'
    : failureSentence(error);
}
