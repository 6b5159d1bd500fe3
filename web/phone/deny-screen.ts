/** A no to a known browser's request, which needs no number: nobody is let in by it. */
import type { ApprovalResponse } from '../../shared/responses.ts';
import { browserName } from '../lib/browser-name.ts';
import { html, nothing } from '../lib/html.ts';
import { askedAgo } from './asked-ago.ts';
import { denyChoice } from './deny-choice.ts';
import { overBy } from './over.ts';
import type { Phone } from './phone.ts';
import { deny, isNotAPhone } from './phone-api.ts';
import type { Screen } from './screen.ts';
import { troubleSentence } from './trouble.ts';

export function denyScreen(phone: Phone, request: ApprovalResponse): Screen {
  let isBusy = false;
  let problem: string | undefined;

  return {
    title: 'Deny a sign-in',
    body: () => html`
      <h1 tabindex="-1">Not you?</h1>
      <p class="lead"><strong>${browserName(request)}</strong> asked to sign in as you ${askedAgo(request.startedAt)}.</p>
      <p class="hint">Nobody is let in without your fingerprint. A no ends the waiting right away.</p>
    `,
    actions: () => html`
      <p class="problem" role="alert">${problem ?? nothing}</p>
      ${denyChoice({ isBusy, onDeny: sayNo, onBack: () => phone.home() })}
    `,
  };

  async function sayNo(report: boolean): Promise<void> {
    isBusy = true;
    problem = undefined;
    phone.redraw();
    try {
      await deny(request.sessionId, report);
      phone.denied(report);
    } catch (error) {
      const over = overBy(error);
      if (over !== undefined) phone.finish({ ...over, action: phone.done() });
      else if (isNotAPhone(error)) phone.notEnrolled();
      else problem = troubleSentence(error);
    } finally {
      isBusy = false;
      phone.redraw();
    }
  }
}
