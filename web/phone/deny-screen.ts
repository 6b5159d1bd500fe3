/** The no to a request, in two steps, and the screen that says it to a known browser, without a number. */
import type { ApprovalResponse } from '../../shared/responses.ts';
import type { Act } from '../../shared/sessions/acts.ts';
import { action } from '../lib/action.ts';
import { askedFor } from '../lib/acts.ts';
import { browserName } from '../lib/browser-name.ts';
import { html, nothing, type View } from '../lib/html.ts';
import { type RequestEnded, requestEndedBy } from './errors.ts';
import { deny } from './phone-api.ts';
import { askedAgo } from './requests.ts';
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
export function denialWords({ isReported, act }: Denied): RequestEnded {
  const nothingDone =
    act === undefined
      ? 'Nobody was let in, and the browser that asked has been told no.'
      : 'Nothing was done, and the browser that asked has been told no.';
  if (!isReported) return { title: 'Denied', text: nothingDone };
  const reported =
    'All else that waits was denied, too. If the browser was known, it is forgotten and rings no more.';
  const stillIn = act === undefined ? '' : ' It is still signed in: end it on the next screen.';
  return { title: 'Denied and reported', text: `${nothingDone} ${reported}${stillIn}` };
}

/** Nobody is let in by a no, so it needs no number. */
export function denyScreen(context: PhoneContext, { request, onDenied, onOver, onBack }: Options): Screen {
  const denying = action(context.redraw, (error) => {
    const over = requestEndedBy(error);
    return over === undefined ? context.sentenceOf(error) : void onOver(over);
  });

  return {
    title: 'Deny a sign-in',
    body: () => html`
      <h1 tabindex="-1">Not you?</h1>
      <p class="lead"><strong>${browserName(request)}</strong> asked to ${askedFor(request.act)}${request.act === undefined ? ' as you' : ''} ${askedAgo(request.startedAt)}.</p>
      <p class="hint">Nobody is let in without your fingerprint. A no ends the waiting right away.</p>
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
      <h2 id="deny-title" tabindex="-1">${act === undefined ? 'Deny this sign-in?' : 'Deny this?'}</h2>
      <button type="button" class="button wide danger" ?disabled=${isBusy} @click=${() => onDeny(true)}>
        <span>Deny and report<span class="button-more">I did not ask for this</span></span>
      </button>
      <button type="button" class="button wide quiet danger-text" ?disabled=${isBusy} @click=${() => onDeny(false)}>
        Deny
      </button>
      <button type="button" class="button wide bare" ?disabled=${isBusy} @click=${onBack}>Back</button>
    </div>
  `;
}
