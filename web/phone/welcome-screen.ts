/** What this page is, on a phone that is nobody's key yet, or whose browser has lost that it is. */
import { browserSupportsWebAuthn } from '@simplewebauthn/browser';
import type { AnswerBody } from '../../shared/responses.ts';
import { action } from '../lib/action.ts';
import { ApiError, call } from '../lib/api.ts';
import { html, nothing } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
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
    title: messages.phone.title,
    body: () => html`
      <h1 tabindex="-1">${messages.phone.welcome}</h1>
      ${news === undefined ? nothing : html`<p class="news">${news}</p>`}
      <p class="lead">${messages.phone.noPasswords}</p>
      <ol class="steps">
        <li>${messages.phone.stepName}</li>
        <li>${messages.phone.stepScan}</li>
        <li>${messages.phone.stepConfirm}</li>
      </ol>
      <p class="phone-foot"><a href="/">${messages.phone.site}</a></p>
    `,
    actions: () => html`
      <p class="problem" role="alert">${resuming.error ?? nothing}</p>
      <a class="button wide" href="/register">${messages.phone.register}</a>
      <button type="button" class="button wide quiet" @click=${onScan}>${messages.phone.scan}</button>
      ${
        browserSupportsWebAuthn()
          ? html`<button
              type="button"
              class="button wide bare"
              aria-disabled=${resuming.isBusy ? 'true' : 'false'}
              @click=${useKey}
            >
              ${resuming.isBusy ? messages.enrol.waiting.phone : messages.phone.useKey}
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
  if (isDeclined(error)) return messages.phone.noKey;
  const isForgotten = error instanceof ApiError && error.code === 'assertion_refused';
  return isForgotten ? messages.phone.keyForgotten : failureSentence(error);
}
