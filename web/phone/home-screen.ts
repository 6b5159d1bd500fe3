/** The enrolled phone at rest: the number, what is waiting, and who is signed in. */
import type { ApprovalShape } from '../../shared/shapes.ts';
import { Unreachable } from '../lib/api.ts';
import { html } from '../lib/html.ts';
import { whileVisible } from '../lib/while-visible.ts';
import { NumberField } from './number-field.ts';
import type { Phone } from './phone.ts';
import { type Finding, findByNumber, isNotAPhone, waitingRequests } from './phone-api.ts';
import { requestCard, requestNews } from './request-card.ts';
import type { Screen } from './screen.ts';
import { SignedInBrowsers } from './signed-in-browsers.ts';
import { troubleSentence } from './trouble.ts';

const REQUESTS_EVERY_MS = 2000;
const BROWSERS_EVERY_MS = 10_000;

export const WHERE_THE_NUMBER_IS = 'It is on the screen where you are signing in.';

/** After a link, whose number is not taken for granted (design §5). */
export const READ_IT_YOURSELF = 'Type the number that you see on the screen in front of you.';

export function homeScreen(phone: Phone, given: { hint: string; focusesNumber: boolean }): Screen {
  const { redraw } = phone;
  const field = new NumberField({ hint: given.hint, onNumber: find, redraw });
  const browsers = new SignedInBrowsers(redraw);
  let requests: ApprovalShape[] = [];
  /** A number that could not be sent: it is, once Nod is reached again, unless another was typed. */
  let unsent: string | undefined;

  return {
    title: 'Your phone',
    ...(given.focusesNumber ? { focus: '#number' } : {}),
    body: () => html`
      ${field.template()}
      <p class="visually-hidden" role="status">${requests.map(requestNews).join(' ')}</p>
      <ul class="requests" aria-label="Browsers that ask now" ?hidden=${requests.length === 0}>
        ${requests.map((request) => requestCard(request, () => phone.askToDeny(request)))}
      </ul>
      ${browsers.template()}
      <p class="phone-foot"><a href="/">Nod in this browser</a></p>
    `,
    actions: () => html`
      <button type="button" class="button wide quiet" @click=${() => phone.scan()}>
        Scan the code instead
      </button>
    `,
    enter: () => {
      const stops = [
        whileVisible(REQUESTS_EVERY_MS, () =>
          phone.reaching(async () => {
            requests = await waitingRequests();
            redraw();
            if (unsent !== undefined && unsent === field.digits) await find(unsent);
          }),
        ),
        whileVisible(BROWSERS_EVERY_MS, () => phone.reaching(() => browsers.refresh())),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };

  async function find(number: string): Promise<void> {
    field.isBusy = true;
    unsent = undefined;
    let found: Finding;
    try {
      found = await findByNumber(number);
    } catch (error) {
      if (isNotAPhone(error)) return phone.notEnrolled();
      if (!(error instanceof Unreachable)) return field.refuse(troubleSentence(error));
      unsent = number;
      return field.refuse('Nod cannot be reached. The number is sent as soon as it can be.');
    }
    phone.approve(found);
  }
}
