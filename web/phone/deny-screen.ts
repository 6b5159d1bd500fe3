/** The no to a request, in two steps, and the screen that says it to a known browser, without a number. */
import type { ApprovalResponse } from '../../shared/responses.ts';
import type { Act } from '../../shared/sessions/acts.ts';
import { action } from '../lib/action.ts';
import { browserName } from '../lib/browser-name.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { messages } from '../lib/messages.ts';
import { type RequestEnded, requestEndedBy } from './errors.ts';
import { deny } from './phone-api.ts';
import { askedAgo, askOf } from './requests.ts';
import type { PhoneContext, Screen } from './screen.ts';

type Options = {
  request: ApprovalResponse;
  onDenied(denied: Denied): void;
  /** The request can no longer be answered. */
  onOver(over: RequestEnded): void;
  onBack(): void;
};

/** What was said no to, and whether as an attack. */
export type Denied = { isReported: boolean; act: Act | undefined };

/** What a no has done, and what is left to do. */
export function denialWords({ isReported, act }: Denied): { title: string; text: string } {
  const isSignIn = act === undefined;
  const sentences = [isSignIn ? messages.phone.nobodyLetIn : messages.phone.nothingDone];
  if (isReported) sentences.push(messages.phone.reported);
  if (isReported && !isSignIn) sentences.push(messages.phone.stillSignedIn);
  return {
    title: isReported ? messages.phone.deniedAndReported : messages.phone.denied,
    text: sentences.join(messages.common.space),
  };
}

/** Nobody is let in by a no, so it needs no number. */
export function denyScreen(context: PhoneContext, { request, onDenied, onOver, onBack }: Options): Screen {
  const denying = action(context.redraw, (error) => {
    const over = requestEndedBy(error);
    return over === undefined ? context.sentenceOf(error) : void onOver(over);
  });

  return {
    title: messages.phone.denial,
    body: () => html`
      <h1 tabindex="-1">${messages.phone.notYou}</h1>
      <p class="lead">${messages.phone.askedTo[askOf(request.act)](html`<strong>${browserName(request)}</strong>`, askedAgo(request.startedAt))}</p>
      <p class="hint">${messages.phone.noFingerprint}</p>
    `,
    actions: () => html`
      <p class="problem" role="alert">${denying.error ?? nothing}</p>
      ${denyChoice({ act: request.act, isBusy: denying.isBusy, onDeny: sayNo, onBack })}
    `,
  };

  function sayNo(report: boolean): void {
    void denying.run(async () => {
      await deny(request.sessionId, report);
      onDenied({ isReported: report, act: request.act });
    });
  }
}

/**
 * The second step of a no: a slip of the finger costs nothing, and whoever did not ask for the sign-in can
 * say so.
 */
export function denyChoice(given: {
  act: Act | undefined;
  isBusy: boolean;
  onDeny: (report: boolean) => void;
  onBack: () => void;
}): View {
  const { act, isBusy, onDeny, onBack } = given;
  return html`
    <div class="phone-choice" role="group" aria-labelledby="deny-title">
      <h2 id="deny-title" tabindex="-1">${act === undefined ? messages.phone.denySignIn : messages.phone.denyAct}</h2>
      <button type="button" class="button wide danger" ?disabled=${isBusy} @click=${() => onDeny(true)}>
        <span>${messages.phone.denyAndReport}<span class="button-more">${messages.phone.didNotAsk}</span></span>
      </button>
      <button type="button" class="button wide quiet danger-text" ?disabled=${isBusy} @click=${() => onDeny(false)}>
        ${messages.phone.deny}
      </button>
      <button type="button" class="button wide bare" ?disabled=${isBusy} @click=${onBack}>${messages.phone.back}</button>
    </div>
  `;
}
