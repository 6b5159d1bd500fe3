/** The enrolled phone at rest: the number, what is waiting, and who is signed in. */
import type { ApprovalResponse } from '../../shared/responses.ts';
import { html, nothing } from '../lib/html.ts';
import { whileVisible } from '../lib/while-visible.ts';
import { NumberField } from './number-field.ts';
import { NumberSearch } from './number-search.ts';
import type { Phone } from './phone.ts';
import { waitingRequests } from './phone-api.ts';
import { requestCard, requestNews } from './request-card.ts';
import { RingingCard } from './ringing-card.ts';
import type { Screen } from './screen.ts';
import { SignedInBrowsers } from './signed-in-browsers.ts';

const REQUESTS_EVERY_MS = 2000;
const BROWSERS_EVERY_MS = 10_000;

export const WHERE_THE_NUMBER_IS = 'It is on the screen where you are signing in.';

/** After a link, whose number is not taken for granted (design §5). */
export const READ_IT_YOURSELF = 'Type the number that you see on the screen in front of you.';

export function homeScreen(phone: Phone, given: { hint: string; focusesNumber: boolean }): Screen {
  const { redraw, presence, ringing } = phone;
  const search = new NumberSearch(phone);
  const field = new NumberField({
    hint: given.hint,
    onNumber: (number) => search.find(field, number),
    redraw,
  });
  const browsers = new SignedInBrowsers(redraw);
  const ringingCard = new RingingCard(ringing);
  let requests: ApprovalResponse[] = [];

  return {
    title: 'Your phone',
    hasSettings: true,
    ...(given.focusesNumber ? { focus: '#number' } : {}),
    body: () => html`
      ${field.template()}
      <p class="visually-hidden" role="status">${requests.map(requestNews).join(' ')}</p>
      <ul class="requests" aria-label="Browsers that ask now" ?hidden=${requests.length === 0}>
        ${requests.map((request) => requestCard(request, () => phone.askToDeny(request)))}
      </ul>
      ${presence.template()}
      ${requests.length === 0 ? ringingCard.template() : nothing}
      ${browsers.template()}
      <p class="phone-foot"><a href="/">Nod in this browser</a></p>
    `,
    actions: () => html`
      <button type="button" class="button wide quiet" @click=${() => phone.scan()}>
        Scan the code instead
      </button>
    `,
    enter: () => {
      if (ringing.state === 'unknown') void phone.reaching(() => ringing.look());
      const stops = [
        whileVisible(REQUESTS_EVERY_MS, () =>
          phone.reaching(async () => {
            requests = await waitingRequests();
            redraw();
            await search.findUnsent(field);
          }),
        ),
        whileVisible(BROWSERS_EVERY_MS, () => phone.reaching(() => browsers.refresh())),
      ];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
